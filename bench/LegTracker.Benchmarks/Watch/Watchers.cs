using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using LegTracker.V1;

namespace LegTracker.Benchmarks.Watch;

/// <summary>Subscribers of one server over ten connections, that count what they get and when.</summary>
internal sealed class Watchers : IAsyncDisposable
{
    private const int Connections = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly List<GrpcChannel> channels = [];
    private readonly List<Task> reading = [];
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly long[] arrivals;
    private int ready;
    private int arrived;
    private int wanted;
    private TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Watchers(int reading) => (arrivals, Reading) = (new long[reading], reading);

    /// <summary>Subscribers that read.</summary>
    public int Reading { get; }

    /// <summary>Opens the streams and waits until each has caught up; dead ones read their first message and no more.</summary>
    /// <param name="after">Where they begin; null for now.</param>
    public static async Task<Watchers> OpenAsync(Uri address, int reading, int dead = 0, long? after = null)
    {
        var watchers = new Watchers(reading);
        for (var i = 0; i < Math.Min(Connections, reading); i++)
        {
            watchers.channels.Add(GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535, UseProxy = false }, DisposeHttpClient = true, MaxReceiveMessageSize = null }));
        }

        watchers.wanted = reading + dead;
        for (var i = 0; i < reading + dead; i++)
        {
            watchers.reading.Add(watchers.ReadAsync(watchers.channels[i % watchers.channels.Count], after, i >= reading));
        }

        await watchers.done.Task.WaitAsync(Patience);
        return watchers;
    }

    /// <summary>Commits one change and waits until every reader has it: ticks after the commit, and at which it came to each.</summary>
    public async Task<(long Committed, long[] Arrivals)> RoundAsync(Func<Task<long>> commit)
    {
        lock (gate)
        {
            (arrived, wanted, done) = (0, Reading, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        var committed = await commit();
        await done.Task.WaitAsync(Patience);
        return (committed, [.. arrivals]);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        channels.ForEach(channel => channel.Dispose());
        await Task.WhenAll(reading);
        stop.Dispose();
    }

    private async Task ReadAsync(GrpcChannel channel, long? after, bool dead)
    {
        var request = after is { } revision ? new WatchChangesRequest { AfterRevision = revision } : new WatchChangesRequest { FromNow = true };
        try
        {
            using var call = new ChangeService.ChangeServiceClient(channel).WatchChanges(request, cancellationToken: stop.Token);
            var caughtUp = false;
            while (await call.ResponseStream.MoveNext(stop.Token))
            {
                var message = call.ResponseStream.Current;
                if (caughtUp && message.EventCase == WatchChangesResponse.EventOneofCase.Changes)
                {
                    Arrive();
                }
                else if (message.EventCase == WatchChangesResponse.EventOneofCase.CaughtUp && !caughtUp)
                {
                    caughtUp = true;
                    Ready();
                    if (dead)
                    {
                        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
                    }
                }
            }
        }
        catch (Exception end) when (end is RpcException or OperationCanceledException or ObjectDisposedException && stop.IsCancellationRequested)
        {
            // The measurement is over.
        }
    }

    private void Ready()
    {
        if (Interlocked.Increment(ref ready) == wanted)
        {
            done.TrySetResult();
        }
    }

    private void Arrive()
    {
        lock (gate)
        {
            arrivals[arrived++] = Stopwatch.GetTimestamp();
            if (arrived == wanted)
            {
                done.TrySetResult();
            }
        }
    }
}
