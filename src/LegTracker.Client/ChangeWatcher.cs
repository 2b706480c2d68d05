using System.Runtime.CompilerServices;
using Grpc.Core;
using LegTracker.V1;

namespace LegTracker.Client;

/// <summary>Follows a server's changes over lost connections and restarts: each change once, none left out.</summary>
/// <param name="random">Jitter of the waits; null for a shared one.</param>
public sealed class ChangeWatcher(LegTrackerConnection connection, Random? random = null)
{
    private const int MissedHeartbeats = 3;
    private static readonly TimeSpan FirstMessageWithin = TimeSpan.FromSeconds(30);

    /// <summary>Watches until it is cancelled, coming back by itself: 0.5 s to 15 s between tries, with full jitter.</summary>
    /// <param name="clock">The real time: heartbeats and waits are measured by it.</param>
    /// <exception cref="RpcException">The server refuses the request itself, so that trying again is of no use.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async IAsyncEnumerable<WatchEvent> WatchAsync(WatchStart start, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new WatchProgress(start);
        var backOff = new BackOff(random ?? Random.Shared);
        DateTimeOffset? lost = null;
        while (true)
        {
            using var stream = new WatchStream(connection.Changes.WatchChanges(progress.NextRequest(), cancellationToken: cancellationToken), clock);
            StreamEnd? end = null;
            var silence = FirstMessageWithin;
            while (end is null)
            {
                (var message, end) = await stream.NextAsync(silence, cancellationToken);
                if (message is null)
                {
                    continue;
                }

                if (message.EventCase == WatchChangesResponse.EventOneofCase.GoingAway)
                {
                    end = new StreamEnd("the server is going away", message.GoingAway.ReconnectAfter?.ToTimeSpan() ?? TimeSpan.Zero);
                    continue;
                }

                if (message.EventCase == WatchChangesResponse.EventOneofCase.Opened)
                {
                    lost = null;
                    silence = SilenceOf(message.Opened);
                }
                else
                {
                    backOff.Reset();
                }

                if (progress.Take(message) is { } told)
                {
                    yield return told;
                }
            }

            lost ??= clock.GetUtcNow();
            var wait = backOff.Next(end.ReconnectAfter);
            yield return new WatchEvent.Disconnected(lost.Value, wait, end.Reason);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private static TimeSpan SilenceOf(Opened opened) =>
        (opened.HeartbeatInterval?.ToTimeSpan() is { } interval && interval > TimeSpan.Zero ? interval : TimeSpan.FromSeconds(15)) * MissedHeartbeats;
}
