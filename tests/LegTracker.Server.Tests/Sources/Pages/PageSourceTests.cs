using System.Collections.Immutable;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Server.Sources;
using LegTracker.Server.Sources.Pages;
using LegTracker.Server.Tests.Sources.Bulk;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Sources.Pages;

public sealed class PageSourceTests
{
    internal static readonly BillRecord Ab379 = new()
    {
        Id = BillId.FromLeginfoId("202520260AB379"),
        Topic = "Crimes: prostitution.",
        Title = "An act to amend Section 647 of the Penal Code, relating to crimes.",
        LeadAuthors = ["Schultz", "Krell"],
        Coauthors = ["Alanis", "Ta"],
        History =
        [
            new(new DateOnly(2025, 2, 3), "Read first time. To print."),
            new(new DateOnly(2025, 2, 4), "From printer. May be heard in committee March 6."),
            new(new DateOnly(2025, 4, 10), "Withdrawn from committee."),
            new(new DateOnly(2025, 4, 10), "Ordered to second reading."),
            new(new DateOnly(2025, 4, 21), "Read second time. Ordered to third reading."),
            new(new DateOnly(2025, 5, 1), "Read third time. Passed. Ordered to the Senate. (Ayes 74. Noes 0. Page 1362.)"),
            new(new DateOnly(2025, 5, 1), "In Senate. Read first time. To Com. on RLS. for assignment."),
        ],
        Versions = [new("20250AB37999INT", new DateOnly(2025, 2, 3), "Introduced", null), new("20250AB37998AMD", new DateOnly(2025, 4, 24), "Amended Assembly", null)],
        StatusText = "In Committee Process",
        HouseLocation = "Senate",
    };

