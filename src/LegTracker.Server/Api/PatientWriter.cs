using System.Globalization;
using Grpc.Core;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Writes to a watcher, and cuts one that accepts nothing for so long: the server itself never would.</summary>
internal sealed class PatientWriter : IDisposable
{
    private static readonly WriteOptions Gathered = new(WriteFlags.BufferHint);

    private readonly IServerStreamWriter<WatchChangesResponse> writer;
    private readonly TimeSpan patience;
    private readonly CancellationTokenSource over;
    private readonly CancellationTokenSource either;

    /// <param name="cancellationToken">The call's own: canceling a write cuts the call.</param>
    public PatientWriter(IServerStreamWriter<WatchChangesResponse> writer, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        (this.writer, this.patience) = (writer, patience);
        over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
    }

    /// <param name="followed">Another message is written at once: both may leave together.</param>
    /// <exception cref="ApiError">WATCHER_TOO_SLOW: the watcher accepted nothing for so long.</exception>
    public async ValueTask WriteAsync(WatchChangesResponse message, bool followed)
    {
        writer.WriteOptions = followed ? Gathered : null;
        var write = ((IAsyncStreamWriter<WatchChangesResponse>)writer).WriteAsync(message, either.Token);
        if (write.IsCompletedSuccessfully)
        {
            return;
        }

        over.CancelAfter(patience);
        try
        {
            await write;
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            throw new ApiError(StatusCode.ResourceExhausted, "WATCHER_TOO_SLOW", string.Create(
                CultureInfo.InvariantCulture, $"No message was accepted for {patience.TotalSeconds:0.###} seconds; resume after the last revision seen."));
        }

        over.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        either.Dispose();
        over.Dispose();
    }
}
