using Grpc.Core;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Writes to a watcher, and cuts one that accepts nothing for 30 s: the server itself never would.</summary>
internal sealed class PatientWriter(IServerStreamWriter<WatchChangesResponse> writer, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="RpcException">The watcher accepted nothing for 30 s.</exception>
    public async Task WriteAsync(WatchChangesResponse message, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await ((IAsyncStreamWriter<WatchChangesResponse>)writer).WriteAsync(message, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ApiError(StatusCode.ResourceExhausted, "WATCHER_TOO_SLOW", "No message was accepted for 30 seconds; resume after the last revision seen.");
        }
    }
}
