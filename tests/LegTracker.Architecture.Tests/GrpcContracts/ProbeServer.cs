using System.Net;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LegTracker.Architecture.Tests.GrpcContracts;

/// <summary>A Kestrel server on a free loopback port (h2c, gzip) whose health service behaves as its request names.</summary>
internal sealed class ProbeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ProbeServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public Probe Probe => app.Services.GetRequiredService<Probe>();

    public static async Task<ProbeServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<Probe>();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.ResponseCompressionAlgorithm = "gzip";
            grpc.Interceptors.Add<EchoingInterceptor>();
        });
        var app = builder.Build();
        app.MapGrpcService<Probe>();
        await app.StartAsync();
        return new ProbeServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Sends the request header <c>x-asked</c> back as a response header.</summary>
    private sealed class EchoingInterceptor : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            if (context.RequestHeaders.GetValue("x-asked") is { } asked)
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "x-echo", asked } });
            }

            return await continuation(request, context);
        }
    }
}

/// <summary>A health service for trying the transport: serving, empty, failing, never answering.</summary>
internal sealed class Probe : Health.HealthBase
{
    private readonly TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the server has seen a caller of <c>never</c> give up.</summary>
    public Task Left => left.Task;

    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        switch (request.Service)
        {
            case "never":
                using (context.CancellationToken.Register(left.SetResult))
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
                }

                throw new InvalidOperationException("not reached");
            case "failing":
                throw new RpcException(
                    new Status(StatusCode.NotFound, "no such measure: AB\u00a00"),
                    new Metadata { { "reason", "BILL_NOT_FOUND" }, { "details-bin", [0, 1, 0xff] } });
            case "empty":
                return new HealthCheckResponse();
            default:
                return new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving };
        }
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        foreach (var status in Enum.GetValues<HealthCheckResponse.Types.ServingStatus>())
        {
            await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, context.CancellationToken);
        }

        if (request.Service == "endless")
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
        }
    }
}
