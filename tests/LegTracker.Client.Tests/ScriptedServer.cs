using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LegTracker.Client.Tests;

/// <summary>A ChangeService on a real socket that plays one script a connection.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    public const string Epoch = "e1";

    private readonly WebApplication app;
    private readonly Scripts scripts;

    private ScriptedServer(WebApplication app, Scripts scripts)
    {
        this.app = app;
        this.scripts = scripts;
        Connection = new LegTrackerConnection(new Uri(app.Urls.Single()));
    }

    public delegate Task Script(IServerStreamWriter<WatchChangesResponse> stream, ServerCallContext context);

    public LegTrackerConnection Connection { get; }

    /// <summary>What each stream asked for.</summary>
    public IReadOnlyList<WatchChangesRequest> Requests => [.. scripts.Requests];

    public static async Task<ScriptedServer> StartAsync(params Script[] scripts)
    {
        var played = new Scripts(scripts);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(played);
        var app = builder.Build();
        app.MapGrpcService<Service>();
        await app.StartAsync();
        return new ScriptedServer(app, played);
    }

    public static WatchChangesResponse Opened(long revision, double heartbeatSeconds = 15) =>
        At(revision, new WatchChangesResponse { Opened = new Opened { HeartbeatInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(heartbeatSeconds)) } });

    /// <param name="changes">As "revision.index".</param>
    public static WatchChangesResponse Changes(long revision, bool more, params string[] changes) =>
        At(revision, new WatchChangesResponse { Changes = new ChangeBatch { MoreOfRevision = more, Changes = { changes.Select(Change) } } });

    public static WatchChangesResponse Snapshot(long revision, bool last, params string[] measures) =>
        At(revision, new WatchChangesResponse { Snapshot = new Snapshot { Last = last, Bills = { measures.Select(measure => new Bill { Measure = measure }) } } });

    public static WatchChangesResponse Reset(string reason, string epoch) =>
        At(0, new WatchChangesResponse { Reset = new Reset { Reason = reason } }, epoch);

    public static WatchChangesResponse CaughtUp(long revision) => At(revision, new WatchChangesResponse { CaughtUp = new CaughtUp() });

    public static WatchChangesResponse GoingAway(long revision, double afterSeconds) =>
        At(revision, new WatchChangesResponse { GoingAway = new GoingAway { ReconnectAfter = Duration.FromTimeSpan(TimeSpan.FromSeconds(afterSeconds)) } });

    public static WatchChangesResponse At(long revision, WatchChangesResponse message, string epoch = Epoch)
    {
        (message.Revision, message.HeadRevision, message.StoreEpoch) = (revision, Math.Max(revision, 9), epoch);
        return message;
    }

    /// <summary>Sends messages, then breaks the connection.</summary>
    public static Script ThenCut(params WatchChangesResponse[] messages) => async (stream, context) =>
    {
        await SendAsync(stream, messages);

        // What was sent has to leave before the connection breaks.
        await context.GetHttpContext().Response.Body.FlushAsync();
        throw new RpcException(new Status(StatusCode.Unavailable, "cut"));
    };

    /// <summary>Sends messages, then ends the stream in good order.</summary>
    public static Script ThenEnd(params WatchChangesResponse[] messages) => (stream, _) => SendAsync(stream, messages);

    /// <summary>Sends messages, then says nothing more.</summary>
    public static Script ThenSilence(params WatchChangesResponse[] messages) => async (stream, context) =>
    {
        await SendAsync(stream, messages);
        var gone = new TaskCompletionSource();
        await using var registration = context.CancellationToken.Register(gone.SetResult);
        await gone.Task;
    };

    public static Script Refuse(StatusCode code, string detail) => (_, _) => throw new RpcException(new Status(code, detail));

    /// <summary>Refuses as the server does that says when to come back.</summary>
    public static Script RefuseFor(StatusCode code, string detail, TimeSpan wait)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = detail, Details = { Any.Pack(new Google.Rpc.RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }) } };
        return (_, _) => throw new RpcException(new Status(code, detail), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await app.DisposeAsync();
    }

    private static Change Change(string name)
    {
        var parts = name.Split('.');
        return new Change { Name = $"changes/{name}", Revision = long.Parse(parts[0], null), Index = int.Parse(parts[1], null) };
    }

    private static async Task SendAsync(IServerStreamWriter<WatchChangesResponse> stream, WatchChangesResponse[] messages)
    {
        foreach (var message in messages)
        {
            await stream.WriteAsync(message);
        }
    }

    private sealed class Scripts(Script[] scripts)
    {
        private int next;

        public ConcurrentQueue<WatchChangesRequest> Requests { get; } = new();

        public Script Next() => scripts[Interlocked.Increment(ref next) - 1];
    }

    private sealed class Service(Scripts scripts) : ChangeService.ChangeServiceBase
    {
        public override Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context)
        {
            scripts.Requests.Enqueue(request);
            return scripts.Next()(responseStream, context);
        }
    }
}
