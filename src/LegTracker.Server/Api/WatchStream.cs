using Google.Protobuf.WellKnownTypes;
using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>One watcher's stream: a loop over the store that waits for a newer revision, reads a page and writes it. No queue holds data.</summary>
/// <param name="bills">Only these; empty for all.</param>
/// <remarks>
/// A write is canceled by the caller's own token alone, because canceling it cuts the call: the end of the stream is looked for between
/// messages, so that the last one says truly what was delivered.
/// </remarks>
internal sealed class WatchStream(
    RecordStore store, RecentChanges recent, RevisionSignal signal, BillMapping mapping, LegislativeClock clock, TimeProvider time,
    PatientWriter writer, IReadOnlySet<BillId> bills, TimeSpan heartbeat)
{
    // Read anyway, so that even a lost wake-up costs a few seconds only.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> names = [.. bills.Select(bill => bill.ResourceName)];
    private long position;
    private long head;
    private long written;
    private bool caughtUp;

    /// <summary>Says hello, and where needed starts over with a snapshot.</summary>
    /// <param name="ending">The stream is to end.</param>
    public async Task OpenAsync(WatchChangesRequest request, CancellationToken ending, CancellationToken cancellationToken)
    {
        head = await store.HeadRevisionAsync(cancellationToken);
        var reset = ResetReason(request);
        var snapshot = reset is not null || request is { StartCase: WatchChangesRequest.StartOneofCase.WithSnapshot, WithSnapshot: true };

        // Nothing is delivered yet of a snapshot that is only begun: the bookmark stays at the log's beginning until its last part.
        position = snapshot ? 0
            : request.StartCase == WatchChangesRequest.StartOneofCase.AfterRevision ? request.AfterRevision
            : head;
        await WriteAsync(new WatchChangesResponse { Opened = new Opened { HeartbeatInterval = Duration.FromTimeSpan(heartbeat) } }, cancellationToken);
        if (reset is not null)
        {
            await WriteAsync(new WatchChangesResponse { Reset = new Reset { Reason = reset } }, cancellationToken);
        }

        if (snapshot)
        {
            await WriteSnapshotAsync(ending, cancellationToken);
        }
    }

    /// <summary>Writes what is recorded after the position, then what comes, until the stream is to end.</summary>
    public async Task FollowAsync(CancellationToken ending, CancellationToken cancellationToken)
    {
        while (!ending.IsCancellationRequested)
        {
            // First the look at what exists, then the read, then the wait for anything newer than the look.
            head = Math.Max(head, signal.Newest);
            var known = head;
            var page = await recent.AfterAsync(position, known, cancellationToken);
            if (page is [.., var last])
            {
                caughtUp = false;
                await WriteChangesAsync([.. page.Where(change => names.Count == 0 || names.Contains(change.Bill))], last.Revision, cancellationToken);
                continue;
            }

            if (!caughtUp)
            {
                caughtUp = true;
                await WriteAsync(new WatchChangesResponse { CaughtUp = new CaughtUp() }, cancellationToken);
            }

            await WaitAsync(known, ending, cancellationToken);
        }
    }

    /// <summary>Tells the watcher that the stream ends and when to come back.</summary>
    public Task SayGoodbyeAsync(TimeSpan reconnectAfter, CancellationToken cancellationToken) =>
        WriteAsync(new WatchChangesResponse { GoingAway = new GoingAway { ReconnectAfter = Duration.FromTimeSpan(reconnectAfter) } }, cancellationToken);

    private string? ResetReason(WatchChangesRequest request) =>
        request.StartCase != WatchChangesRequest.StartOneofCase.AfterRevision ? null
        : request.StoreEpoch.Length > 0 && request.StoreEpoch != store.Epoch ? "the store is another one: its revisions start over"
        : request.AfterRevision > head ? "after_revision is beyond the newest revision"
        : null;

    private async Task WriteSnapshotAsync(CancellationToken ending, CancellationToken cancellationToken)
    {
        // Bills read after the head was taken may be newer than it: their changes follow again, which says the same once more and loses nothing.
        var wanted = (await store.ListBillsAsync(cancellationToken)).Where(bill => bills.Count == 0 || bills.Contains(bill.Id));
        var parts = WatchParts.Snapshot(wanted.Select(bill => mapping.Of(bill, summaryOnly: false)));
        foreach (var part in parts)
        {
            if (ending.IsCancellationRequested)
            {
                return;
            }

            position = part.Last ? head : 0;
            await WriteAsync(new WatchChangesResponse { Snapshot = part }, cancellationToken);
        }
    }

    private async Task WriteChangesAsync(IReadOnlyList<V1.Change> changes, long last, CancellationToken cancellationToken)
    {
        foreach (var part in WatchParts.Changes(changes))
        {
            // Where nothing of this page is left, what did not match counts as delivered too.
            var newest = part.Changes[^1];
            position = part.MoreOfRevision ? newest.Revision - 1 : newest == changes[^1] ? last : newest.Revision;
            await WriteAsync(new WatchChangesResponse { Changes = part }, cancellationToken);
        }

        position = last;
    }

    private async Task WaitAsync(long known, CancellationToken ending, CancellationToken cancellationToken)
    {
        while (true)
        {
            var due = heartbeat - time.GetElapsedTime(written);
            if (due < TimeSpan.FromMilliseconds(1))
            {
                await WriteHeartbeatAsync(cancellationToken);
                continue;
            }

            using var look = new CancellationTokenSource(due < LookAnyway ? due : LookAnyway, time);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(look.Token, ending, cancellationToken);
            try
            {
                await signal.WaitForNewerAsync(known, any.Token);
                return;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                head = Math.Max(head, await store.HeadRevisionAsync(cancellationToken));
                if (ending.IsCancellationRequested || head > known)
                {
                    return;
                }
            }
        }
    }

    private async Task WriteHeartbeatAsync(CancellationToken cancellationToken)
    {
        var beat = new Heartbeat();
        beat.Sources.AddRange((await store.ListSourcesAsync(cancellationToken)).Select(source =>
            new SourceAge { Source = Mapping.SourceName(source.Name), LastSuccessTime = Mapping.Instant(source.LastSuccess) }));
        await WriteAsync(new WatchChangesResponse { Heartbeat = beat }, cancellationToken);
    }

    private async Task WriteAsync(WatchChangesResponse message, CancellationToken cancellationToken)
    {
        (message.Revision, message.HeadRevision) = (position, Math.Max(head, position));
        (message.ServerTime, message.StoreEpoch) = (Mapping.Instant(clock.Now), store.Epoch);
        await writer.WriteAsync(message, cancellationToken);
        written = time.GetTimestamp();
        WatchFigures.Wrote(message.Revision, message.HeadRevision);
    }
}
