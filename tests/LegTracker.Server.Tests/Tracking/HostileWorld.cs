using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Sources.Bulk;
using LegTracker.Server.Sources.Pages;
using LegTracker.Server.Tests.Sources;
using LegTracker.Server.Tests.Sources.Bulk;
using LegTracker.Server.Tests.Sources.Pages;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>The write side whole over a raw socket: AB 379 is read well once; a newer true answer is there to be made hostile.</summary>
internal sealed class HostileWorld : IAsyncDisposable
{
    private const int LargestTable = 8 << 20;

    /// <summary>AB 379 with a line more: what an answer says that would be a change if it were believed.</summary>
    public static readonly BillRecord Newer = PageSourceTests.Ab379 with
    {
        History = PageSourceTests.Ab379.History.Add(new HistoryLine(new DateOnly(2025, 5, 14), "Referred to Com. on PUB. S.")),
    };

    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-hostile-").FullName;
    private readonly List<IDisposable> owned = [];
    private readonly TinySite site;
    private Func<TinyRequest, byte[]?> answer;

    private HostileWorld(string source)
    {
        Source = source;
        answer = Old;
        site = new TinySite(request => answer(request));
    }

    public string Source { get; }

    public RecordStore Store { get; private set; } = null!;

    public PollDesk Desk { get; private set; } = null!;

    public Uri Address => site.Address;

    /// <param name="source"><c>pages</c> or <c>bulk</c>.</param>
    /// <param name="address">Where the source looks instead of the site that answers, once AB 379 was read.</param>
    public static async Task<HostileWorld> StartAsync(string source, Uri? address = null)
    {
        var world = new HostileWorld(source);
        var clock = new LegislativeClock(TimeProvider.System, BulkHost.Thursday, 0, TimeProvider.System.GetUtcNow());
        world.Store = await RecordStore.OpenAsync(world.folder, clock, CancellationToken.None);
        await world.Store.TrackAsync(Newer.Id, null, HumanFields.Empty, "test", CancellationToken.None);
        world.Desk = world.DeskOf(world.Address, clock);
        Assert.Equal(PollOutcome.Changed, (await world.PollAsync()).Outcome);
        world.Desk = address is null ? world.Desk : world.DeskOf(address, clock);
        return world;
    }

    /// <summary>The true pages or file with the newer line.</summary>
    public static byte[]? True(TinyRequest request) => Answer(request, Newer, BulkHost.Thursday.AddMinutes(-30));

    public void Serve(Func<TinyRequest, byte[]?> hostile) => answer = hostile;

    /// <summary>Polls once, and gives the source's entry.</summary>
    public async Task<PollEntry> PollAsync()
    {
        PollEntry? whole = null;
        await foreach (var told in Desk.RunAsync(Source, null, CancellationToken.None))
        {
            whole = told is PollEvent.SourceDone done ? done.Entry : whole;
        }

        return whole!;
    }

    public async ValueTask DisposeAsync()
    {
        owned.ForEach(one => one.Dispose());
        await site.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static byte[]? Old(TinyRequest request) => Answer(request, PageSourceTests.Ab379, BulkHost.Sunday);

    private static byte[]? Answer(TinyRequest request, BillRecord record, DateTimeOffset modified) => request.Path switch
    {
        var page when page.StartsWith("/faces/billHistoryClient", StringComparison.Ordinal) => TinySite.Html(SitePages.History(record)),
        var page when page.StartsWith("/faces/billStatusClient", StringComparison.Ordinal) => TinySite.Html(SitePages.Status(record)),
        "/pubinfo_2025.zip" => TinySite.File(request, Zip(record), modified),
        _ => TinySite.Answer(404, []),
    };

    public static byte[] Zip(BillRecord record) => Table(record).Bytes();

    public static BulkZip Table(BillRecord record) => new BulkZip().Bill(record.Id, "In Committee Process", [.. record.History.Select(line => line.Text)]);

    private PollDesk DeskOf(Uri address, LegislativeClock clock)
    {
        var bulk = new BulkSource(new BulkSourceOptions(address, Path.Combine(folder, "downloads"), TimeSpan.Zero, "") { LargestTable = LargestTable }, clock, TimeProvider.System);
        var pages = new PageSource(new PageSourceOptions(address, PageAccess.Permitted, TimeSpan.Zero, "test@example.org"), clock, TimeProvider.System);
        TrackedSource[] tracked = [Track(bulk), Track(pages)];
        owned.AddRange([bulk, pages, .. tracked]);
        return new PollDesk([.. tracked], Store, new RevisionSignal(), clock, CancellationToken.None);

        static TrackedSource Track(IBillSource source) => new(source, new PollSchedule("0 0 20 ? * *"), new HostCircuit(1000, TimeSpan.FromMinutes(15), TimeProvider.System), null);
    }
}
