using System.Collections.Immutable;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Tests.Recording.Catalog;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Sources.Bulk;

/// <summary>What a poll of the bulk files leaves in the catalog, beside what it tells of the tracked bills.</summary>
public sealed class CatalogFeedTests : IDisposable
{
    private const string Session = "pubinfo_2025.zip";

    private static readonly BillId Ab1 = BillId.FromLeginfoId("202520260AB1");
    private static readonly BillId Ab2 = BillId.FromLeginfoId("202520260AB2");
    private static readonly DateTimeOffset Monday = BulkHost.Sunday.AddDays(1);
    private static readonly DateTimeOffset Tuesday = BulkHost.Sunday.AddDays(2);
    private static readonly DateTimeOffset Wednesday = BulkHost.Sunday.AddDays(3);

    private readonly CatalogFolder catalog = new();

    public void Dispose() => catalog.Dispose();

    [Fact]
    public async Task Tracked_and_untracked_bills_come_from_one_reading_of_a_file()
    {
        await using var host = Host();
        host.Put(Session, new BulkZip().Bill(Ab1, "x", "one").Bill(Ab2, "In Committee Process", "one", "two").Bytes(), BulkHost.Sunday);

        var events = await host.PollAsync(null, new BillRequest(Ab1, null));

        Assert.Equal("one", events.Read(Ab1).LastLine());
        Assert.Equal(("In Committee Process", "Topic of AB 2.", "two"), await Of(Ab2));
        Assert.Equal(2, (await catalog.Store.CountsAsync(CancellationToken.None)).Measures);
        Assert.Single(host.Asked, Session);
    }

    [SharedDataFact]
    public async Task The_real_rows_are_kept_whole_with_their_flags()
    {
        await using var host = Host();
        host.Put(Session, BulkZip.Real(), BulkHost.Sunday);

        await host.PollAsync(null);

        var bill = BillId.FromLeginfoId("202520260AB831");
        var prints = await catalog.Store.PrintsAsync(bill, CancellationToken.None);
        var found = await catalog.Store.FindAsync(bill, CancellationToken.None);
        Assert.Equal(37, (await catalog.Store.HistoryAsync(bill, CancellationToken.None)).Length);
        Assert.Equal(["20250AB83199INT", "20250AB83198AMD", "20250AB83197AMD", "20250AB83196AMD", "20250AB83195ENR", "20250AB83194CHP"], prints.Select(print => print.Print.Id));
        Assert.Equal(("BILL_VERSION_TBL_1532.lob", Session, new CatalogFlags("Majority", "No", "No", "No", null, "No", "No")), (prints[0].Lob, prints[0].LobFile, prints[0].Flags));
        Assert.Equal(("Chaptered", "623", "Valencia"), (found!.Status, found.Chapter, Assert.Single(found.LeadAuthors)));
        Assert.Equal("Chaptered by Secretary of State - Chapter 623, Statutes of 2025.", found.LastAction!.Text);
    }

    [Fact]
    public async Task Each_file_is_taken_once_and_nothing_is_asked_again_when_nothing_changed()
    {
        await using var host = Host();
        host.Put(Session, Bill("one").Bytes(), BulkHost.Sunday).Put("pubinfo_Mon.zip", Bill("one", "two").Bytes(), Monday);
        var first = await host.PollAsync(null);
        var requests = host.Asked.Count();

        var second = await host.PollAsync(first.Validators());

        Assert.Equal("two", (await Of(Ab1)).Last);
        Assert.All(host.Site.Requests.Skip(requests).Where(request => request.Path is "/pubinfo_2025.zip" or "/pubinfo_Mon.zip"), request => Assert.NotNull(request.Header("If-Modified-Since")));
        Assert.Empty(second.OfType<SourceEvent.FetchFailed>());
    }

    [Fact]
    public async Task A_catalog_made_anew_reads_the_files_although_the_bills_have_seen_them()
    {
        await using var host = Host();
        host.Put(Session, Bill("one").Bytes(), BulkHost.Sunday).Put("pubinfo_Mon.zip", Bill("one", "two").Bytes(), Monday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null));
        using var anew = new CatalogFolder();
        host.Catalog = anew.Store;

