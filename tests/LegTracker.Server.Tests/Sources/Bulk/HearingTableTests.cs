using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Tests.Sources.Bulk;

/// <summary>COMMITTEE_HEARING_TBL of the bulk files. Its rows here are constructed by its published columns: no real row was found.</summary>
public sealed class HearingTableTests
{
    private static readonly BillId Ab1 = BillId.FromLeginfoId("202520260AB1");
    private static readonly BillId Ab2 = BillId.FromLeginfoId("202520260AB2");

    [Fact]
    public async Task The_rows_of_a_wanted_bill_are_read_with_their_days_and_without_a_time()
    {
        await using var host = Host(Row(Ab1, "CX18", "2026-03-10"), Row(Ab2, "CX25", "2026-03-11"), Row(Ab1, "CX18", "2026-03-10"));

        var reading = Assert.Single((await PollAsync(host)).OfType<SourceEvent.HearingsRead>()).Reading;

        var row = Assert.Single(reading.Rows);
        Assert.Equal((new DateOnly(2026, 3, 10), "CX18", null, null, null), (row.Date, row.Committee, row.Time, row.Place, row.GoneOn));
        Assert.True(reading.IsWhole);
        Assert.Equal((Ab1, "hearings/1", "bulk"), (reading.Bill, reading.Provenance.Parser, reading.Provenance.Source));
    }

    [Fact]
    public async Task Without_a_location_the_committees_type_and_number_are_its_code()
    {
        await using var host = Host($"`{Ab1.LeginfoId}`\t`CX`\t7\t2026-03-10 00:00:00\tNULL\t`u`\tNULL\n");

        Assert.Equal("CX07", Assert.Single((await PollAsync(host)).OfType<SourceEvent.HearingsRead>()).Reading.Rows[0].Committee);
    }

    [Fact]
    public async Task A_table_without_rows_of_other_bills_says_nothing_of_what_it_lacks()
    {
        await using var empty = Host();
        await using var own = Host(Row(Ab1, "CX18", "2026-03-10"), Row(Ab1, "CX18", "2026-03-10"));

        Assert.All([await PollAsync(empty), await PollAsync(own)], events => Assert.False(Assert.Single(events.OfType<SourceEvent.HearingsRead>()).Reading.IsWhole));
    }

    [Fact]
    public async Task A_missing_table_tells_nothing_at_all()
    {
        await using var host = new BulkHost().Put("pubinfo_2025.zip", Bill().Bytes(), BulkHost.Sunday);

        var events = await PollAsync(host);

        Assert.DoesNotContain(events, told => told is SourceEvent.HearingsRead or SourceEvent.HearingsNotRead);
        Assert.Equal("BillRead", events.Of(Ab1));
    }

    [Theory]
    [InlineData("`202520260AB1`\t`CX`\t18\n", "3 columns instead of 7")]
    [InlineData("`202520260AB1`\t`CX`\t18\tsoon\t`CX18`\t`u`\tNULL\n", "cannot be read")]
    [InlineData("`202520260AB1`\t`CX", "cut inside a field")]
    public async Task A_broken_table_is_told_with_its_reason_and_the_bill_is_read_all_the_same(string table, string reason)
    {
        await using var host = Host(table);

        var events = await PollAsync(host);

        Assert.Equal("BillRead", events.Of(Ab1));
        Assert.Contains(reason, Assert.Single(events.OfType<SourceEvent.HearingsNotRead>()).Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(events, told => told is SourceEvent.HearingsRead or SourceEvent.Quarantined or SourceEvent.FetchFailed);
        Assert.DoesNotContain("bulk/20252026/pubinfo_2025.zip", events.Validators().Keys);
    }

    [Fact]
    public async Task An_increment_adds_and_speaks_for_nothing_that_it_lacks()
    {
        await using var host = Host(Row(Ab1, "CX18", "2026-03-10"), Row(Ab2, "CX25", "2026-03-11"))
            .Put("pubinfo_Mon.zip", Bill().Bytes(Table(Row(Ab1, "CX25", "2026-03-18"))), BulkHost.Sunday.AddDays(1));
        var first = await PollAsync(host);

        var events = await host.PollAsync(first.Validators().SetItem("bulk/20252026/pubinfo_Mon.zip", BulkHost.Sunday.ToString("R")), new BillRequest(Ab1, "hash"));

        Assert.Equal(["CX18", "CX25"], Assert.Single(first.OfType<SourceEvent.HearingsRead>()).Reading.Rows.Select(row => row.Committee));
        Assert.True(Assert.Single(first.OfType<SourceEvent.HearingsRead>()).Reading.IsWhole);
        Assert.All(events.OfType<SourceEvent.HearingsRead>(), told => Assert.Contains("CX25", told.Reading.Rows.Select(row => row.Committee)));
    }

    [Fact]
    public async Task While_a_newer_file_went_unread_nothing_that_is_missing_is_gone()
    {
        await using var host = Host(Row(Ab2, "CX25", "2026-03-11")).Fail("pubinfo_Mon.zip");

        Assert.All((await PollAsync(host)).OfType<SourceEvent.HearingsRead>(), told => Assert.False(told.Reading.IsWhole));
    }

    private static BulkZip Bill() => new BulkZip().Bill(Ab1, "In Committee Process", "Read first time. To print.");

    private static BulkHost Host(params string[] rows) => new BulkHost().Put("pubinfo_2025.zip", Bill().Bytes(Table(rows)), BulkHost.Sunday);

    private static (string, byte[]) Table(params string[] rows) => ("COMMITTEE_HEARING_TBL.dat", Encoding.UTF8.GetBytes(string.Concat(rows)));

    private static string Row(BillId bill, string code, string day) => $"`{bill.LeginfoId}`\t`{code[..2]}`\t{code[2..]}\t{day} 00:00:00\t`{code}`\t`u`\t2026-03-01 17:00:00\n";

    private static Task<System.Collections.Immutable.ImmutableArray<SourceEvent>> PollAsync(BulkHost host) => host.PollAsync(null, new BillRequest(Ab1, null));
}
