using System.Collections.Concurrent;
using System.Net;
using Grpc.Net.Client;
using LegTracker.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LegTracker.Server.Tests.Api;

/// <summary>gRPC services on a real Kestrel socket (h2c on a free loopback port) with a channel to them.</summary>
/// <remarks>Disposing it stops the server and fails where the server logged an error.</remarks>
internal sealed class GrpcHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ErrorLog errors;

    private GrpcHost(WebApplication app, ErrorLog errors)
    {
        this.app = app;
        this.errors = errors;
        Address = new Uri(app.Urls.Single());
        Channel = GrpcChannel.ForAddress(Address);
    }

    public Uri Address { get; }

    /// <summary>Whether errors in the log are part of the test.</summary>
    public bool ExpectsErrors { get; set; }

    public GrpcChannel Channel { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts a server; gRPC itself is already among the services.</summary>
    /// <param name="port">0 for a free one.</param>
    public static async Task<GrpcHost> StartAsync(Action<IServiceCollection> addServices, Action<IEndpointRouteBuilder> mapServices, int port = 0)
    {
        var errors = new ErrorLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(errors);
        builder.ConfigureKestrelForApi([]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        addServices(builder.Services);
        var app = builder.Build();
        mapServices(app);
        await app.StartAsync();
        return new GrpcHost(app, errors);
    }

    /// <summary>Stops the server in good order while calls may still run.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await app.DisposeAsync();
        if (!ExpectsErrors)
        {
            Assert.True(errors.Lines.IsEmpty, string.Join("\n", errors.Lines));
        }
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
