using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Makes a stream for each watcher.</summary>
/// <param name="time">The real clock: heartbeats and the stream's age.</param>
/// <param name="clock">The record's clock: what the messages show.</param>
internal sealed class WatchStreams(
    RecordStore store, RecentChanges recent, RevisionSignal signal, BillMapping mapping, LegislativeClock clock, TimeProvider time, IHostApplicationLifetime lifetime)
{
    // 60 minutes, give or take a tenth, so that the watchers of a restarted server do not all come back at once.
    private static readonly TimeSpan OldestStream = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan StandardHeartbeat = TimeSpan.FromSeconds(15);

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
        using var open = WatchFigures.Open();
        using var age = new CancellationTokenSource(OldestStream * (0.9 + (0.2 * Random.Shared.NextDouble())), time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, age.Token);
        var stream = new WatchStream(store, recent, signal, mapping, clock, time, new PatientWriter(responseStream, time), bills, heartbeat);
        await stream.OpenAsync(request, ending.Token, cancellationToken);
        await stream.FollowAsync(ending.Token, cancellationToken);
        await stream.SayGoodbyeAsync(lifetime.ApplicationStopping.IsCancellationRequested ? TimeSpan.FromSeconds(1) : TimeSpan.Zero, cancellationToken);
    }
}
