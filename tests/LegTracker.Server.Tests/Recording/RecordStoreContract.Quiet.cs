using LegTracker.Legislature;
using LegTracker.Server.Recording;
using static LegTracker.Server.Tests.Recording.Entries;

namespace LegTracker.Server.Tests.Recording;

/// <summary>Confirmations and failures, which wait for the next transaction.</summary>
public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task A_confirmation_that_waited_is_there_when_the_store_is_opened_again()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, 2);
        await Store.RecordConfirmationAsync(Ab831, Poll(2, Ab831, PollOutcome.NotModified), CancellationToken.None);

        await Store.DisposeAsync();
        opened = await OpenAsync(new LegislativeClock(time));

        Assert.Equal(Poll(2, null, PollOutcome.NotModified).EndTime, (await Store.BillAsync(Ab831)).LastConfirmedTime);
        Assert.Equal(2, (await Store.ListPollsAsync(null, null, 10, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task What_waited_for_a_write_that_was_taken_back_waits_for_the_next()
    {
        await Store.PutAsync(Ab831);
        await Store.PutAsync(Sb50);
        await Store.ReadAsync(Sb50, 1);
        var before = await Store.BillAsync(Ab831);
        await Store.ReadAsync(Ab831, 2);
        await Store.RecordFailureAsync(Sb50, Freshness.Stale, Poll(3, Sb50, PollOutcome.FetchFailed, detail: "no answer"), CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.RecordAsync(before, Record(Ab831, 3), 4));

        Assert.Equal((Freshness.Stale, "no answer"), ((await Store.BillAsync(Sb50)).Freshness, (await Store.BillAsync(Sb50)).FreshnessReason));
        Assert.Equal(3, (await Store.ListPollsAsync(null, null, 10, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task Of_several_outcomes_that_waited_together_the_last_counts_and_each_poll_is_kept()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, 2);
        await Store.RecordConfirmationAsync(Ab831, Poll(2, Ab831, PollOutcome.NotModified), CancellationToken.None);
        await Store.RecordFailureAsync(Ab831, Freshness.Quarantined, Poll(3, Ab831, PollOutcome.Quarantined, detail: "another bill's page"), CancellationToken.None);

        var bill = await Store.BillAsync(Ab831);
        Assert.Equal((Freshness.Quarantined, Poll(2, null, PollOutcome.NotModified).EndTime), (bill.Freshness, bill.LastConfirmedTime!.Value));
        Assert.Equal(3, (await Store.ListPollsAsync(null, null, 10, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task A_thousand_confirmations_are_one_wait_for_the_disk()
    {
        var bills = Enumerable.Range(1, 1000).Select(number => Ab831 with { Number = number }).ToList();
        await Store.SeedAsync([.. bills.Select(bill => new ListedBill(bill, Listed))], CancellationToken.None);
        foreach (var bill in bills)
        {
            await Store.RecordConfirmationAsync(bill, Poll(2, bill, PollOutcome.NotModified), CancellationToken.None);
        }

        Assert.Equal(bills, (await Store.ListBillsAsync(CancellationToken.None)).Select(bill => bill.Id).Order());
        Assert.Equal(1000, (await Store.ListPollsAsync(null, null, 5000, CancellationToken.None)).Length);
        Assert.All(await Store.ListBillsAsync(CancellationToken.None), bill => Assert.Equal(Freshness.NeverPolled, bill.Freshness));
    }
}
