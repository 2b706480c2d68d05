using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using LegTracker.Server.Api.Access;
using LegTracker.Server.Api.Health;
using LegTracker.V1;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LegTracker.Server.Api;

/// <summary>Adds the API to a server.</summary>
internal static class ApiRegistration
{
    private const int LargestRequest = 1024 * 1024;

    /// <param name="access">Null for the defaults: API keys alone.</param>
    public static IServiceCollection AddLegTrackerApi(this IServiceCollection services, AccessOptions? access = null)
    {
        access ??= new AccessOptions();
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = LargestRequest;
            grpc.Interceptors.Add<ErrorInterceptor>();
            grpc.Interceptors.Add<AccessInterceptor>();
        });
        return services
            .AddHealthAndReflection(
            [
                BillServiceReflection.Descriptor, ChangeServiceReflection.Descriptor, SourceServiceReflection.Descriptor,
                MeetingServiceReflection.Descriptor, ServerServiceReflection.Descriptor, DiscoveryServiceReflection.Descriptor,
                AccessServiceReflection.Descriptor, CalendarServiceReflection.Descriptor,
            ])
            .AddSingleton<SourceStates>()
            .AddHostedService<HealthRounds>()
            .AddSingleton<ErrorInterceptor>()
            .AddSingleton<AccessInterceptor>()
            .AddSingleton<ApiKeyRing>()
            .AddSingleton(new CallLimits(access.Limits))
            .AddSingleton(provider => new Credentials(
                provider.GetRequiredService<ApiKeyRing>(), provider.GetRequiredService<TimeProvider>(), access.Jwt is { } jwt ? Tokens(jwt, provider) : null))
            .AddSingleton<BillMapping>()
            .AddSingleton<FittingBills>()
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
        routes.MapGrpcService<CalendarService>();
        routes.MapGrpcService<ServerService>();
        routes.MapGrpcService<AccessService>();
        routes.MapHealthAndReflection();
    }

    /// <summary>HTTP/2 alone; more streams a connection than the 100 at which other languages' clients wait without a word.</summary>
    /// <param name="certificates">The server's certificate with its key, then what leads to its authority; empty for no TLS.</param>
    public static void ConfigureKestrelForApi(this WebApplicationBuilder builder, X509Certificate2Collection certificates)
    {
        if (certificates.Count > 0)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2);
            if (certificates.Count > 0)
            {
                kestrel.ConfigureHttpsDefaults(https => (https.ServerCertificate, https.ServerCertificateChain) = (certificates[0], certificates));
            }

            kestrel.Limits.Http2.MaxStreamsPerConnection = 2000;
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
            kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
            kestrel.Limits.MaxConcurrentConnections = 5000;
            kestrel.AddServerHeader = false;
        });
    }

    // A method of its own, so that the library of tokens is loaded only when it runs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<string, CallerIdentity> Tokens(JwtOptions options, IServiceProvider provider) => new JwtCredentials(options, provider.GetRequiredService<TimeProvider>()).Read;
}
