using System.Net;
using System.Xml.Linq;
using LegTracker.Legislature;
using LegTracker.Server.Feeds;
using LegTracker.Server.Recording;
using LegTracker.Server.Tests.Recording;

namespace LegTracker.Server.Tests.Feeds;

public sealed class ChangesFeedTests : IAsyncLifetime
{
    private FeedWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await FeedWorld.StartAsync();
        await world.PutAsync(FeedWorld.Ab1, "Human trafficking.", "2026-02-10 Read first time. To print.");
        await world.PutAsync(FeedWorld.Ab2, "Gambling.", "2026-02-10 Read first time. To print.");
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Each_change_is_an_entry_with_its_sentence_its_time_and_the_bills_page_newest_first()
    {
        await NewsAsync(FeedWorld.Ab1, "AB 1 was amended.");

        var feed = await world.AtomAsync();

        var log = (await world.Store.LogAsync()).Reverse().ToList();
        var entries = feed.Elements(FeedWorld.Atom + "entry").ToList();
        Assert.Equal(log.Select(change => change.Difference.Summary), entries.Select(entry => Value(entry, "summary")));
        Assert.Equal(log.Select(change => change.RecordTime), entries.Select(entry => DateTimeOffset.Parse(Value(entry, "updated"), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(Value(entries[0], "updated"), Value(feed, "updated"));
        Assert.Equal("AB 1 (2025-26): action added", Value(entries[0], "title"));
        Assert.Equal("https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202520260AB1", Link(entries[0], "alternate"));
        Assert.Equal("https://example.org/pubinfo.zip", Link(entries[0], "via"));
        Assert.Equal(["ACTION_ADDED", "AB 1 (2025-26)"], entries[0].Elements(FeedWorld.Atom + "category").Select(category => category.Attribute("term")!.Value));
    }

    [Fact]
    public async Task Ids_are_uuids_that_outlive_a_restart_and_no_two_are_the_same()
    {
        var before = await IdsAsync();
        await world.RestartAsync();
        await NewsAsync(FeedWorld.Ab1, "AB 1 was amended.");

        var after = await IdsAsync();

        Assert.Equal(before, after.Skip(1));
        Assert.Equal(after.Count, after.Distinct().Count());
        Assert.All(after, id => Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
    }

    [Fact]
    public async Task A_reader_that_has_the_newest_state_gets_304_until_something_is_recorded()
    {
        using var first = await world.GetAsync(ChangesFeed.Path);
        world.Pass(TimeSpan.FromHours(1));
        using var again = await world.GetAsync(ChangesFeed.Path, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var byTime = await world.GetAsync(ChangesFeed.Path, request => request.Headers.IfModifiedSince = world.Store.Created.AddHours(2));
        await NewsAsync(FeedWorld.Ab1, "AB 1 was amended.");
        world.Pass(TimeSpan.FromSeconds(1));
        using var changed = await world.GetAsync(ChangesFeed.Path, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal((HttpStatusCode.NotModified, 0L), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).LongLength));
        Assert.Equal(HttpStatusCode.NotModified, byTime.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
        using var later = await world.GetAsync(ChangesFeed.Path, request => request.Headers.IfModifiedSince = changed.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, later.StatusCode);
    }

    [Fact]
    public async Task No_time_is_given_while_its_second_runs_because_the_next_change_may_have_the_same()
    {
        await NewsAsync(FeedWorld.Ab1, "AB 1 was amended.");

        using var now = await world.GetAsync(ChangesFeed.Path);
        world.Pass(TimeSpan.FromSeconds(1));
        using var later = await world.GetAsync(ChangesFeed.Path);

        Assert.Null(now.Content.Headers.LastModified);
        Assert.NotNull(later.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_filter_that_a_bill_newly_fits_gives_another_tag_although_the_newest_change_is_the_same()
    {
        var path = ChangesFeed.Path + "?filter=stale";
        using var first = await world.GetAsync(path);
        await world.Store.RecordFailureAsync(FeedWorld.Ab1, Freshness.Stale, Entries.Poll(77, FeedWorld.Ab1, PollOutcome.FetchFailed, detail: "no answer"), CancellationToken.None);

        using var second = await world.GetAsync(path, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Empty(XDocument.Parse(await first.Content.ReadAsStringAsync()).Root!.Elements(FeedWorld.Atom + "entry"));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Null(second.Content.Headers.LastModified);
    }

    [Theory]
    [InlineData("?filter=trafficking", "AB 1")]
    [InlineData("?filter=-trafficking", "AB 2")]
    [InlineData("?bill=AB%202", "AB 2")]
    [InlineData("?bill=202520260AB1", "AB 1")]
    [InlineData("?bill=AB1&bill=AB2&filter=gambling", "AB 2")]
    public async Task A_filter_and_bills_choose_whose_changes_are_shown(string query, string only)
    {
        var entries = (await world.AtomAsync(query)).Elements(FeedWorld.Atom + "entry").ToList();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.StartsWith(only + " (", Value(entry, "title"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bill_named_whole_that_left_the_watch_list_keeps_its_entries()
    {
        await world.Store.UntrackAsync(FeedWorld.Ab2, "test", CancellationToken.None);

        var entries = (await world.AtomAsync("?bill=AB2%202025-26")).Elements(FeedWorld.Atom + "entry").ToList();

        Assert.Equal("AB 2 (2025-26): untracked", Value(entries[0], "title"));
        Assert.Equal(2, entries.Count);
    }

    [Fact]
    public async Task Pages_lead_to_each_change_once()
    {
        for (var i = 0; i < 7; i++)
        {
            await NewsAsync(FeedWorld.Ab1, $"News {i}.");
        }

        var whole = await IdsAsync();
        var paged = new List<string>();
        for (var page = await world.AtomAsync("?limit=2&bill=AB1&bill=AB2"); ; page = XDocument.Parse(await world.Http.GetStringAsync(Link(page, "next"))).Root!)
        {
            paged.AddRange(page.Elements(FeedWorld.Atom + "entry").Select(entry => Value(entry, "id")));
            if (Link(page, "next") is null)
            {
                break;
            }
        }

        Assert.Equal(9, whole.Count);
        Assert.Equal(whole, paged);
    }

    [Theory]
    [InlineData("?filter=stage:nowhere", "names no stage")]
    [InlineData("?filter=new", "dashboard")]
    [InlineData("?bill=nonsense", "AB 1394 2023-24")]
    [InlineData("?bill=AB%209", "watch list")]
    [InlineData("?limit=0", "1 to 500")]
    [InlineData("?limit=501", "1 to 500")]
    [InlineData("?before=x", "next")]
    [InlineData("?fliter=stale", "filter, bill, limit, before")]
    public async Task A_wrong_parameter_is_refused_in_words(string query, string said)
    {
        using var response = await world.GetAsync(ChangesFeed.Path + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(said, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_cleaned_and_stays_text()
    {
        await NewsAsync(FeedWorld.Ab1, "\u0000\u001b[2J<script>alert(1)</script> & ]]> \ud800 \u202egnp.exe\ufffe end");

        var entry = (await world.AtomAsync()).Elements(FeedWorld.Atom + "entry").First();

        Assert.Equal("[2J<script>alert(1)</script> & ]]> gnp.exe end", Value(entry, "summary"));
        Assert.Equal("text", entry.Element(FeedWorld.Atom + "summary")!.Attribute("type")!.Value);
    }

    [Fact]
    public async Task It_speaks_HTTP_1_1_reads_only_and_answers_to_names_of_this_machine_alone()
    {
        using var get = await world.GetAsync(ChangesFeed.Path, request => (request.Version, request.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact));
        using var head = await world.GetAsync(ChangesFeed.Path, request => request.Method = HttpMethod.Head);
        using var post = await world.GetAsync(ChangesFeed.Path, request => request.Method = HttpMethod.Post);
        using var elsewhere = await world.GetAsync("/legtracker.v1.BillService/ListBills");
        using var rebound = await world.GetAsync(ChangesFeed.Path, request => request.Headers.Host = "evil.example");

        Assert.Equal(HttpVersion.Version11, get.Version);
        Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, rebound.StatusCode);
    }

    private Task NewsAsync(BillId bill, string summary) => world.ReadAsync(
        bill, bill == FeedWorld.Ab1 ? "Human trafficking." : "Gambling.", [new Difference(ChangeKind.ActionAdded, null, null, "x", null, summary)], "2026-02-10 Read first time. To print.");

    private async Task<List<string>> IdsAsync() => [.. (await world.AtomAsync()).Elements(FeedWorld.Atom + "entry").Select(entry => Value(entry, "id"))];

    private static string Value(XElement element, string name) => element.Element(FeedWorld.Atom + name)!.Value;

    private static string? Link(XElement element, string relation) =>
        element.Elements(FeedWorld.Atom + "link").SingleOrDefault(link => link.Attribute("rel")?.Value == relation)?.Attribute("href")!.Value;
}
