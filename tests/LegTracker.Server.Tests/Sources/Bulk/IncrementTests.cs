using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Tests.Sources.Bulk;

/// <summary>Which file's state of a bill counts, and that no older state ever follows a newer one.</summary>
public sealed class IncrementTests
{
    private static readonly BillId Ab1 = BillId.FromLeginfoId("202520260AB1");
    private static readonly BillId Ab2 = BillId.FromLeginfoId("202520260AB2");
    private static readonly DateTimeOffset Monday = BulkHost.Sunday.AddDays(1);
    private static readonly DateTimeOffset Tuesday = BulkHost.Sunday.AddDays(2);
    private static readonly DateTimeOffset Wednesday = BulkHost.Sunday.AddDays(3);

    [Fact]
    public async Task The_newest_file_that_holds_a_bill_counts_and_each_bill_is_read_once()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", Bill("one").Bytes(), BulkHost.Sunday)
            .Put("pubinfo_Mon.zip", Bill("one", "two").Bytes(), Monday)
            .Put("pubinfo_Wed.zip", Bill("one", "two", "three").Bytes(), Wednesday)
            .Put("pubinfo_Tue.zip", Bill("one", "TWO").Bytes(), Tuesday);

        var events = await host.PollAsync(null, new BillRequest(Ab1, null));

