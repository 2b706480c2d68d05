using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>One watcher's stream: a loop over the store that waits for a newer revision, reads a page and writes it. No queue holds data.</summary>
/// <param name="bills">Only these; empty for all.</param>
internal sealed class WatchStream(
    RecordStore store, RevisionSignal signal, BillMapping mapping, LegislativeClock clock, TimeProvider time, PatientWriter writer, HashSet<BillId> bills, TimeSpan heartbeat)
{
    private const int PageOfChanges = 500;
    private const int PageOfBills = 100;
    private const int LargestMessage = 512 * 1024;

    // Read anyway, so that even a lost wake-up costs a few seconds only.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);

    private long position;
    private long head;
    private bool caughtUp;

    /// <summary>Says hello, and where needed starts over with a snapshot.</summary>
    public async Task OpenAsync(WatchChangesRequest request, CancellationToken cancellationToken)
    {
        head = await store.HeadRevisionAsync(cancellationToken);
        var otherEpoch = request.StoreEpoch.Length > 0 && request.StoreEpoch != store.Epoch;
        var beyond = request.StartCase == WatchChangesRequest.StartOneofCase.AfterRevision && request.AfterRevision > head;
        if (request.AfterRevision < 0)
        {
            throw ApiError.FieldInvalid("after_revision", "is 0 or more");
        }

        position = request.StartCase == WatchChangesRequest.StartOneofCase.AfterRevision && !beyond && !otherEpoch ? request.AfterRevision : head;
        await WriteAsync(new WatchChangesResponse { Opened = new Opened { HeartbeatInterval = Duration.FromTimeSpan(heartbeat) } }, cancellationToken);
        if (otherEpoch || beyond)
        {
            var reason = otherEpoch ? "the store is another one: its revisions start over" : "after_revision is beyond the newest revision";
            await WriteAsync(new WatchChangesResponse { Reset = new Reset { Reason = reason } }, cancellationToken);
        }

        if (otherEpoch || beyond || request is { StartCase: WatchChangesRequest.StartOneofCase.WithSnapshot, WithSnapshot: true })
        {
            await WriteSnapshotAsync(cancellationToken);
        }
    }

    /// <summary>Writes what is recorded after the position, then what comes, until cancelled.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var changes = await store.ReadChangesAsync(position, PageOfChanges, cancellationToken);
            head = Math.Max(await store.HeadRevisionAsync(cancellationToken), head);
            if (changes.Length > 0)
            {
                caughtUp = false;
                await WriteChangesAsync([.. changes.Where(change => bills.Count == 0 || bills.Contains(change.Bill))], changes[^1].Revision, cancellationToken);
                continue;
            }

            if (!caughtUp)
            {
                caughtUp = true;
                await WriteAsync(new WatchChangesResponse { CaughtUp = new CaughtUp() }, cancellationToken);
            }

            await WaitAsync(cancellationToken);
        }
    }

    /// <summary>Tells the watcher that the stream ends and when to come back.</summary>
    public Task SayGoodbyeAsync(TimeSpan reconnectAfter, CancellationToken cancellationToken) =>
        WriteAsync(new WatchChangesResponse { GoingAway = new GoingAway { ReconnectAfter = Duration.FromTimeSpan(reconnectAfter) } }, cancellationToken);

    private async Task WriteSnapshotAsync(CancellationToken cancellationToken)
    {
        // Bills read after the head was taken may be newer than it: their changes follow again, which says the same once more and loses nothing.
        var all = (await store.ListBillsAsync(cancellationToken)).Where(bill => bills.Count == 0 || bills.Contains(bill.Id)).Select(bill => mapping.Of(bill, summaryOnly: false)).ToList();
        var snapshot = new Snapshot();
        var size = 0;
        foreach (var bill in all)
        {
            var next = bill.CalculateSize();
            if (snapshot.Bills.Count > 0 && (snapshot.Bills.Count >= PageOfBills || size + next > LargestMessage))
            {
                await WriteAsync(new WatchChangesResponse { Snapshot = snapshot }, cancellationToken);
                (snapshot, size) = (new Snapshot(), 0);
            }

            snapshot.Bills.Add(bill);
            size += next;
        }

        snapshot.Last = true;
        await WriteAsync(new WatchChangesResponse { Snapshot = snapshot }, cancellationToken);
    }

    private async Task WriteChangesAsync(List<Legislature.Change> changes, long last, CancellationToken cancellationToken)
    {
        var batch = new ChangeBatch();
        var size = 0;
        foreach (var (change, index) in changes.Select((change, index) => (change, index)))
        {
            var message = Mapping.Of(change);
            var next = message.CalculateSize();
            if (batch.Changes.Count > 0 && size + next > LargestMessage)
            {
                batch.MoreOfRevision = changes[index - 1].Revision == change.Revision;
                position = batch.MoreOfRevision ? change.Revision - 1 : changes[index - 1].Revision;
                await WriteAsync(new WatchChangesResponse { Changes = batch }, cancellationToken);
                (batch, size) = (new ChangeBatch(), 0);
            }

            batch.Changes.Add(message);
            size += next;
        }

        // What did not match counts as delivered: a bookmark moves on even when nothing is written for a while.
        position = last;
        if (batch.Changes.Count > 0)
        {
            await WriteAsync(new WatchChangesResponse { Changes = batch }, cancellationToken);
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var idleSince = time.GetTimestamp();
        while (true)
        {
            using var look = new CancellationTokenSource(LookAnyway < heartbeat ? LookAnyway : heartbeat, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, cancellationToken);
            try
            {
                await signal.WaitForNewerAsync(position, either.Token);
                return;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                if (await store.HeadRevisionAsync(cancellationToken) > position)
                {
                    return;
                }
            }

            if (time.GetElapsedTime(idleSince) >= heartbeat)
            {
                idleSince = time.GetTimestamp();
                var beat = new Heartbeat();
                beat.Sources.AddRange((await store.ListSourcesAsync(cancellationToken)).Select(source => new SourceAge { Source = Mapping.SourceName(source.Name), LastSuccessTime = Mapping.Instant(source.LastSuccess) }));
                await WriteAsync(new WatchChangesResponse { Heartbeat = beat }, cancellationToken);
            }
        }
    }

    private Task WriteAsync(WatchChangesResponse message, CancellationToken cancellationToken)
    {
        (message.Revision, message.HeadRevision) = (position, Math.Max(head, position));
        (message.ServerTime, message.StoreEpoch) = (Mapping.Instant(clock.Now), store.Epoch);
        return writer.WriteAsync(message, cancellationToken);
    }
}
