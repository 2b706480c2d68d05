using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Sources.Bulk;

public sealed class BulkSourceTests
{
    private static readonly BillId Ab1 = BillId.FromLeginfoId("202520260AB1");
    private static readonly BillId Ab2 = BillId.FromLeginfoId("202520260AB2");
    private static readonly BillId Sb3 = BillId.FromLeginfoId("202320240SB3");

    [SharedDataFact]
    public async Task The_real_rows_of_AB_831_give_its_whole_history_in_order()
    {
        var bill = BillId.FromLeginfoId("202520260AB831");
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", BulkZip.Real(), BulkHost.Sunday);

        var events = await host.PollAsync(null, new BillRequest(bill, null));

        var record = events.Read(bill).Record;
        Assert.Equal(37, record.History.Length);
        Assert.Equal(new TypeOfMeasure("Majority", Appropriation: false, FiscalCommittee: true, LocalProgram: true, Urgency: false, TaxLevy: false), record.Type);
        Assert.Equal(new HistoryLine(new DateOnly(2025, 2, 19), "Read first time. To print."), record.History[0]);
        Assert.Equal(["Withdrawn from committee.", "Ordered to second reading."], record.History.Where(line => line.Date == new DateOnly(2025, 4, 10)).Select(line => line.Text));
        Assert.Equal(
            ["From inactive file.", "Ordered to second reading.", "Read second time and amended. Ordered returned to second reading."],
            record.History.Where(line => line.Date == new DateOnly(2025, 6, 23)).Select(line => line.Text));
        Assert.Equal("In committee: Referred to suspense file.", record.History[23].Text);
        Assert.Equal("Chaptered by Secretary of State - Chapter 623, Statutes of 2025.", record.History[^1].Text);
        Assert.Equal(["20250AB83199INT", "20250AB83198AMD", "20250AB83197AMD", "20250AB83196AMD", "20250AB83195ENR", "20250AB83194CHP"], record.Versions.Select(version => version.Id));
        Assert.Equal(new BillVersion("20250AB83199INT", new DateOnly(2025, 2, 19), "Introduced", "Gaming: Tribal-state gaming compacts."), record.Versions[0] with { Type = null });
        Assert.Equal("Gambling: operation of a contest or sweepstakes.", record.Topic);
        Assert.Equal("Valencia", Assert.Single(record.LeadAuthors));
        Assert.Equal(("Chaptered", "Secretary of State", null), (record.StatusText, record.HouseLocation, record.Title));
    }

    [Fact]
    public async Task A_first_reading_carries_its_evidence_and_the_next_poll_says_not_modified()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", new BulkZip().Bill(Ab1, "In Committee Process", "Read first time.  To   print.", "Referred to Com. on  APPR.").Bytes(), BulkHost.Sunday);

        var first = await host.PollAsync(null, new BillRequest(Ab1, null), new BillRequest(Ab2, null));
        var read = first.Read(Ab1);
        var second = await host.PollAsync(first.Validators(), new BillRequest(Ab1, read.Provenance.ContentSha256));

        Assert.Equal(["Read first time. To print.", "Referred to Com. on APPR."], read.Record.History.Select(line => line.Text));
        Assert.Equal(("bulk", "polls/1", "bulk/3", BulkHost.Thursday), (read.Provenance.Source, read.Provenance.Poll, read.Provenance.Parser, read.Provenance.FetchTime));
        Assert.EndsWith("/pubinfo_2025.zip", read.Provenance.Url, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", read.Provenance.ContentSha256);
        Assert.Equal("BillNotFound", first.Of(Ab2));
        Assert.IsType<SourceEvent.ValidatorsSeen>(first[^1]);
        Assert.Equal("Mon, 02 Mar 2026 05:25:00 GMT", first.Validators()["bulk/20252026/pubinfo_2025.zip"]);
        Assert.Equal(new SourceEvent.BillUnchanged(Ab1, NotModified: true, 304, 0), second[0]);
    }

    [Fact]
    public async Task A_file_built_anew_with_the_same_bill_is_unchanged_by_its_content()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", new BulkZip().Bill(Ab1, "In Committee Process", "Introduced.").Bytes(), BulkHost.Sunday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null));

