using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Discovery;
using LegTracker.Server.Feeds;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Settings;
using LegTracker.Server.Sources;
using LegTracker.Server.Sources.Bulk;
using LegTracker.Server.Sources.Pages;
using LegTracker.Server.Telemetry;
using LegTracker.Server.Tracking;

namespace LegTracker.Server;

/// <summary>Puts the stages of the pipeline together.</summary>
internal static class ServerSetup
{
    /// <summary>Adds everything that the server runs.</summary>
    /// <param name="store">Gives the open store; first asked for when the services are used.</param>
    public static WebApplicationBuilder AddServer(this WebApplicationBuilder builder, ServerSettings settings, Func<RecordStore> store, ImmutableArray<Topic> topics, LegislativeClock clock, LegislativeCalendar calendar)
    {
        builder.WebHost.UseUrls(settings.Listen.GetLeftPart(UriPartial.Authority));
        builder.ConfigureKestrelForApi(settings.Certificates);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            console.UseUtcTimestamp = true;
        });
        builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services
            .AddTelemetry(settings.Telemetry)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(settings)
            .AddSingleton(_ => store())
            .AddSingleton(_ => CatalogStore.Open(settings.DataDirectory, clock))
            .AddSingleton(new StoreFolder(settings.DataDirectory))
            .AddSingleton(clock)
            .AddSingleton(calendar)
            .AddSingleton<RevisionSignal>()
            .AddSingleton(provider => new HostTurns(provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<PollWishes>()
            .AddSingleton<WatchList>()
            .AddDiscovery(topics)
            .AddSingleton(provider => Desk(provider, settings, clock))
            .AddPollSchedule(["bulk", "pages"], clock)
            .AddLegTrackerApi(settings.Access)
            .AddFeeds(settings.FeedsListen);
        return builder;
    }

    private static IServiceCollection AddDiscovery(this IServiceCollection services, ImmutableArray<Topic> topics) => services
        .AddSingleton(provider => new CatalogTexts(provider.GetRequiredService<CatalogStore>().Open))
        .AddSingleton<ITextSearch>(provider => provider.GetRequiredService<CatalogTexts>())
        .AddSingleton(provider => new TopicList(topics, provider.GetRequiredService<RecordStore>(), provider.GetRequiredService<LegislativeClock>()))
        .AddSingleton<Relations>()
        .AddSingleton<TextIntake>()
        .AddSingleton<DiscoverySweep>();

    private static PollDesk Desk(IServiceProvider provider, ServerSettings settings, LegislativeClock clock)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var turns = provider.GetRequiredService<HostTurns>();
        var gap = settings.Bulk.BaseAddress.IsLoopback ? TimeSpan.Zero : TimeSpan.FromSeconds(2);
        var bulk = new BulkSource(new BulkSourceOptions(settings.Bulk.BaseAddress, Path.Combine(settings.DataDirectory, "downloads"), gap, settings.Contact), clock, time, turns);
        var pages = new PageSource(new PageSourceOptions(settings.Pages.BaseAddress, settings.Pages.Access, settings.Pages.MinimumGap, settings.Contact), clock, time, turns);
        var catalog = provider.GetRequiredService<CatalogStore>();
        catalog.TextsTo = provider.GetRequiredService<TextIntake>().TakeAsync;
        var circuits = new Dictionary<string, HostCircuit>(StringComparer.OrdinalIgnoreCase);
        return new PollDesk(
            [
                Track(bulk, new PollSchedule(settings.Bulk.Schedule), settings.Bulk.Enabled ? null : "turned off by LegTracker:Sources:Bulk:Enabled=false") with { Catalog = catalog },
                Track(pages, null, settings.Pages.Enabled ? null : "turned off by LegTracker:Sources:Pages:Enabled=false") with
                {
                    ByBill = new BillSchedule(provider.GetRequiredService<LegislativeCalendar>(), settings.Pages.Schedule is { } times ? new PollSchedule(times) : null),
                },
            ],
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<RevisionSignal>(),
            clock,
            provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping,
            provider.GetRequiredService<DiscoverySweep>(),
            time);

        TrackedSource Track(IBillSource source, PollSchedule? schedule, string? disabled)
        {
            var circuit = circuits.TryGetValue(source.Host, out var shared) ? shared : new HostCircuit(settings.BreakAfter, settings.BreakDuration, time);
            circuits[source.Host] = circuit;
            return new TrackedSource(source, schedule, circuit, disabled);
        }
    }
}
