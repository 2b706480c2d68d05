using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using LegTracker.Legislature;
using LegTracker.Tests;

namespace LegTracker.Replay.Tests;

/// <summary>A replay on loopback whose clock a test steps, with a client that neither decompresses nor follows redirects.</summary>
internal sealed partial class RunningLegislature : IAsyncDisposable
{
    private readonly ManualTimeProvider time;
    private readonly HttpClient client;

    private RunningLegislature(ManualTimeProvider time, RunningReplay replay)
    {
        this.time = time;
        Replay = replay;
        client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false })
        {
            BaseAddress = replay.Address,
        };
    }

    public RunningReplay Replay { get; }

    public static async Task<RunningLegislature> At(string day, string time = "17:00", ReplayOptions? options = null)
    {
        var clock = new ManualTimeProvider(Instant(day, time));
        var replay = await ReplayHost.StartAsync((options ?? new ReplayOptions()) with { Time = clock }, new LegislativeClock(clock), CancellationToken.None);
        return new RunningLegislature(clock, replay);
    }

    public static DateTimeOffset Instant(string day, string time) =>
        CaliforniaTime.At(DateOnly.ParseExact(day, "yyyy-MM-dd"), TimeOnly.ParseExact(time, "HH:mm"));

    public void MoveTo(string day, string at) => time.Advance(Instant(day, at) - time.GetUtcNow());

    public void Advance(TimeSpan by) => time.Advance(by);

    public Task<HttpResponseMessage> Send(string path, HttpMethod? method = null, Action<HttpRequestMessage>? prepare = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        prepare?.Invoke(request);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public Task<string> Page(string path) => client.GetStringAsync(new Uri(path, UriKind.Relative));

    public Task<string> StatusOf(string id) => Page($"/faces/billStatusClient.xhtml?bill_id={id}");

    public Task<string> HistoryOf(string id) => Page($"/faces/billHistoryClient.xhtml?bill_id={id}");

    public Task<byte[]> Zip(string name) => client.GetByteArrayAsync(new Uri("/" + name, UriKind.Relative));

    /// <summary>The rows of one table in a bulk file: cells without backticks, null for NULL.</summary>
    public async Task<List<string?[]>> Table(string zip, string table)
    {
        using var archive = new ZipArchive(new MemoryStream(await Zip(zip)));
        using var text = new StreamReader(archive.GetEntry(table + ".dat")!.Open());
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t').Select(Cell).ToArray())];
    }

    /// <summary>The rows of a page's history table, as shown: date and action.</summary>
    public static List<(string Date, string Action)> Rows(string page) =>
        [.. HistoryRow().Matches(page).Select(row => (row.Groups[1].Value, WebUtility.HtmlDecode(row.Groups[2].Value)))];

    /// <summary>The text of the element with an id.</summary>
    public static string? Element(string page, string id) =>
        Regex.Match(page, $"id=\"{id}\"[^>]*>([^<]*)<") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Replay.DisposeAsync();
    }

    private static string? Cell(string cell) => cell == "NULL" ? null : cell.StartsWith('`') ? cell[1..^1] : cell;

    [GeneratedRegex("<td scope=\"row\">(\\d\\d/\\d\\d/\\d\\d)</td><td>([^<]*)</td>")]
    private static partial Regex HistoryRow();
}
