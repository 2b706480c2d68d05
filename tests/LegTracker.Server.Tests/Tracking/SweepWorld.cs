using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Sources;
using LegTracker.Server.Tracking;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>The write side over a real store, with a source that tells the histories a test gave it; the store can be closed and opened again.</summary>
internal sealed class SweepWorld : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-sweep-").FullName;
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 3, 5, 20, 0, 0, TimeSpan.Zero));
    private readonly ToldSource source;
    private readonly TrackedSource tracked;

    private SweepWorld()
    {
        Clock = new LegislativeClock(time);
        source = new ToldSource(Histories, Clock);
        tracked = new TrackedSource(source, new PollSchedule("0 0 20 ? * *"), new HostCircuit(5, TimeSpan.FromMinutes(15), time), null);
    }

    public LegislativeClock Clock { get; }

    /// <summary>What the source gives of each bill.</summary>
    public Dictionary<BillId, ImmutableArray<HistoryLine>> Histories { get; } = [];

    public RecordStore Store { get; private set; } = null!;

    public static async Task<SweepWorld> StartAsync()
    {
        var world = new SweepWorld();
        world.Store = await RecordStore.OpenAsync(world.folder, world.Clock, CancellationToken.None);
        return world;
    }

    public static BillId Bill(int number) => new(new Session(2025), MeasureType.AB, number);

    public static ImmutableArray<HistoryLine> Lines(params (string Day, string Text)[] lines) =>
        [.. lines.Select(line => new HistoryLine(DateOnly.ParseExact(line.Day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), line.Text))];

    /// <summary>The history of a law chaptered on a day.</summary>
    public static ImmutableArray<HistoryLine> Law(string chaptered) => Lines(
        ("2025-02-03", "Read first time. To print."),
        ("2025-05-01", "Read third time. Passed. Ordered to the Senate. (Ayes 74. Noes 0. Page 1362.)"),
        ("2025-09-10", "Read third time. Passed. Ordered to the Assembly. (Ayes 39. Noes 0. Page 2801.)."),
        ("2025-09-20", "Enrolled and presented to the Governor at 4 p.m."),
        (chaptered, "Approved by the Governor."),
        (chaptered, "Chaptered by Secretary of State - Chapter 623, Statutes of 2025."));

    public async Task GiveAsync(BillId bill, ImmutableArray<HistoryLine> lines)
    {
        Histories[bill] = lines;
        await Store.TrackAsync(bill, null, HumanFields.Empty, "test", CancellationToken.None);
    }

    /// <summary>Polls the whole list: the entry of each bill, the source's own under the default id.</summary>
    public async Task<Dictionary<BillId, PollEntry>> PollAsync()
    {
        time.Advance(TimeSpan.FromHours(24));
        var entries = new Dictionary<BillId, PollEntry>();
        await foreach (var told in new PollDesk([tracked], Store, new RevisionSignal(), Clock, CancellationToken.None).RunAsync("told", null, CancellationToken.None))
        {
            switch (told)
            {
                case PollEvent.BillDone { Entry: var bill }:
                    entries.Add(bill.Bill!.Value, bill);
                    break;
                case PollEvent.SourceDone { Entry: var whole }:
                    entries.Add(default, whole);
                    break;
            }
        }

        return entries;
    }

    public Task<long> HeadAsync() => Store.HeadRevisionAsync(CancellationToken.None);

    public async Task<SourceHealth> HealthAsync() => Assert.Single(await Store.ListSourcesAsync(CancellationToken.None));

    /// <summary>What a restart of the server does: all that was in memory is gone.</summary>
    public async Task RestartAsync()
    {
        await Store.DisposeAsync();
        Store = await RecordStore.OpenAsync(folder, Clock, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        tracked.Dispose();
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class ToldSource(Dictionary<BillId, ImmutableArray<HistoryLine>> histories, LegislativeClock clock) : IBillSource
    {
        public string Name => "told";

        public string Host => "example.org";

        public async IAsyncEnumerable<SourceEvent> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            foreach (var (bill, known) in request.Bills)
            {
                var record = new BillRecord { Id = bill, Topic = "A subject.", History = histories[bill] };
                var text = EvidenceText.Of("told/1", record);
                var hash = EvidenceText.Sha256(text);
                yield return hash == known
                    ? new SourceEvent.BillUnchanged(bill, NotModified: false, 200, text.Length)
                    : new SourceEvent.BillRead(record, new Provenance(Name, "http://example.org/file", clock.Now, hash, request.Poll, "told/1"), 200, text.Length) { Evidence = text };
            }
        }
    }
}
