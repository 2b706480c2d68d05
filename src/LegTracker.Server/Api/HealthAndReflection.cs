using Google.Protobuf.Reflection;
using LegTracker.Server.Api.Health;
using LegTracker.Server.Api.Reflection;

namespace LegTracker.Server.Api;

/// <summary>Adds gRPC's own two services, health and reflection, to a server.</summary>
/// <remarks>Health is answered uncompressed: a health checker of grpc-core 1.51 crashes on gzip, so never compress globally.</remarks>
internal static class HealthAndReflection
{
    /// <summary>Describes the services of <paramref name="files"/> and these two; each one counts as serving until told otherwise.</summary>
    public static IServiceCollection AddHealthAndReflection(this IServiceCollection services, IEnumerable<FileDescriptor> files)
    {
        var index = new SymbolIndex(
        [
            .. files,
            Grpc.Health.V1.HealthReflection.Descriptor,
            Grpc.Reflection.V1.ReflectionReflection.Descriptor,
            Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor,
        ]);
        return services.AddSingleton(index).AddSingleton(provider => Serving(index, provider.GetRequiredService<IHostApplicationLifetime>()));
    }

    public static IEndpointRouteBuilder MapHealthAndReflection(this IEndpointRouteBuilder routes)
    {
        routes.MapGrpcService<HealthService>();
        routes.MapGrpcService<ReflectionService>();
        routes.MapGrpcService<AlphaReflectionService>();
        return routes;
    }

    private static HealthState Serving(SymbolIndex index, IHostApplicationLifetime lifetime)
    {
        var health = new HealthState();
        foreach (var service in index.Services.Prepend(""))
        {
            health.SetServing(service, true);
        }

        lifetime.ApplicationStopping.Register(health.Close);
        return health;
    }
}
