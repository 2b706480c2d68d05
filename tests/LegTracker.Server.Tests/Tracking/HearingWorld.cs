using System.Collections.Immutable;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Sources.Bulk;
using LegTracker.Server.Tests.Sources;
using LegTracker.Server.Tests.Sources.Bulk;
using LegTracker.Server.Tracking;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>A real store and a session file over HTTP whose table of hearings the test writes anew for each poll, a minute apart.</summary>
internal sealed class HearingWorld : IAsyncDisposable
{
    private static readonly BillId Ab1 = BillId.FromLeginfoId("202520260AB1");

    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-hearings-").FullName;
    private readonly ManualTimeProvider time = new(BulkHost.Thursday);
    private readonly LegislativeClock clock;
    private readonly TinySite site;
    private readonly BulkSource bulk;
    private readonly TrackedSource source;
    private RecordStore store = null!;
    private PollDesk desk = null!;
    private byte[] file = [];
    private DateTimeOffset built = BulkHost.Sunday;
    private int polls;

    private HearingWorld()
    {
        clock = new LegislativeClock(time);
        site = new TinySite(request => request.Path == "/pubinfo_2025.zip" ? TinySite.File(request, file, built, true) : TinySite.Answer(404, []));
        bulk = new BulkSource(new BulkSourceOptions(site.Address, Path.Combine(folder, "downloads"), TimeSpan.Zero, ""), clock, TimeProvider.System);
        source = new TrackedSource(bulk, new PollSchedule("0 30 21 ? * *"), new HostCircuit(5, TimeSpan.FromMinutes(15), time), null);
    }

    public static async Task<HearingWorld> StartAsync()
    {
        var world = new HearingWorld();
        world.store = await RecordStore.OpenAsync(world.folder, world.clock, CancellationToken.None);
        world.desk = new PollDesk([world.source], world.store, new RevisionSignal(), world.clock, CancellationToken.None);
        await world.store.TrackAsync(Ab1, null, HumanFields.Empty, "test", CancellationToken.None);
        return world;
    }

    /// <summary>A new build of the file with these rows of AB 1 ("CX18 2026-03-10"), and always one of another bill; polled once.</summary>
    public Task<PollEntry> PollAsync(params string[] rows) => PollTableAsync(string.Concat(rows.Select(row => row.Split(' '))
        .Select(row => (Bill: Ab1.LeginfoId, Code: row[0], Day: row[1])).Append((Bill: "202520260AB2", Code: "CX25", Day: "2026-03-11"))
        .Select(row => $"`{row.Bill}`\t`{row.Code[..2]}`\t{row.Code[2..]}\t{row.Day} 00:00:00\t`{row.Code}`\t`u`\t2026-03-01 17:00:00\n")));

    /// <summary>A new build of the file with this table, or without one, in which AB 1 has one line more; polled once.</summary>
    public async Task<PollEntry> PollTableAsync(string? table)
    {
        polls++;
        time.Advance(TimeSpan.FromMinutes(1));
        built = built.AddMinutes(1);
        var zip = new BulkZip().Bill(Ab1, "In Committee Process", [.. Enumerable.Range(1, polls).Select(line => $"Line {line}.")]);
        file = table is null ? zip.Bytes() : zip.Bytes(("COMMITTEE_HEARING_TBL.dat", Encoding.UTF8.GetBytes(table)));
        await foreach (var told in desk.RunAsync("bulk", null, CancellationToken.None))
        {
            if (told is PollEvent.SourceDone done)
            {
                return done.Entry;
            }
        }

        throw new InvalidOperationException("the poll told no end");
    }

    public async Task<TrackedBill> BillAsync() => (await store.FindBillAsync(Ab1, CancellationToken.None))!;

    public async Task<SourceHealth> HealthAsync() => Assert.Single(await store.ListSourcesAsync(CancellationToken.None));

    /// <summary>The changes of hearings: kind and the day that is set or called off.</summary>
    public async Task<ImmutableArray<(ChangeKind Kind, string? Day)>> NewsAsync() =>
    [
        .. (await store.ReadChangesAsync(0, 1000, CancellationToken.None)).Select(change => change.Difference)
            .Where(one => one.Kind is ChangeKind.HearingSet or ChangeKind.HearingChanged or ChangeKind.HearingCanceled)
            .Select(one => (one.Kind, one.NewValue ?? one.OldValue)),
    ];

    public async ValueTask DisposeAsync()
    {
        bulk.Dispose();
        source.Dispose();
        await store.DisposeAsync();
        await site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
