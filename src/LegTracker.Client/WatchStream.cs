using System.Globalization;
using Grpc.Core;
using LegTracker.V1;

namespace LegTracker.Client;

/// <summary>Why a stream ended, and how long the server asks to stay away.</summary>
internal sealed record StreamEnd(string Reason, TimeSpan ReconnectAfter);

/// <summary>One stream of changes, read until it ends, fails or falls silent.</summary>
internal sealed class WatchStream(AsyncServerStreamingCall<WatchChangesResponse> call, TimeProvider clock) : IDisposable
{
    /// <summary>The next message, or why there is none.</summary>
    /// <param name="silence">A server that says nothing for so long is taken for dead.</param>
    /// <exception cref="RpcException">Trying again is of no use.</exception>
    public async Task<(WatchChangesResponse? Message, StreamEnd? End)> NextAsync(TimeSpan silence, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await call.ResponseStream.MoveNext(either.Token)
                ? (call.ResponseStream.Current, null)
                : (null, new StreamEnd("the server ended the stream", TimeSpan.Zero));
        }
        catch (Exception fault) when (fault is RpcException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (patience.IsCancellationRequested)
            {
                return (null, new StreamEnd(string.Create(CultureInfo.InvariantCulture, $"no sign of life for {silence.TotalSeconds:0} s"), TimeSpan.Zero));
            }

            if (fault is RpcException failed && IsPassing(failed.StatusCode))
            {
                return (null, new StreamEnd(ReasonOf(failed), RichError.From(failed).RetryAfter ?? TimeSpan.Zero));
            }

            throw;
        }
    }

    public void Dispose() => call.Dispose();

    private static bool IsPassing(StatusCode code) => code is not (StatusCode.InvalidArgument or StatusCode.NotFound or StatusCode.PermissionDenied
        or StatusCode.Unauthenticated or StatusCode.Unimplemented or StatusCode.FailedPrecondition or StatusCode.OutOfRange);

    private static string ReasonOf(RpcException fault) => fault.StatusCode == StatusCode.Unavailable && fault.Status.DebugException is not null
        ? "the server is not reachable"
        : fault.Status.Detail.Length > 0 ? fault.Status.Detail : fault.StatusCode.ToString();
}
