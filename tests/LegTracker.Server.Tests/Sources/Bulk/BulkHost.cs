using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Sources.Bulk;

namespace LegTracker.Server.Tests.Sources.Bulk;

/// <summary>A downloads host with files that a test sets, and a source that reads them.</summary>
internal sealed class BulkHost : IAsyncDisposable
{
    /// <summary>A Thursday in the second year of 2025-26.</summary>
    public static readonly DateTimeOffset Thursday = new(2026, 3, 5, 20, 0, 0, TimeSpan.Zero);

    /// <summary>The Sunday before, when the session file was built.</summary>
    public static readonly DateTimeOffset Sunday = new(2026, 3, 2, 5, 25, 0, TimeSpan.Zero);

    private readonly Dictionary<string, Func<TinyRequest, byte[]>> files = [];
    private readonly TinySite site;
    private readonly BulkSource source;

    public BulkHost(DateTimeOffset? today = null)
    {
        site = new TinySite(request => files.TryGetValue(request.Path[1..], out var answer) ? answer(request) : TinySite.Answer(404, []));
        var clock = new LegislativeClock(TimeProvider.System, today ?? Thursday, 0, TimeProvider.System.GetUtcNow());
        Folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        source = new BulkSource(new BulkSourceOptions(site.Address, Folder, TimeSpan.Zero, "") { RetryRests = [TimeSpan.Zero, TimeSpan.Zero] }, clock, TimeProvider.System);
    }

    public string Folder { get; }

    public IEnumerable<string> Asked => site.Requests.Select(request => request.Path[1..]);

    public TinySite Site => site;

    public BulkHost Put(string name, byte[] content, DateTimeOffset modified, bool parts = true)
    {
        files[name] = request => TinySite.File(request, content, modified, parts);
        return this;
    }

    public BulkHost Fail(string name, int status = 500)
    {
        files[name] = _ => TinySite.Answer(status, []);
        return this;
    }

    public BulkHost On(string name, Func<TinyRequest, byte[]> answer)
    {
        files[name] = answer;
        return this;
    }

    /// <summary>Where the whole files go; null for nowhere.</summary>
    public ICatalogIntake? Catalog { get; set; }

    /// <summary>What the polls told of their progress.</summary>
    public List<SourceEvent.Progress> Progress { get; } = [];

    /// <summary>Polls once; progress is left out.</summary>
    public async Task<ImmutableArray<SourceEvent>> PollAsync(ImmutableDictionary<string, string>? validators, params BillRequest[] bills)
    {
        var events = ImmutableArray.CreateBuilder<SourceEvent>();
        await foreach (var told in source.ReadAsync(new SourceRequest("polls/1", [.. bills], validators ?? ImmutableDictionary<string, string>.Empty) { Catalog = Catalog }, CancellationToken.None))
        {
            if (told is SourceEvent.Progress progress)
            {
                Progress.Add(progress);
            }
            else
            {
                events.Add(told);
            }
        }

        return events.ToImmutable();
    }

    public async ValueTask DisposeAsync()
    {
        source.Dispose();
        await site.DisposeAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>Short looks at what a poll told.</summary>
internal static class PollEvents
{
    public static SourceEvent.BillRead Read(this ImmutableArray<SourceEvent> events, BillId bill) => Assert.Single(events.OfType<SourceEvent.BillRead>(), read => read.Record.Id == bill);

    public static string LastLine(this SourceEvent.BillRead read) => read.Record.History[^1].Text;

    public static ImmutableDictionary<string, string> Validators(this ImmutableArray<SourceEvent> events) => events.OfType<SourceEvent.ValidatorsSeen>().Last().Validators;

    /// <summary>Keys of the files that need not be read again.</summary>
    public static IEnumerable<string> AppliedFiles(this ImmutableArray<SourceEvent> events) => events.Validators().Keys.Where(key => key.EndsWith(".zip", StringComparison.Ordinal));

    /// <summary>What was said of one bill, as the names of the events.</summary>
    public static string Of(this ImmutableArray<SourceEvent> events, BillId bill) => string.Join(", ", events.Where(told => told switch
    {
        SourceEvent.BillRead read => read.Record.Id == bill,
        SourceEvent.BillUnchanged unchanged => unchanged.Bill == bill,
        SourceEvent.BillNotFound missing => missing.Bill == bill,
        SourceEvent.FetchFailed failed => failed.Bill == bill,
        SourceEvent.Quarantined doubted => doubted.Bill == bill,
        _ => false,
    }).Select(told => told.GetType().Name));
}
