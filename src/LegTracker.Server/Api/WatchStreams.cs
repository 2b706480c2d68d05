using System.Globalization;
using Grpc.Core;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Makes a stream for each watcher.</summary>
internal sealed class WatchStreams(WatchRecord record, WatchLimits limits, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan StandardHeartbeat = TimeSpan.FromSeconds(15);

    private int running;

    /// <summary>Streams at the moment.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>Writes the stream until the caller leaves, the server stops, or the stream is old.</summary>
    public async Task RunAsync(WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, CancellationToken cancellationToken)
    {
        var heartbeat = request.HeartbeatInterval?.ToTimeSpan() ?? StandardHeartbeat;
        if (heartbeat < TimeSpan.FromSeconds(1) || heartbeat > TimeSpan.FromSeconds(60))
        {
            throw ApiError.FieldInvalid("heartbeat_interval", "is 1 to 60 seconds");
        }

        if (request.AfterRevision < 0)
        {
            throw ApiError.FieldInvalid("after_revision", "is 0 or more");
        }

        var bills = request.Bills.Select(name => BillNames.Read(name, "bills")).ToHashSet();
        var filter = BillFilterReader.ReadInPlaceOf(request.Bills, request.Filter);
        using var age = new CancellationTokenSource(limits.OldestStream * (0.9 + (0.2 * Random.Shared.NextDouble())), record.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, age.Token, cancellationToken);
        using var writer = new PatientWriter(responseStream, limits.Patience, record.Time, cancellationToken);
        Enter();
        using var open = WatchFigures.Open();
        try
        {
            var stream = new WatchStream(record, writer, bills, filter, heartbeat);
            await stream.OpenAsync(request, ending.Token, cancellationToken);
            await stream.FollowAsync(ending.Token, cancellationToken);
            await stream.SayGoodbyeAsync(lifetime.ApplicationStopping.IsCancellationRequested ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private void Enter()
    {
        if (Interlocked.Increment(ref running) > limits.MostStreams)
        {
            Interlocked.Decrement(ref running);
            throw new ApiError(StatusCode.ResourceExhausted, "TOO_MANY_STREAMS", string.Create(
                CultureInfo.InvariantCulture, $"The server has {limits.MostStreams} streams of changes, its most; come back in {limits.ComeBackAfter.TotalSeconds:0.###} seconds."))
            {
                RetryAfter = limits.ComeBackAfter,
            };
        }
    }
}
