using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Discovery;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Tracking;
using LegTracker.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegTracker.Server.Tests.Discovery;

/// <summary>A real store and a real catalog in a folder of their own, the built-in topics, and a clock that the test steps.</summary>
internal sealed class DiscoveryWorld : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-discovery-").FullName;
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));

    public RecordStore Store { get; private set; } = null!;

    public CatalogTexts Texts { get; private set; } = null!;

    public TopicList Topics { get; private set; } = null!;

    public DiscoverySweep Sweep { get; private set; } = null!;

    public RevisionSignal Signal { get; } = new();

    public LegislativeClock Clock { get; private set; } = null!;

    public static async Task<DiscoveryWorld> StartAsync(string? topics = null)
    {
        var world = new DiscoveryWorld();
        world.Clock = new LegislativeClock(world.time);
        world.Store = await RecordStore.OpenAsync(world.folder, world.Clock, CancellationToken.None);
        world.Texts = TextsIn(world.folder);
        world.Topics = new TopicList(topics is null ? TopicFile.BuiltIn() : TopicFile.Parse(topics), world.Store, world.Clock);
        world.Sweep = new DiscoverySweep(world.Texts, world.Topics, world.Store, world.Signal, world.Clock, NullLogger<DiscoverySweep>.Instance);
        return world;
    }

    public static CatalogTexts TextsIn(string folder) => new(() =>
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "catalog.db")};Pooling=False");
        connection.Open();
        return connection;
    });

    public static BillId Bill(string id) => BillId.FromLeginfoId(id);

    /// <summary>A version of a bill: print 0 is the introduced one, 1 the first amended one …</summary>
    public static VersionText Version(string bill, int print, string subject, string digest, string title = "An act relating to a matter.", string? poll = null)
    {
        var id = Bill(bill);
        return new VersionText(
            id,
            string.Create(CultureInfo.InvariantCulture, $"{bill[..4]}{bill[8..]}{99 - print}{(print == 0 ? "INT" : "AMD")}"),
            new DateOnly(2026, 2, 10).AddDays(7 * print),
            print == 0 ? "Introduced" : "Amended Assembly",
            title,
            digest.Length == 0 ? [] : [digest],
            Sections(title),
            new Provenance("bulk", "https://example.org/pubinfo_daily_Mon.zip", new DateTimeOffset(2026, 3, 1, 5, 30, 0, TimeSpan.Zero), "hash", poll ?? "polls/1", "caml/1"))
        { Subject = subject };
    }

    public Task<int> ArriveAsync(params VersionText[] versions) => Texts.AddAsync([.. versions], CancellationToken.None);

    public Task<SweepResult> SweepAsync() => Sweep.RunAsync(CancellationToken.None);

    public Task<ImmutableArray<Candidate>> CandidatesAsync(CandidateState? state = CandidateState.New) =>
        Store.ListCandidatesAsync(new CandidateQuery(state, null, null, 100), CancellationToken.None);

    public async Task<ImmutableArray<Change>> DriftsAsync() =>
        [.. (await Store.ReadChangesAsync(0, 1000, CancellationToken.None)).Where(change => change.Difference.Kind == ChangeKind.TopicDrift)];

    public void Pass(TimeSpan by) => time.Advance(by);

    public async ValueTask DisposeAsync()
    {
        Sweep.Dispose();
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // "Penal Code 236.1 and Civil Code 52.6" in a title, for tests alone: what reads real titles is Legislature's.
    private static ImmutableArray<string> Sections(string title) =>
        [.. System.Text.RegularExpressions.Regex.Matches(title, @"(Penal|Civil|Evidence|Vehicle) Code [0-9.]*[0-9]").Select(match => match.Value).Distinct()];
}
