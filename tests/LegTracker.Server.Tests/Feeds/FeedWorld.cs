using System.Collections.Immutable;
using System.Xml.Linq;
using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Comparing;
using LegTracker.Server.Feeds;
using LegTracker.Server.Recording;
using LegTracker.Server.Tests.Recording;
using LegTracker.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegTracker.Server.Tests.Feeds;

/// <summary>The feeds on a real socket over a real store, whose bills and hearings the test records; the clock stands on March 2, 2026.</summary>
internal sealed class FeedWorld : IAsyncDisposable
{
    public static readonly BillId Ab1 = BillId.FromLeginfoId("202520260AB1");
    public static readonly BillId Ab2 = BillId.FromLeginfoId("202520260AB2");
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-feeds-").FullName;
    private readonly ManualTimeProvider time = new(CaliforniaTime.At(new DateOnly(2026, 3, 2), new TimeOnly(9, 0)));
    private readonly LegislativeClock clock;
    private FeedServer server = null!;
    private int polls;

    private FeedWorld() => clock = new LegislativeClock(time);

    public HttpClient Http { get; } = new();

    public RecordStore Store { get; private set; } = null!;

    public static async Task<FeedWorld> StartAsync()
    {
        var world = new FeedWorld();
        await world.OpenAsync();
        return world;
    }

    public async Task RestartAsync()
    {
        await server.StopAsync(CancellationToken.None);
        await Store.DisposeAsync();
        await OpenAsync();
    }

    public void Pass(TimeSpan by) => time.Advance(by);

    /// <summary>Tracks a bill and records its first reading with these lines ("2026-02-10 Read first time.").</summary>
    public async Task PutAsync(BillId bill, string topic, params string[] lines)
    {
        await Store.PutAsync(bill);
        await ReadAsync(bill, topic, [], lines);
    }

    /// <summary>Records a reading with these lines and these changes.</summary>
    public async Task ReadAsync(BillId bill, string topic, ImmutableArray<Difference> news, params string[] lines)
    {
        Pass(TimeSpan.FromSeconds(5));
        var before = await Store.BillAsync(bill);
        var evidence = Evidence();
        var history = lines.Select(line => new HistoryLine(DateOnly.ParseExact(line[..10], "yyyy-MM-dd"), line[11..])).ToImmutableArray();
        await Store.RecordReadingAsync(
            before,
            new BillRecord { Id = bill, Topic = topic, History = history },
            [.. history.Select(line => new RecordedAction(line, 1, evidence.FetchTime, false, evidence))],
            news, evidence, Entries.TextOf(evidence), Entries.Poll(polls, bill, PollOutcome.Changed), CancellationToken.None);
    }

    /// <summary>Records what a whole table of hearings with these rows ("CX18 2026-03-10") says of a bill, as a poll would.</summary>
    public async Task HearAsync(BillId bill, params string[] rows)
    {
        Pass(TimeSpan.FromSeconds(5));
        var before = await Store.BillAsync(bill);
        var evidence = Evidence();
        var read = rows.Select(row => row.Split(' ', 3)).Select(row => new HearingRow(DateOnly.ParseExact(row[1], "yyyy-MM-dd"), row[0], row.Length > 2 ? row[2] : null, null, evidence, null));
        var news = HearingRowNews.Of(before, new HearingReading(bill, [.. read], IsWhole: true, evidence));
        await Store.RecordHearingsAsync(before, news.Rows, news.Differences, evidence, CancellationToken.None);
    }

    public async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Addresses.Single() + path);
        more?.Invoke(request);
        return await Http.SendAsync(request);
    }

    public async Task<XElement> AtomAsync(string query = "")
    {
        using var response = await GetAsync(ChangesFeed.Path + query);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        Assert.Equal("application/atom+xml; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return XDocument.Parse(body).Root!;
    }

    public async Task<ImmutableArray<ParsedEvent>> CalendarAsync(string query = "")
    {
        using var response = await GetAsync(CalendarFeed.Path + query);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return ParsedEvent.Parse(body);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.StopAsync(CancellationToken.None);
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Provenance Evidence()
    {
        polls++;
        return Entries.Evidence(polls) with { FetchTime = clock.Now };
    }

    private async Task OpenAsync()
    {
        Store = await RecordStore.OpenAsync(folder, clock, CancellationToken.None);
        var mapping = new BillMapping(clock, LegislativeCalendar.Official);
        server = new FeedServer(new Uri("http://127.0.0.1:0"), new ChangesFeed(Store, mapping, clock), new CalendarFeed(Store, mapping), NullLoggerFactory.Instance);
        await server.StartAsync(CancellationToken.None);
    }
}