        host.Put("pubinfo_2025.zip", new BulkZip().Bill(Ab2, "x", "Introduced.").Bill(Ab1, "In Committee Process", "Introduced.").Bytes(), BulkHost.Sunday.AddDays(7));
        var second = await host.PollAsync(first.Validators(), new BillRequest(Ab1, first.Read(Ab1).Provenance.ContentSha256));

        Assert.True(second[0] is SourceEvent.BillUnchanged { NotModified: false, BodyBytes: > 0 }, second[0].ToString());
    }

    [Fact]
    public async Task A_bill_that_left_the_session_file_is_not_called_unchanged()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", new BulkZip().Bill(Ab2, "x", "Introduced.").Bytes(), BulkHost.Sunday);

        var events = await host.PollAsync(null, new BillRequest(Ab1, "00"));

        Assert.Equal("BillNotFound", events.Of(Ab1));
    }

    [Fact]
    public async Task A_past_session_asks_for_its_own_file_alone()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2023.zip", new BulkZip().Bill(Sb3, "Chaptered", "Introduced.").Bytes(), BulkHost.Sunday);

        var events = await host.PollAsync(null, new BillRequest(Sb3, null));

        Assert.Equal("Introduced.", events.Read(Sb3).LastLine());
        Assert.Equal(["pubinfo_2023.zip"], host.Asked.Distinct());
    }

    [Theory]
    [InlineData("2024-12-20", true)]
    [InlineData("2025-01-15", false)]
    public async Task For_a_month_after_its_end_a_session_still_has_increments(string today, bool asked)
    {
        await using var host = new BulkHost(CaliforniaTime.At(DateOnly.Parse(today, null), new TimeOnly(12, 0)));
        host.Put("pubinfo_2023.zip", new BulkZip().Bill(Sb3, "Chaptered", "Introduced.").Bytes(), BulkHost.Sunday);

        await host.PollAsync(null, new BillRequest(Sb3, null));

        Assert.Equal(asked, host.Asked.Contains("pubinfo_Sat.zip"));
    }

    [Fact]
    public async Task A_session_file_that_is_gone_is_a_failure_and_one_not_yet_built_is_not()
    {
        var ab1 = BillId.FromLeginfoId("202720280AB1");
        await using var host = new BulkHost(CaliforniaTime.At(new DateOnly(2026, 12, 8), new TimeOnly(12, 0)));

        var events = await host.PollAsync(null, new BillRequest(Sb3, null), new BillRequest(ab1, null));

        Assert.Equal("BillNotFound", events.Of(ab1));
        Assert.Equal("FetchFailed", events.Of(Sb3));
    }

    [Fact]
    public async Task A_large_session_file_is_read_in_parts_of_which_few_are_needed()
    {
        var noise = new byte[8 << 20];
        new Random(1).NextBytes(noise);
        var file = new BulkZip().Bill(Ab1, "x", "Introduced.").Bytes(("BILL_VERSION_TBL_2.lob", noise));
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", file, BulkHost.Sunday);

        var events = await host.PollAsync(null, new BillRequest(Ab1, null));

        Assert.InRange(events.Read(Ab1).BodyBytes, 1, file.Length / 4);
        Assert.All(host.Site.Requests.Where(request => request.Path == "/pubinfo_2025.zip"), request => Assert.NotNull(request.Header("Range")));
        Assert.False(Directory.Exists(host.Folder));
    }

    [Fact]
    public async Task A_host_that_sends_no_parts_is_read_through_a_temporary_file()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", new BulkZip().Bill(Ab1, "x", "Introduced.").Bytes(), BulkHost.Sunday, parts: false);

        var events = await host.PollAsync(null, new BillRequest(Ab1, null));

        Assert.Equal("Introduced.", events.Read(Ab1).LastLine());
        Assert.Empty(Directory.EnumerateFiles(host.Folder));
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_read_again()
    {
        var noise = new byte[2 << 20];
        new Random(1).NextBytes(noise);
        var old = new BulkZip().Bill(Ab1, "x", "Old line.").Bytes(("BILL_VERSION_TBL_1.lob", noise));
        var built = new BulkZip().Bill(Ab1, "x", "New line.").Bytes(("BILL_VERSION_TBL_1.lob", noise));
        var requests = 0;
        await using var host = new BulkHost();
        host.On("pubinfo_2025.zip", request => Interlocked.Increment(ref requests) == 1
            ? TinySite.File(request, old, BulkHost.Sunday)
            : TinySite.File(request, built, BulkHost.Sunday.AddDays(7)));

        var events = await host.PollAsync(null, new BillRequest(Ab1, null));

        Assert.Equal("New line.", events.Read(Ab1).LastLine());
        Assert.Equal("Mon, 09 Mar 2026 05:25:00 GMT", events.Validators()["bulk/20252026/pubinfo_2025.zip"]);
    }

    [Fact]
    public async Task Hostile_text_is_cleaned()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", new BulkZip().Bill(Ab1, "x\u001b[2J", "Read\u202e first\u0007 time.\u001b[31m").Bytes(), BulkHost.Sunday);

        var record = (await host.PollAsync(null, new BillRequest(Ab1, null))).Read(Ab1).Record;

        Assert.Equal(("Read first time.[31m", "x[2J"), (record.History[0].Text, record.StatusText));
    }

    public static TheoryData<string, byte[]> BrokenFiles => new()
    {
        { "NOT_THE_FILE", "<!DOCTYPE html><html><body>Service unavailable</body></html>"u8.ToArray() },
        { "BROKEN_ZIP", "PK\u0003\u0004 and then nothing that a zip would hold"u8.ToArray() },
        { "BROKEN_ZIP", [] },
        { "BROKEN_ZIP", Whole()[..^40] },
        { "BROKEN_ZIP", Damaged() },
        { "MISSING_TABLE", new BulkZip().Bill(Ab1, "x", "Introduced.").Without("BILL_HISTORY_TBL").Bytes() },
        { "BROKEN_TABLE", new BulkZip().Bill(Ab1, "x", "Introduced.").Row("BILL_HISTORY_TBL", "`202520260AB9`", "1", "2025-01-01 00:00:00").Bytes() },
        { "BROKEN_TABLE", new BulkZip().Bill(Ab1, "x", "Introduced.").Row("BILL_HISTORY_TBL", "`202520260AB1`", "1", "2025-13-01 00:00:00", "`x`", "``", "NULL", "2", "``", "``", "``", "``", "``", "``").Bytes() },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public async Task A_broken_file_is_quarantined_and_nothing_of_it_is_used(string reason, byte[] file)
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", file, BulkHost.Sunday);

        var events = await host.PollAsync(null, new BillRequest(Ab1, null), new BillRequest(Ab2, "00"));

        Assert.Equal(reason, Assert.Single(events.OfType<SourceEvent.Quarantined>()).Reason);
        Assert.Equal(("FetchFailed", "FetchFailed"), (events.Of(Ab1), events.Of(Ab2)));
        Assert.Empty(events.AppliedFiles());
    }

    [Fact]
    public async Task A_bill_without_any_history_is_quarantined_and_asked_for_again()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", new BulkZip().Bill(Ab1, "x").Bill(Ab2, "x", "Introduced.").Bytes(), BulkHost.Sunday);

        var events = await host.PollAsync(null, new BillRequest(Ab1, null), new BillRequest(Ab2, null));

        Assert.Equal("EMPTY_HISTORY", Assert.Single(events.OfType<SourceEvent.Quarantined>()).Reason);
        Assert.Equal("BillRead", events.Of(Ab2));
        Assert.Empty(events.AppliedFiles());
    }

    private static byte[] Whole() => new BulkZip().Bill(Ab1, "x", "Introduced.").Bytes();

    // The directory names another checksum for the first table than its content has.
    private static byte[] Damaged()
    {
        var file = Whole();
        file[file.AsSpan().IndexOf("PK\u0001\u0002"u8) + 16] ^= 0x10;
        return file;
    }
}
