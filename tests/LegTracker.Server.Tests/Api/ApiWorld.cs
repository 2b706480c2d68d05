using System.Collections.Immutable;
using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Api.Access;
using LegTracker.Server.Comparing;
using LegTracker.Server.Discovery;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Tests.Discovery;
using LegTracker.Server.Tracking;
using LegTracker.Tests;
using LegTracker.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LegTracker.Server.Tests.Api;

/// <summary>The whole API on a real socket over a real store; readings are recorded by the test.</summary>
internal sealed class ApiWorld : IAsyncDisposable
{
    private readonly string folder;
    private readonly TimeProvider time;
    private readonly WatchLimits limits;
    private readonly AccessOptions access;
    private readonly IBillSource[] sources;
    private GrpcHost host = null!;
    private RevisionSignal signal = null!;
    private int polls;

    private ApiWorld(string folder, TimeProvider time, WatchLimits limits, AccessOptions access, IBillSource[] sources)
    {
        (this.folder, this.time, this.limits, this.access, this.sources) = (folder, time, limits, access, sources);
        Clock = new LegislativeClock(Date);
    }

    /// <summary>The data directory.</summary>
    public string Folder => folder;

    /// <summary>Whether the test itself breaks something, so that the server may log errors.</summary>
    public bool ExpectsErrors
    {
        get => host.ExpectsErrors;
        set => host.ExpectsErrors = value;
    }

    public RecordStore Store { get; private set; } = null!;

    /// <summary>What <see cref="Clock"/> shows: September 20, 2025, until the test moves it.</summary>
    public ManualTimeProvider Date { get; } = new(new DateTimeOffset(2025, 9, 20, 12, 0, 0, TimeSpan.Zero));

    public LegislativeClock Clock { get; }

    public V1.BillService.BillServiceClient Bills => new(host.Channel);

    public V1.ChangeService.ChangeServiceClient Changes => new(host.Channel);

    public V1.SourceService.SourceServiceClient Sources => new(host.Channel);

    public V1.ServerService.ServerServiceClient Server => new(host.Channel);

    public V1.AccessService.AccessServiceClient Access => new(host.Channel);

    public Grpc.Health.V1.Health.HealthClient Health => new(host.Channel);

    public GrpcChannel Channel => host.Channel;

    public Uri Address => host.Address;

    public V1.MeetingService.MeetingServiceClient Meetings => new(host.Channel);

    public V1.CalendarService.CalendarServiceClient Calendar => new(host.Channel);

    public V1.DiscoveryService.DiscoveryServiceClient Discovery => new(host.Channel);

    public IServiceProvider Services => host.Services;

    /// <param name="time">The real clock of heartbeats and patience; null for the system's.</param>
    public static Task<ApiWorld> StartAsync(TimeProvider? time = null, params IBillSource[] sources) => StartAsync(new WatchLimits(), new AccessOptions(), time, sources);

    /// <param name="time">The real clock of heartbeats and patience; null for the system's.</param>
    public static Task<ApiWorld> StartAsync(AccessOptions access, TimeProvider? time = null, params IBillSource[] sources) => StartAsync(new WatchLimits(), access, time, sources);

    /// <param name="time">The real clock of heartbeats and patience; null for the system's.</param>
    public static Task<ApiWorld> StartAsync(WatchLimits limits, TimeProvider? time = null, params IBillSource[] sources) => StartAsync(limits, new AccessOptions(), time, sources);

    private static async Task<ApiWorld> StartAsync(WatchLimits limits, AccessOptions access, TimeProvider? time, IBillSource[] sources)
    {
        var world = new ApiWorld(Directory.CreateTempSubdirectory("legtracker-api-").FullName, time ?? TimeProvider.System, limits, access, sources);
        await world.OpenAsync(port: 0);
        return world;
    }

    /// <summary>Stops the server, lets go of its store, and starts another one on the same folder and port.</summary>
    public async Task RestartAsync()
    {
        var port = Address.Port;
        await host.StopAsync();
        await host.DisposeAsync();
        await Store.DisposeAsync();
        await OpenAsync(port);
    }

    /// <summary>A call with this header seems to come from the address that it gives.</summary>
    public const string ElsewhereHeader = "test-caller-address";

