using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

public sealed class BillDeadlineTests
{
    [Fact]
    public async Task A_bill_tells_its_next_deadline_with_its_rule_and_the_one_it_missed()
    {
        // Introduced on September 1, 2025, asked on September 20: too late for the first year, and whether it is a fiscal bill is not known.
        await using var world = await ApiWorld.StartAsync();
        var bill = await world.TrackAsync(9001);
        await world.RecordAsync(bill, changes: 1);

        var told = (await world.Bills.GetBillAsync(new GetBillRequest { Name = bill.ResourceName })).Bill;

        Assert.Equal((DeadlineOutlook.AtLatest, "2026-01-23", "J.R. 61(b)(2)", 125), (told.Deadline.Outlook, told.Deadline.Next.Date, told.Deadline.Next.Rule, told.Deadline.DaysLeft));
        Assert.Equal("2025-09-12", told.Deadline.Missed.Date);
        Assert.True(told.TwoYear);
        Assert.StartsWith("It missed the deadline of September 12, 2025 (J.R. 61(a)(14)) and is a two-year bill.", told.Deadline.Sentence, StringComparison.Ordinal);
        Assert.Contains(told.NextDates, next => next.Date == "2026-01-23" && next.Source == "J.R. 61(b)(2)" && next.What.EndsWith("(at the latest)", StringComparison.Ordinal));
        Assert.Single((await world.Bills.ListBillsAsync(new ListBillsRequest { Filter = "next:<126d" })).Bills);
        Assert.Empty((await world.Bills.ListBillsAsync(new ListBillsRequest { Filter = "next:<125d" })).Bills);
    }

    [Fact]
    public async Task A_bill_that_no_source_has_confirmed_has_no_deadline()
    {
        await using var world = await ApiWorld.StartAsync();
        var bill = await world.TrackAsync(9002);

        Assert.Null((await world.Bills.GetBillAsync(new GetBillRequest { Name = bill.ResourceName })).Bill.Deadline);
    }
}
