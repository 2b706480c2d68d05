using Grpc.Core;

namespace LegTracker.Server.Api.Access;

/// <summary>A call that is also canceled when its credential ends.</summary>
internal sealed class EndingCallContext : ServerCallContext
{
    // Where gRPC looks for the HTTP request of a context that is not its own.
    private const string HttpContextKey = "__HttpContext";

    private readonly ServerCallContext call;

    /// <param name="ended">Canceled with the call, and when its credential ends.</param>
    public EndingCallContext(ServerCallContext call, CancellationToken ended)
    {
        this.call = call;
        CancellationTokenCore = ended;
        call.UserState[HttpContextKey] = call.GetHttpContext();
    }

    protected override string MethodCore => call.Method;

    protected override string HostCore => call.Host;

    protected override string PeerCore => call.Peer;

    protected override DateTime DeadlineCore => call.Deadline;

    protected override Metadata RequestHeadersCore => call.RequestHeaders;

    protected override CancellationToken CancellationTokenCore { get; }

    protected override Metadata ResponseTrailersCore => call.ResponseTrailers;

    protected override Status StatusCore
    {
        get => call.Status;
        set => call.Status = value;
    }

    protected override WriteOptions? WriteOptionsCore
    {
        get => call.WriteOptions;
        set => call.WriteOptions = value;
    }

    protected override AuthContext AuthContextCore => call.AuthContext;

    protected override IDictionary<object, object> UserStateCore => call.UserState;

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => call.WriteResponseHeadersAsync(responseHeaders);

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => call.CreatePropagationToken(options);
}