    private static Task CallFromElsewhereAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.Remove(ElsewhereHeader, out var address))
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
        }

        return next(http);
    }

    private static void MapApi(IEndpointRouteBuilder routes)
    {
        ((WebApplication)routes).Use(CallFromElsewhereAsync);
        routes.MapLegTrackerApi();
    }

    private static TrackedSource Tracked(IBillSource source, string? disabled) =>
        new(source, new PollSchedule("0 0 20 ? * *"), new HostCircuit(5, TimeSpan.FromMinutes(15), TimeProvider.System), disabled);

    private async Task OpenAsync(int port)
    {
        Store = await RecordStore.OpenAsync(folder, Clock, CancellationToken.None);
        signal = new RevisionSignal();
        signal.Publish(await Store.HeadRevisionAsync(CancellationToken.None));
        var catalog = CatalogStore.Open(folder, Clock);
        host = await GrpcHost.StartAsync(services => AddServices(services, catalog), MapApi, port);
    }

    private void AddServices(IServiceCollection services, CatalogStore catalog) => services
        .AddSingleton(time).AddSingleton(Clock).AddSingleton(LegislativeCalendar.Official).AddSingleton(Store).AddSingleton(_ => catalog).AddSingleton(signal).AddSingleton(new StoreFolder(folder))
        .AddSingleton<PollWishes>().AddSingleton<WatchList>()
        .AddSingleton(new PollDesk([.. sources.Select((source, at) => Tracked(source, at == 0 ? null : "turned off by a setting"))], Store, signal, Clock, CancellationToken.None))
        .AddSingleton(DiscoveryWorld.TextsIn(folder)).AddSingleton<ITextSearch>(provider => provider.GetRequiredService<CatalogTexts>())
        .AddSingleton(new TopicList(TopicFile.BuiltIn(), Store, Clock)).AddSingleton<Relations>().AddSingleton<DiscoverySweep>()
        .AddLegTrackerApi(access)
        .AddSingleton(limits);

    public static BillId Bill(int number) => new(new Session(2025), MeasureType.AB, number);

    public async Task<BillId> TrackAsync(int number)
    {
        var bill = Bill(number);
        await Bills.TrackBillAsync(new TrackBillRequest { Name = bill.ResourceName });
        return bill;
    }

    /// <summary>Records a reading of a bill with some made-up changes in one revision, as a poll would.</summary>
    public async Task<long> RecordAsync(BillId bill, int changes, int textLength = 10, string text = "Read first time. To print.")
    {
        var before = (await Store.FindBillAsync(bill, CancellationToken.None))!;
        var poll = $"polls/{Interlocked.Increment(ref polls)}";
        var provenance = new Legislature.Provenance("bulk", "http://example.org/pubinfo.zip", Clock.Now, $"hash{polls}", poll, "test/1");
        var line = new HistoryLine(new DateOnly(2025, 9, 1), text);
        var record = new BillRecord { Id = bill, Topic = "A subject.", History = [line] };
        var differences = Enumerable.Range(0, changes).Select(i => new Difference(Legislature.ChangeKind.ActionAdded, null, null, new string('x', textLength), line.Date, $"{bill.Measure}: change {i}")).ToImmutableArray();
        var revision = await Store.RecordReadingAsync(
            before, record, [new RecordedAction(line, 1, Clock.Now, false, provenance)], differences, provenance, ReadOnlyMemory<byte>.Empty,
            new PollEntry(poll, "bulk", bill, LegTracker.Server.Recording.PollOutcome.Changed, Clock.Now, Clock.Now, 200, 1, changes, null, null), CancellationToken.None);
        signal.Publish(revision ?? 0);
        return revision ?? 0;
    }

    /// <summary>Records what a reading of a whole history changes, as a poll would.</summary>
    public async Task<long> ReadAsync(BillId bill, params (string Date, string Text)[] history)
    {
        var before = (await Store.FindBillAsync(bill, CancellationToken.None))!;
        var poll = $"polls/{Interlocked.Increment(ref polls)}";
        var provenance = new Legislature.Provenance("bulk", "http://example.org/pubinfo.zip", Clock.Now, $"hash{polls}", poll, "test/1");
        var record = new BillRecord { Id = bill, Topic = "A subject.", History = [.. history.Select(line => new HistoryLine(DateOnly.Parse(line.Date, System.Globalization.CultureInfo.InvariantCulture), line.Text))] };
        var read = BillComparer.Compare(before, record, provenance, Clock.Now);
        var entry = new PollEntry(poll, "bulk", bill, LegTracker.Server.Recording.PollOutcome.Changed, Clock.Now, Clock.Now, 200, 1, read.Differences.Length, null, null);
        var revision = await Store.RecordReadingAsync(before, read.Record, read.Actions, read.Differences, provenance, ReadOnlyMemory<byte>.Empty, entry, CancellationToken.None);
        signal.Publish(revision ?? 0);
        return revision ?? 0;
    }

    public AsyncServerStreamingCall<WatchChangesResponse> Watch(WatchChangesRequest request, CancellationToken cancellationToken) =>
        Changes.WatchChanges(request, cancellationToken: cancellationToken);

    /// <summary>A channel of one connection with windows of 64 KiB a stream and no more: what a client does not read, the server cannot write.</summary>
    public GrpcChannel NarrowChannel(Uri? address = null) => GrpcChannel.ForAddress(address ?? Address, new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535 },
        DisposeHttpClient = true,
        MaxReceiveMessageSize = null,
    });

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
