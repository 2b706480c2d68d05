using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Replay;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Sources.Bulk;
using LegTracker.Server.Sources.Pages;
using LegTracker.Server.Tracking;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>The write side whole: a replayed legislature over HTTP, both sources, a real store; a clock that the test steps.</summary>
internal sealed class TrackedWorld : IAsyncDisposable
{
    private readonly string folder;
    private readonly CancellationTokenSource stopping = new();
    private readonly List<IDisposable> owned = [];
    private ManualTimeProvider time = null!;
    private PageAccess access;
    private bool byBill;

    private TrackedWorld(string folder) => this.folder = folder;

    public RunningReplay Replay { get; private set; } = null!;

    public RecordStore Store { get; private set; } = null!;

    public CatalogStore Catalog { get; private set; } = null!;

    public PollDesk Desk { get; private set; } = null!;

    public LegislativeClock Clock { get; private set; } = null!;

    public static async Task<TrackedWorld> StartAsync(
        string day, string hour = "22:00", string? robots = null, PageAccess access = PageAccess.ObeyRobots, ReplayedSeason? season = null, bool byBill = false)
    {
        var world = new TrackedWorld(season is null ? Directory.CreateTempSubdirectory("legtracker-world-").FullName : InMemory()) { access = access, byBill = byBill };
        world.time = new ManualTimeProvider(Instant(day, hour));
        world.Clock = new LegislativeClock(world.time);
        world.Replay = await ReplayHost.StartAsync(new ReplayOptions { Robots = robots ?? new ReplayOptions().Robots, Season = season }, world.Clock, CancellationToken.None);
        world.Store = await RecordStore.OpenAsync(world.folder, world.Clock, CancellationToken.None);
        world.Catalog = CatalogStore.Open(world.folder, world.Clock);
        world.Desk = world.AnotherDesk();
        return world;
    }

    /// <summary>A desk with sources of its own on the same store, as another server has it.</summary>
    public PollDesk AnotherDesk()
    {
        var bulk = new BulkSource(new BulkSourceOptions(Replay.Address, Path.Combine(folder, "downloads"), TimeSpan.Zero, ""), Clock, TimeProvider.System);
        var pages = new PageSource(new PageSourceOptions(Replay.Address, access, TimeSpan.Zero, "test@example.org"), Clock, byBill ? time : TimeProvider.System);
        ImmutableArray<TrackedSource> sources = [.. new IBillSource[] { bulk, pages }.Select(source =>
            new TrackedSource(source, new PollSchedule("0 30 21 ? * *"), new HostCircuit(5, TimeSpan.FromMinutes(15), time), null)
            {
                Catalog = source == bulk ? Catalog : null,
                ByBill = byBill && source == pages ? new BillSchedule(LegislativeCalendar.Official) : null,
            })];
        owned.AddRange([bulk, pages, .. sources]);
        return new PollDesk(sources, Store, new RevisionSignal(), Clock, stopping.Token, time: time);
    }

    /// <summary>Closes the store and opens it again with a new desk.</summary>
    public async Task RestartAsync()
    {
        await Store.DisposeAsync();
        Store = await RecordStore.OpenAsync(folder, Clock, CancellationToken.None);
        Desk = AnotherDesk();
    }

    /// <summary>What a tick of the planner polls of a source: the bills that were done.</summary>
    public static async Task<List<BillId>> TickAsync(PollDesk desk, string source)
    {
        var done = new List<BillId>();
        await foreach (var told in desk.RunDueAsync(desk.Sources.Single(tracked => tracked.Source.Name == source), CancellationToken.None))
        {
            if (told is PollEvent.BillDone { Entry.Bill: { } bill })
            {
                done.Add(bill);
            }
        }

        return done;
    }

    public Task<List<BillId>> TickAsync() => TickAsync(Desk, "pages");

    public async Task<SourceHealth> HealthAsync(string source) => (await Store.ListSourcesAsync(CancellationToken.None)).Single(saved => saved.Name == source);

    /// <summary>Bytes that the store takes on the disk, with its log.</summary>
    public long StoreBytes => Directory.EnumerateFiles(folder, "legtracker.db*").Sum(file => new FileInfo(file).Length);

    // A season commits twenty thousand times: where the system has a file system in memory, nobody has to wait for a disk.
    private static string InMemory() => Directory.Exists("/dev/shm")
        ? Directory.CreateDirectory(Path.Combine("/dev/shm", $"legtracker-world-{Guid.NewGuid():N}")).FullName
        : Directory.CreateTempSubdirectory("legtracker-world-").FullName;

    public static DateTimeOffset Instant(string day, string hour) =>
        CaliforniaTime.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Moves the clock on to an hour of a day.</summary>
    public void GoTo(DateOnly day, TimeOnly hour) => time.Advance(CaliforniaTime.At(day, hour) - Clock.Now);

    public void Pass(TimeSpan by) => time.Advance(by);

    public async Task TrackAsync(BillId bill) => Assert.NotNull(await Store.TrackAsync(bill, null, HumanFields.Empty, "test", CancellationToken.None));

    /// <summary>Polls one source and gives the entry of each bill and of the source, by bill (null for the source).</summary>
    public async Task<(PollEntry Source, IReadOnlyDictionary<BillId, PollEntry> Bills)> PollAsync(string source)
    {
        var bills = new Dictionary<BillId, PollEntry>();
        PollEntry? whole = null;
        await foreach (var told in Desk.RunAsync(source, null, CancellationToken.None))
        {
            if (told is PollEvent.BillDone { Entry: var entry })
            {
                bills.Add(entry.Bill!.Value, entry);
            }
            else if (told is PollEvent.SourceDone done)
            {
                whole = done.Entry;
            }
        }

        return (whole!, bills);
    }

    public async Task<TrackedBill> BillAsync(BillId bill) => (await Store.FindBillAsync(bill, CancellationToken.None))!;

    public Task<ImmutableArray<Change>> LogAsync() => Store.ReadChangesAsync(0, 100_000, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        owned.ForEach(one => one.Dispose());
        Catalog.Dispose();
        await Store.DisposeAsync();
        await Replay.DisposeAsync();
        stopping.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