    private static readonly DateTimeOffset Now = new(2026, 3, 5, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Two_pages_give_the_record_and_an_unchanged_one_is_known_by_its_hash()
    {
        await using var site = SiteOf(Ab379);

        var first = await PollAsync(site, PageAccess.Permitted, new BillRequest(Ab379.Id, null));
        var read = Assert.IsType<SourceEvent.BillRead>(first[0]);
        var second = await PollAsync(site, PageAccess.Permitted, new BillRequest(Ab379.Id, read.Provenance.ContentSha256));

        AssertSame(Ab379, read.Record);
        Assert.Equal(("pages", "pages/2", Now), (read.Provenance.Source, read.Provenance.Parser, read.Provenance.FetchTime));
        Assert.EndsWith("/faces/billHistoryClient.xhtml?bill_id=202520260AB379", read.Provenance.Url, StringComparison.Ordinal);
        Assert.True(second[0] is SourceEvent.BillUnchanged { NotModified: false, HttpStatus: 200, BodyBytes: > 0 }, second[0].ToString());
        Assert.Equal(4, site.Requests.Count);
        Assert.All(site.Requests, request => Assert.Matches(@"&rev=\d+$", request.Path));
    }

    [Fact]
    public async Task Any_change_that_matters_is_another_hash()
    {
        var changes = new[]
        {
            Ab379 with { Topic = "Crimes." },
            Ab379 with { Title = "An act." },
            Ab379 with { LeadAuthors = ["Krell"] },
            Ab379 with { Coauthors = ["Alanis"] },
            Ab379 with { StatusText = "Died" },
            Ab379 with { HouseLocation = "Governor" },
            Ab379 with { Versions = Ab379.Versions.RemoveAt(1) },
            Ab379 with { History = Ab379.History.SetItem(0, new HistoryLine(new DateOnly(2025, 2, 3), "Read first time. To print. (Page 12.)")) },
        };

        var hashes = changes.Append(Ab379).Select(record => PageFingerprint.Of("pages/1", record.Id, SitePages.History(record), SitePages.Status(record))).Select(text => text!.Sha256()).ToArray();

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [SharedDataFact]
    public async Task The_pages_give_the_record_that_the_bulk_rows_give()
    {
        var bill = BillId.FromLeginfoId("202520260AB831");
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", BulkZip.Real(), BulkHost.Sunday);
        var bulk = (await host.PollAsync(null, new BillRequest(bill, null))).Read(bill).Record;
        await using var site = SiteOf(bulk, "Inactive Bill - ");

        var pages = Assert.IsType<SourceEvent.BillRead>((await PollAsync(site, PageAccess.Permitted, new BillRequest(bill, null)))[0]).Record;

        // Topics of single prints, and the type of older ones, stand in the tables alone.
        AssertSame(bulk with { Versions = [.. bulk.Versions.Select((version, at) => version with { Topic = null, Type = at == bulk.Versions.Length - 1 ? version.Type : null })] }, pages);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /", 200)]
    [InlineData("", 503)]
    [InlineData("", 429)]
    public async Task A_site_whose_robots_txt_forbids_or_fails_is_not_read(string robots, int status)
    {
        await using var site = SiteOf(Ab379, robots: TinySite.Answer(status, Encoding.ASCII.GetBytes(robots)));

        var events = await PollAsync(site, PageAccess.ObeyRobots, new BillRequest(Ab379.Id, null));

        Assert.Contains("LegTracker:Sources:Pages:Access", Assert.IsType<SourceEvent.NotPermitted>(Assert.Single(events)).Reason, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt"], site.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData("<html><body>Down for maintenance</body></html>")]
    [InlineData("\uFEFF  <!DOCTYPE html>\n<title>Just a moment...</title>")]
    public async Task A_web_page_in_the_place_of_robots_txt_permits_nothing(string page)
    {
        await using var site = SiteOf(Ab379, robots: TinySite.Answer(200, Encoding.UTF8.GetBytes(page)));

        var events = await PollAsync(site, PageAccess.ObeyRobots, new BillRequest(Ab379.Id, null));

        Assert.IsType<SourceEvent.NotPermitted>(Assert.Single(events));
        Assert.Equal(["/robots.txt"], site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task No_request_starts_in_the_sites_daily_pause()
    {
        var pauseBegins = new DateTimeOffset(2026, 3, 5, 14, 0, 0, TimeSpan.Zero);
        var time = new ManualTimeProvider(pauseBegins);
        await using var site = SiteOf(Ab379);
        using var source = new PageSource(new PageSourceOptions(site.Address, PageAccess.ObeyRobots, TimeSpan.Zero, ""), new LegislativeClock(time), time);

        var within = await PollAsync(source, new BillRequest(Ab379.Id, null));
        time.Advance(TimeSpan.FromMinutes(14.9));
        var still = await PollAsync(source, new BillRequest(Ab379.Id, null));
        var asked = site.Requests.Count;
        time.Advance(TimeSpan.FromMinutes(0.1));
        var after = await PollAsync(source, new BillRequest(Ab379.Id, null));

        Assert.Equal(pauseBegins.AddMinutes(15), Assert.IsType<SourceEvent.SitePaused>(Assert.Single(within)).Until);
        Assert.IsType<SourceEvent.SitePaused>(Assert.Single(still));
        Assert.Equal(0, asked);
        Assert.IsType<SourceEvent.BillRead>(after[0]);
    }

    [Theory]
    [InlineData(13, 30, 503, true)]
    [InlineData(15, 0, 503, true)]
    [InlineData(13, 30, 200, true)]
    [InlineData(13, 30, 403, false)]
    [InlineData(11, 59, 503, false)]
    [InlineData(20, 0, 503, false)]
    public async Task An_outage_near_the_pause_is_the_pause_and_elsewhere_a_failure(int hour, int minute, int status, bool isPause)
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 5, hour, minute, 0, TimeSpan.Zero));
        await using var site = new TinySite(_ => status == 200 ? TinySite.Html("<html><body>Down for maintenance</body></html>") : TinySite.Answer(status, []));
        using var source = new PageSource(new PageSourceOptions(site.Address, PageAccess.Permitted, TimeSpan.Zero, ""), new LegislativeClock(time), time);

        var events = await PollAsync(source, new BillRequest(Ab379.Id, null), new BillRequest(BillId.FromLeginfoId("202520260AB1"), null));

        Assert.Equal(isPause, events is [SourceEvent.SitePaused { Until: var until }] && until == time.GetUtcNow().AddMinutes(15));
        Assert.Equal(!isPause, events.Any(told => told is SourceEvent.FetchFailed));
        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    public async Task A_site_without_robots_txt_is_read(int status)
    {
        await using var site = SiteOf(Ab379, robots: TinySite.Answer(status, []));

        var events = await PollAsync(site, PageAccess.ObeyRobots, new BillRequest(Ab379.Id, null));

        Assert.IsType<SourceEvent.BillRead>(events[0]);
    }

    [Fact]
    public async Task Robots_txt_is_read_again_after_a_day()
    {
        var time = new ManualTimeProvider(Now);
        var robots = "User-agent: *\nDisallow: /private";
        await using var site = new TinySite(request => request.Path == "/robots.txt" ? TinySite.Answer(200, Encoding.ASCII.GetBytes(robots)) : PageOf(request, Ab379));
        using var source = Source(site, PageAccess.ObeyRobots, time);

        var first = await PollAsync(source, new BillRequest(Ab379.Id, null), new BillRequest(Ab379.Id, null));
        robots = "User-agent: *\nDisallow: /";
        time.Advance(TimeSpan.FromHours(23));
        var second = await PollAsync(source, new BillRequest(Ab379.Id, null));
        time.Advance(TimeSpan.FromHours(1));
        var third = await PollAsync(source, new BillRequest(Ab379.Id, null));

        Assert.IsType<SourceEvent.BillRead>(first[0]);
        Assert.IsType<SourceEvent.BillRead>(second[0]);
        Assert.IsType<SourceEvent.NotPermitted>(Assert.Single(third));
        Assert.Equal(2, site.Requests.Count(request => request.Path == "/robots.txt"));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_site_that_refuses_is_asked_once(int status)
    {
        await using var site = new TinySite(_ => TinySite.Answer(status, [], "Retry-After: 60"));

        var events = await PollAsync(site, PageAccess.Permitted, new BillRequest(Ab379.Id, null), new BillRequest(BillId.FromLeginfoId("202520260AB1"), null));

        Assert.Single(site.Requests);
        Assert.Equal([Ab379.Id, null], events.Cast<SourceEvent.FetchFailed>().Select(failed => failed.Bill));
        Assert.All(events.Cast<SourceEvent.FetchFailed>(), failed => Assert.NotNull(failed.RetryAfter));
    }

    [Fact]
    public async Task A_maintenance_page_is_quarantined_with_its_body_and_ends_the_poll()
    {
        await using var site = new TinySite(_ => TinySite.Html("<html><body>Down for maintenance</body></html>"));

        var events = await PollAsync(site, PageAccess.Permitted, new BillRequest(Ab379.Id, "00"), new BillRequest(BillId.FromLeginfoId("202520260AB1"), null));

        var quarantined = Assert.IsType<SourceEvent.Quarantined>(events[0]);
        Assert.Equal(("MAINTENANCE", "<html><body>Down for maintenance</body></html>"), (quarantined.Reason, Encoding.UTF8.GetString(quarantined.Body)));
        Assert.True(events[1] is SourceEvent.FetchFailed { Bill: null, Reason: "MAINTENANCE" });
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task One_broken_page_does_not_stop_the_next_bill()
    {
        var ab1 = Ab379 with { Id = BillId.FromLeginfoId("202520260AB1") };
        await using var site = new TinySite(request => request.Path.Contains("AB379", StringComparison.Ordinal)
            ? TinySite.Html("<html><body>Welcome</body></html>")
            : PageOf(request, ab1));

        var events = await PollAsync(site, PageAccess.Permitted, new BillRequest(Ab379.Id, null), new BillRequest(ab1.Id, null));

        Assert.Equal("NOT_THE_PAGE", Assert.IsType<SourceEvent.Quarantined>(events[0]).Reason);
        Assert.Equal(ab1.Id, Assert.IsType<SourceEvent.BillRead>(events[1]).Record.Id);
    }

    [Fact]
    public async Task An_unknown_bill_is_not_found_after_one_request()
    {
        await using var site = new TinySite(_ => TinySite.Html("<html><body><div id=\"bill_title\"><h2>null-0</h2></div></body></html>"));

        var events = await PollAsync(site, PageAccess.Permitted, new BillRequest(Ab379.Id, null));

        Assert.IsType<SourceEvent.BillNotFound>(Assert.Single(events));
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task Two_pages_that_disagree_on_the_newest_action_are_not_believed()
    {
        var old = Ab379 with { History = Ab379.History.RemoveAt(6) };
        await using var site = new TinySite(request => PageOf(request, request.Path.Contains("billHistory", StringComparison.Ordinal) ? old : Ab379));

        var events = await PollAsync(site, PageAccess.Permitted, new BillRequest(Ab379.Id, null));

        Assert.Equal("STALE_PAGE", Assert.IsType<SourceEvent.FetchFailed>(Assert.Single(events)).Reason);
    }

    private static TinySite SiteOf(BillRecord record, string flag = "Active Bill - ", byte[]? robots = null) =>
        new(request => request.Path == "/robots.txt" ? robots ?? TinySite.Answer(404, []) : PageOf(request, record, flag));

    private static byte[] PageOf(TinyRequest request, BillRecord record, string flag = "Active Bill - ") =>
        TinySite.Html(request.Path.StartsWith("/faces/billHistoryClient.xhtml?bill_id=" + record.Id.LeginfoId, StringComparison.Ordinal) ? SitePages.History(record) : SitePages.Status(record, flag));

    private static PageSource Source(TinySite site, PageAccess access, TimeProvider time) =>
        new(new PageSourceOptions(site.Address, access, TimeSpan.Zero, "clerk@example.org"), new LegislativeClock(time, Now, 0, Now), time);

    private static async Task<ImmutableArray<SourceEvent>> PollAsync(TinySite site, PageAccess access, params BillRequest[] bills)
    {
        using var source = Source(site, access, TimeProvider.System);
        return await PollAsync(source, bills);
    }

    private static async Task<ImmutableArray<SourceEvent>> PollAsync(PageSource source, params BillRequest[] bills)
    {
        var events = ImmutableArray.CreateBuilder<SourceEvent>();
        await foreach (var told in source.ReadAsync(new SourceRequest("polls/1", [.. bills], ImmutableDictionary<string, string>.Empty), CancellationToken.None))
        {
            if (told is not SourceEvent.Progress)
            {
                events.Add(told);
            }
        }

        return events.ToImmutable();
    }

    private static void AssertSame(BillRecord expected, BillRecord actual)
    {
        Assert.Equal(expected.History.AsEnumerable(), actual.History);
        Assert.Equal(expected.Versions.AsEnumerable(), actual.Versions);
        Assert.Equal(expected.LeadAuthors.AsEnumerable(), actual.LeadAuthors);
        Assert.Equal(expected.Coauthors.AsEnumerable(), actual.Coauthors);
        Assert.Equal((expected.Id, expected.Topic, expected.Title, expected.StatusText, expected.HouseLocation), (actual.Id, actual.Topic, actual.Title, actual.StatusText, actual.HouseLocation));
    }
}