        var second = await host.PollAsync(first.Validators(), new BillRequest(Ab1, first.Read(Ab1).Provenance.ContentSha256));

        Assert.Equal("BillUnchanged", second.Of(Ab1));
        Assert.Equal(["one", "two"], (await anew.Store.HistoryAsync(Ab1, CancellationToken.None)).Select(line => line.Text));
    }

    [Fact]
    public async Task Increments_wait_for_the_session_file()
    {
        await using var host = Host();
        host.Fail(Session).Put("pubinfo_Mon.zip", Bill("one", "two").Bytes(), Monday);
        await host.PollAsync(null);
        Assert.Equal(0, (await catalog.Store.CountsAsync(CancellationToken.None)).Measures);

        host.Put(Session, Bill("one").Bill(Ab2, "x", "one").Bytes(), BulkHost.Sunday);
        await host.PollAsync(null);

        Assert.Equal(("two", "one"), ((await Of(Ab1)).Last, (await Of(Ab2)).Last));
    }

    [Fact]
    public async Task A_broken_file_leaves_the_catalog_as_it_was()
    {
        await using var host = Host();
        host.Put(Session, Bill("one").Bytes(), BulkHost.Sunday);
        await host.PollAsync(null);

        host.Put(Session, Bill("one", "two").Row("BILL_VERSION_AUTHORS_TBL", "`short`").Bytes(), BulkHost.Sunday.AddDays(7));
        var events = await host.PollAsync(null);

        Assert.Equal("BROKEN_TABLE", Assert.Single(events.OfType<SourceEvent.Quarantined>()).Reason);
        Assert.Equal("one", (await Of(Ab1)).Last);
        Assert.Equal(BulkHost.Sunday, catalog.Store.AppliedOf(2025, Session));
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_left_out_and_many_of_them_are_a_changed_layout()
    {
        await using var host = Host();
        var plan = Bill("one").Row("BILL_TBL", Row("202520260GRP1"));
        host.Put(Session, plan.Bytes(), BulkHost.Sunday);
        await host.PollAsync(null);

        var changed = Bill("one", "two");
        for (var number = 0; number < 150; number++)
        {
            changed.Row("BILL_TBL", Row($"2025-2026-AB{number}"));
        }

        host.Put(Session, changed.Bytes(), BulkHost.Sunday.AddDays(7));
        var events = await host.PollAsync(null);

        Assert.Equal("CATALOG", Assert.Single(events.OfType<SourceEvent.FetchFailed>()).Reason);
        Assert.Equal("one", (await Of(Ab1)).Last);
    }

    [Fact]
    public async Task The_newest_snapshot_stands_in_for_a_missed_night_for_bills_and_catalog()
    {
        await using var host = Host();
        host.Put(Session, Bill("one").Bytes(), BulkHost.Sunday).Put("pubinfo_Mon.zip", Bill("one").Bytes(), Monday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null));
        var known = new BillRequest(Ab1, first.Read(Ab1).Provenance.ContentSha256);

        // Tuesday's increment never came, Wednesday's did, and so did Wednesday's snapshot.
        host.Put("pubinfo_Wed.zip", new BulkZip().Bill(Ab2, "x", "one").Bytes(), Wednesday)
            .Put("pubinfo_daily_Wed.zip", Bill("one", "two").Bill(Ab2, "x", "one").Bytes(), Wednesday.AddMinutes(2));
        var second = await host.PollAsync(first.Validators(), known);
        var requests = host.Asked.Count();
        var third = await host.PollAsync(second.Validators(), known with { ContentSha256 = second.Read(Ab1).Provenance.ContentSha256 });

        Assert.EndsWith("pubinfo_daily_Wed.zip", second.Read(Ab1).Provenance.Url, StringComparison.Ordinal);
        Assert.Equal(("two", "one"), ((await Of(Ab1)).Last, (await Of(Ab2)).Last));
        Assert.Equal("BillUnchanged", third.Of(Ab1));
        Assert.DoesNotContain("pubinfo_daily_Wed.zip", host.Asked.Skip(requests));
    }

    [Fact]
    public async Task Without_a_missed_night_no_snapshot_is_asked_for()
    {
        await using var host = Host();
        host.Put(Session, Bill("one").Bytes(), BulkHost.Sunday)
            .Put("pubinfo_Mon.zip", Bill("one").Bytes(), Monday).Put("pubinfo_Tue.zip", Bill("one").Bytes(), Tuesday).Put("pubinfo_Wed.zip", Bill("one").Bytes(), Wednesday);

        await host.PollAsync(null);

        Assert.DoesNotContain(host.Asked, name => name.StartsWith("pubinfo_daily", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Texts_of_new_and_corrected_prints_are_handed_on_once()
    {
        var texts = new List<string>();
        catalog.Store.TextsTo = (text, _) => { texts.Add($"{text.Print.Id} {Encoding.UTF8.GetString(text.Lob.Span)}"); return Task.CompletedTask; };
        await using var host = Host();
        host.Put(Session, Bill("one").Bytes(("BILL_VERSION_TBL_1.lob", "old"u8.ToArray())), BulkHost.Sunday);
        await host.PollAsync(null);
        Assert.Empty(texts);

        var amended = new BulkZip().Bill(Ab1, "x", "one", "two").Print(Ab1, 98, "AMD", "Amended Assembly").Bytes(("BILL_VERSION_TBL_1.lob", "amended"u8.ToArray()));
        host.Put("pubinfo_Mon.zip", amended, Monday).Put("pubinfo_Tue.zip", amended, Tuesday);
        await host.PollAsync(null);

        Assert.Equal(["20250AB198AMD amended"], texts);
    }

    [Fact]
    public async Task A_text_that_cannot_be_fetched_is_tried_again_with_its_file_and_a_damaged_one_is_left_out()
    {
        var texts = new List<string>();
        catalog.Store.TextsTo = (text, _) => { texts.Add(text.Print.Id); return Task.CompletedTask; };
        var noise = new byte[2 << 20];
        new Random(1).NextBytes(noise);
        var increment = new BulkZip().Bill(Ab1, "x", "one", "two").Print(Ab1, 98, "AMD", "Amended Assembly").Bytes(("BILL_VERSION_TBL_1.lob", noise));
        var damaged = new BulkZip().Bill(Ab1, "x", "one", "two", "three").Print(Ab1, 97, "AMD", "Amended Senate").Bytes(("BILL_VERSION_TBL_1.lob", noise));
        damaged[damaged.Length / 2] ^= 1;
        await using var host = Host();
        host.Put(Session, Bill("one").Bytes(), BulkHost.Sunday);
        await host.PollAsync(null);
        var known = new BillRequest(Ab1, "00");

        // The tables stand at the zip's beginning; only the text's middle is out of reach.
        host.On("pubinfo_Mon.zip", request => request.Header("Range") is "bytes=-524288" or "bytes=0-262143" ? TinySite.File(request, increment, Monday) : TinySite.Answer(500, []));
        var first = await host.PollAsync(null, known);
        Assert.Equal(("BillRead", "CATALOG"), (first.Of(Ab1), Assert.Single(first.OfType<SourceEvent.FetchFailed>()).Reason));
        Assert.Equal("one", (await Of(Ab1)).Last);

        host.Put("pubinfo_Mon.zip", increment, Monday).Put("pubinfo_Tue.zip", damaged, Tuesday);
        await host.PollAsync(first.Validators(), known);
        Assert.Equal(["20250AB198AMD"], texts);
        Assert.Equal("three", (await Of(Ab1)).Last);
        Assert.Equal(Tuesday, catalog.Store.AppliedOf(2025, "pubinfo_Tue.zip"));
    }

    private BulkHost Host() => new() { Catalog = catalog.Store };

    private static BulkZip Bill(params string[] lines) => new BulkZip().Bill(Ab1, "x", lines);

    private static string[] Row(string id) =>
        [$"`{id}`", "`20252026`", "`0`", "`AB`", "1", "`x`", "NULL", "NULL", "NULL", "NULL", "NULL", "`Y`", "`u`", "2026-01-01 00:00:00", "NULL", "NULL", "NULL", "`x`", "NULL"];

    private async Task<(string? Status, string Subject, string Last)> Of(BillId bill)
    {
        var found = await catalog.Store.FindAsync(bill, CancellationToken.None);
        return (found!.Status, found.Subject, found.LastAction!.Text);
    }
}
