using LegTracker.V1;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LegTracker.Server.Api;

/// <summary>Adds the API to a server.</summary>
internal static class ApiRegistration
{
    private const int LargestRequest = 1024 * 1024;

    public static IServiceCollection AddLegTrackerApi(this IServiceCollection services)
    {
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = LargestRequest;
            grpc.Interceptors.Add<ErrorInterceptor>();
        });
        return services
            .AddHealthAndReflection(
            [
                BillServiceReflection.Descriptor, ChangeServiceReflection.Descriptor, SourceServiceReflection.Descriptor,
                MeetingServiceReflection.Descriptor, ServerServiceReflection.Descriptor, DiscoveryServiceReflection.Descriptor,
            ])
            .AddSingleton<BillMapping>()
            .AddSingleton<RecentChanges>()
            .AddSingleton<SourceAges>()
            .AddSingleton<StoreHead>()
            .AddHostedService(provider => provider.GetRequiredService<StoreHead>())
            .AddSingleton<WatchRecord>()
            .AddSingleton(new WatchLimits())
            .AddSingleton<WatchStreams>();
    }

    public static void MapLegTrackerApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGrpcService<BillService>();
        routes.MapGrpcService<ChangeService>();
        routes.MapGrpcService<SourceService>();
        routes.MapGrpcService<DiscoveryService>();
        routes.MapGrpcService<MeetingService>();
        routes.MapGrpcService<ServerService>();
        routes.MapHealthAndReflection();
    }

    /// <summary>HTTP/2 without TLS on loopback; more streams a connection than the 100 at which other languages' clients wait without a word.</summary>
    public static void ConfigureKestrelForApi(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2);
        kestrel.Limits.Http2.MaxStreamsPerConnection = 2000;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        kestrel.Limits.MaxConcurrentConnections = 5000;
        kestrel.AddServerHeader = false;
    });
}