        Assert.Equal("three", events.Read(Ab1).LastLine());
        Assert.EndsWith("pubinfo_Wed.zip", events.Read(Ab1).Provenance.Url, StringComparison.Ordinal);
        Assert.Equal(4, events.AppliedFiles().Count());
    }

    [Fact]
    public async Task An_increment_that_is_not_newer_than_the_session_file_is_not_read()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", Bill("one", "two").Bytes(), BulkHost.Sunday)
            .Put("pubinfo_Fri.zip", Bill("one").Bytes(), BulkHost.Sunday.AddDays(-2))
            .Put("pubinfo_Sat.zip", "<html>"u8.ToArray(), BulkHost.Sunday);

        var events = await host.PollAsync(null, new BillRequest(Ab1, null));

        Assert.Equal("two", events.Read(Ab1).LastLine());
        Assert.Single(host.Asked, "pubinfo_Fri.zip");
        Assert.Empty(events.OfType<SourceEvent.Quarantined>());
    }

    [Fact]
    public async Task A_changed_increment_is_read_and_the_rest_is_not_modified()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", Bill("one").Bill(Ab2, "x", "one").Bytes(), BulkHost.Sunday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null), new BillRequest(Ab2, null));

        host.Put("pubinfo_Mon.zip", Bill("one", "two").Bytes(), Monday);
        var second = await host.PollAsync(first.Validators(), Known(first, Ab1), Known(first, Ab2));

        Assert.Equal("two", second.Read(Ab1).LastLine());
        Assert.Contains(new SourceEvent.BillUnchanged(Ab2, NotModified: true, 304, 0), second);
        Assert.Equal("Tue, 03 Mar 2026 05:25:00 GMT", second.Validators()["bulk/20252026/pubinfo_Mon.zip"]);
    }

    [Fact]
    public async Task An_increment_with_part_of_the_rows_takes_the_earlier_prints_from_the_session_file()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", Bill("one").Bytes(), BulkHost.Sunday)
            .Put("pubinfo_Mon.zip", new BulkZip().State(Ab1, "In Floor Process", "98AMD").Lines(Ab1, "one", "two").Print(Ab1, 98, "AMD", "Amended Assembly", "Berman", "Zbur", "Ta").Bytes(), Monday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null));

        // History rows alone, as on a day without a new print; nothing else has changed.
        host.Put("pubinfo_Wed.zip", new BulkZip().State(Ab1, "Enrolled", "98AMD").Lines(Ab1, "one", "two", "three").Bytes(), Wednesday);
        var second = await host.PollAsync(first.Validators(), Known(first, Ab1));

        var record = second.Read(Ab1).Record;
        Assert.Equal(["one", "two", "three"], record.History.Select(line => line.Text));
        Assert.Equal(["20250AB199INT", "20250AB198AMD"], record.Versions.Select(version => version.Id));
        Assert.Equal(("Enrolled", "Topic of AB 1.", "Berman", "Ta"), (record.StatusText, record.Topic, Assert.Single(record.LeadAuthors), record.Coauthors[0]));
    }

    [Fact]
    public async Task A_failing_increment_stops_no_other_but_its_bills_are_not_called_unchanged()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", Bill("one").Bill(Ab2, "x", "one").Bytes(), BulkHost.Sunday).Put("pubinfo_Mon.zip", Bill("one", "two").Bytes(), Monday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null), new BillRequest(Ab2, null));

        host.Fail("pubinfo_Tue.zip").Put("pubinfo_Wed.zip", Bill("one", "two", "three").Bytes(), Wednesday);
        var second = await host.PollAsync(first.Validators(), Known(first, Ab1), Known(first, Ab2));

        Assert.Equal("three", second.Read(Ab1).LastLine());
        Assert.Equal("FetchFailed", second.Of(Ab2));
        Assert.False(second.Validators().ContainsKey("bulk/20252026/pubinfo_Tue.zip"));
        Assert.Contains(second, told => told is SourceEvent.FetchFailed { Bill: null, HttpStatus: 500 });
    }

    [Fact]
    public async Task A_file_that_comes_late_does_not_bring_an_older_state_back()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", Bill("one").Bytes(), BulkHost.Sunday).Fail("pubinfo_Mon.zip").Put("pubinfo_Wed.zip", Bill("one", "two", "three").Bytes(), Wednesday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null));

        host.Put("pubinfo_Mon.zip", Bill("one", "two").Bytes(), Monday);
        var second = await host.PollAsync(first.Validators(), Known(first, Ab1));

        Assert.Equal("three", first.Read(Ab1).LastLine());
        Assert.True(second[0] is SourceEvent.BillUnchanged { NotModified: false }, second[0].ToString());
        Assert.True(second.Validators().ContainsKey("bulk/20252026/pubinfo_Mon.zip"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_newer_file_cannot_be_read_an_older_one_tells_nothing_and_is_kept_for_later(bool restarted)
    {
        var validators = ImmutableDictionary<string, string>.Empty;
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", Bill("one").Bytes(), BulkHost.Sunday).Fail("pubinfo_Mon.zip").Put("pubinfo_Wed.zip", Bill("one", "two", "three").Bytes(), Wednesday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null));
        validators = restarted ? first.Validators() : validators;
        await using var later = restarted ? new BulkHost() : null;
        var second = later ?? host;

        // The validators were not saved, or the process is new: either memory alone has to do.
        second.Put("pubinfo_2025.zip", Bill("one").Bytes(), BulkHost.Sunday).Put("pubinfo_Mon.zip", Bill("one", "two").Bytes(), Monday).Fail("pubinfo_Wed.zip");
        var events = await second.PollAsync(validators, Known(first, Ab1));

        Assert.Equal("FetchFailed", events.Of(Ab1));
        Assert.False(events.Validators().ContainsKey("bulk/20252026/pubinfo_Mon.zip"));
    }

    [Fact]
    public async Task A_broken_increment_stands_in_the_way_of_older_files_only()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", Bill("one").Bill(Ab2, "x", "one").Bytes(), BulkHost.Sunday)
            .Put("pubinfo_Tue.zip", "no zip"u8.ToArray(), Tuesday)
            .Put("pubinfo_Mon.zip", new BulkZip().Bill(Ab2, "x", "one", "two").Bytes(), Monday)
            .Put("pubinfo_Wed.zip", Bill("one", "two").Bytes(), Wednesday);

        var events = await host.PollAsync(null, new BillRequest(Ab1, null), new BillRequest(Ab2, null));

        Assert.Equal(("BillRead", "FetchFailed"), (events.Of(Ab1), events.Of(Ab2)));
        Assert.Equal(["bulk/20252026/pubinfo_Wed.zip"], events.AppliedFiles());
    }

    [Fact]
    public async Task A_bill_tracked_later_is_read_although_no_file_has_changed()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", Bill("one").Bill(Ab2, "x", "one").Bytes(), BulkHost.Sunday).Put("pubinfo_Mon.zip", Bill("one", "two").Bytes(), Monday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null));

        var second = await host.PollAsync(first.Validators(), Known(first, Ab1), new BillRequest(Ab2, null));

        Assert.Equal(("BillUnchanged", "BillRead"), (second.Of(Ab1), second.Of(Ab2)));
    }

    private static BulkZip Bill(params string[] lines) => new BulkZip().Bill(Ab1, "In Committee Process", lines);

    private static BillRequest Known(ImmutableArray<SourceEvent> events, BillId bill) => new(bill, events.Read(bill).Provenance.ContentSha256);
}
