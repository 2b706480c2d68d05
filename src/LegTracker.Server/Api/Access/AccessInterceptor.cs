using System.Collections.Immutable;
using Grpc.Core;
using Grpc.Core.Interceptors;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api.Access;

/// <summary>Lets a call in when its caller's role is the one that <see cref="MethodRoles"/> asks for, and ends streams when their credential ends.</summary>
internal sealed partial class AccessInterceptor(Credentials credentials, TimeProvider time, CallLimits limits, ILogger<AccessInterceptor> logger) : Interceptor
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        limits.Call(await AdmitAsync(context));
        return await continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        StreamAsync(context, within => continuation(request, responseStream, within));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        StreamAsync(context, within => continuation(requestStream, responseStream, within));

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? response = null;
        await StreamAsync(context, async within => response = await continuation(requestStream, within));
        return response!;
    }

    private async Task StreamAsync(ServerCallContext context, Func<ServerCallContext, Task> run)
    {
        var caller = await AdmitAsync(context);
        using var place = limits.Stream(caller, context.Method);
        if (caller is { Revoked.CanBeCanceled: false, ExpireTime: null })
        {
            await run(context);
            return;
        }

        using var expired = new CancellationTokenSource(Left(caller.ExpireTime), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, caller.Revoked, expired.Token);
        bool Ended() => either.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested;
        try
        {
            await run(new EndingCallContext(context, either.Token));
        }
        catch (Exception fault) when (Ended() && fault is (OperationCanceledException or IOException or InvalidOperationException))
        {
            // However the stream took its end, the caller is told the reason.
        }

        if (Ended())
        {
            throw Credentials.Invalid(caller.Revoked.IsCancellationRequested ? "it was revoked while the call ran" : "it expired while the call ran");
        }
    }

    private TimeSpan Left(DateTimeOffset? end)
    {
        var left = end - time.GetUtcNow();
        return left is null || left > LongestTimer ? Timeout.InfiniteTimeSpan : left.Value > TimeSpan.Zero ? left.Value : TimeSpan.Zero;
    }

    private async Task<CallerIdentity> AdmitAsync(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        CallerIdentity caller;
        try
        {
            caller = await credentials.ReadAsync(http);
        }
        catch (ApiError refused)
        {
            var address = Credentials.AddressKey(http);
            limits.Failure(address);
            CredentialRefused(address, context.Method, refused.Message);
            throw;
        }

        var needed = MethodRoles.Needed(context.Method);
        if (caller.Role < needed && !await MakesFirstAdminAsync(caller, needed, context.CancellationToken))
        {
            throw caller.Role == AccessRole.None ? Missing(needed) : Required(needed, caller.Role);
        }

        context.UserState[typeof(CallerIdentity)] = caller;
        return caller;
    }

    // Somebody has to make the first admin's key: whoever is on this machine, while nobody is admin.
    private async Task<bool> MakesFirstAdminAsync(CallerIdentity caller, AccessRole needed, CancellationToken cancellationToken) =>
        needed == AccessRole.Admin && caller == CallerIdentity.Local && !await credentials.HasAdminAsync(cancellationToken);

    private static ApiError Missing(AccessRole needed) =>
        new(StatusCode.Unauthenticated, "CREDENTIAL_MISSING", $"This call needs a credential of the role {RoleName.Of(needed)}: send 'authorization: Bearer lt_…'.")
        {
            Metadata = NeededRole(needed),
        };

    private static ApiError Required(AccessRole needed, AccessRole role) =>
        new(StatusCode.PermissionDenied, "ROLE_REQUIRED", $"This call needs the role {RoleName.Of(needed)}; you call as {RoleName.Of(role)}.") { Metadata = NeededRole(needed) };

    private static ImmutableDictionary<string, string> NeededRole(AccessRole needed) =>
        ImmutableDictionary<string, string>.Empty.Add("role", RoleName.Of(needed));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A caller {Address} of {Method} was refused: {Why}")]
    private partial void CredentialRefused(string address, string method, string why);
}
