using Google.Protobuf.WellKnownTypes;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>One watcher's stream: a loop over the store that waits for a newer revision, reads a page and writes it. No queue holds data.</summary>
/// <param name="bills">Only these; empty for all.</param>
/// <param name="filter">Only bills that fit it when a change is delivered; null for all.</param>
/// <remarks>
/// A write is canceled by the caller's own token alone, because canceling it cuts the call: the end of the stream is looked for between
/// messages, so that the last one says truly what was delivered.
/// </remarks>
internal sealed class WatchStream(WatchRecord record, PatientWriter writer, IReadOnlySet<BillId> bills, BillFilter? filter, TimeSpan heartbeat)
{
    private readonly HashSet<string> names = [.. bills.Select(bill => bill.ResourceName)];
    private long position;
    private long head;
    private long written;
    private bool caughtUp;

    /// <summary>Says hello, and where needed starts over with a snapshot.</summary>
    /// <param name="ending">The stream is to end.</param>
    public async Task OpenAsync(WatchChangesRequest request, CancellationToken ending, CancellationToken cancellationToken)
    {
        // What was published exists: who resumes before it needs no look at the store.
        head = record.Signal.Newest;
        var resumed = request.StartCase == WatchChangesRequest.StartOneofCase.AfterRevision;
        if (!resumed || request.AfterRevision > head)
        {
            head = await record.Head.ReadAsync(cancellationToken);
        }

        var reset = ResetReason(request);
        var snapshot = reset is not null || request is { StartCase: WatchChangesRequest.StartOneofCase.WithSnapshot, WithSnapshot: true };

        // Nothing is delivered yet of a snapshot that is only begun: the bookmark stays at the log's beginning until its last part.
        position = snapshot ? 0 : resumed ? request.AfterRevision : head;
        await WriteAsync(new WatchChangesResponse { Opened = new Opened { HeartbeatInterval = Duration.FromTimeSpan(heartbeat) } }, followed: true);
        if (reset is not null)
        {
            await WriteAsync(new WatchChangesResponse { Reset = new Reset { Reason = reset } });
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
            head = Math.Max(head, record.Signal.Newest);
            if (position < head)
            {
                await FollowToAsync(head, cancellationToken);
            }
            else if (!caughtUp)
            {
                await WriteCaughtUpAsync();
            }
            else
            {
                await WaitAsync(ending, cancellationToken);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Tells the watcher that the stream ends and when to come back.</summary>
    public ValueTask SayGoodbyeAsync(TimeSpan reconnectAfter) =>
        WriteAsync(new WatchChangesResponse { GoingAway = new GoingAway { ReconnectAfter = Duration.FromTimeSpan(reconnectAfter) } });

    private string? ResetReason(WatchChangesRequest request) =>
        request.StartCase != WatchChangesRequest.StartOneofCase.AfterRevision ? null
        : request.StoreEpoch.Length > 0 && request.StoreEpoch != record.Store.Epoch ? "the store is another one: its revisions start over"
        : request.AfterRevision > head ? "after_revision is beyond the newest revision"
        : null;

    private async Task WriteSnapshotAsync(CancellationToken ending, CancellationToken cancellationToken)
    {
        // Bills read after the head was taken may be newer than it: their changes follow again, which says the same once more and loses nothing.
        var wanted = (await record.Store.ListBillsAsync(cancellationToken)).Where(bill => filter is null ? bills.Count == 0 || bills.Contains(bill.Id) : record.Mapping.Fits(filter, bill));
        var parts = WatchParts.Snapshot(wanted.Select(bill => record.Mapping.Of(bill, summaryOnly: false)));
        foreach (var part in parts)
        {
            if (ending.IsCancellationRequested)
            {
                return;
            }

            position = part.Last ? head : 0;
            await WriteAsync(new WatchChangesResponse { Snapshot = part });
        }
    }

    private async Task FollowToAsync(long known, CancellationToken cancellationToken)
    {
        var page = await record.Recent.AfterAsync(position, known, cancellationToken);
        var last = page.Changes.IsEmpty ? known : page.Last;
        var parts = page.PartsOf(page.Changes.IsEmpty ? null : await WantedAsync(known, cancellationToken));
        for (var i = 0; i < parts.Count; i++)
        {
            // With the last part what did not match counts as delivered too; where nothing newer is known, a caught_up follows and takes it along.
            var (newest, isLast) = (parts[i].Changes[^1].Revision, i == parts.Count - 1);
            position = parts[i].MoreOfRevision ? newest - 1 : isLast ? last : newest;
            await WriteAsync(new WatchChangesResponse { Changes = parts[i] }, followed: isLast && last >= known);
        }

        position = last;
        if (last >= known)
        {
            await WriteCaughtUpAsync();
        }
    }

    private async ValueTask<Func<V1.Change, bool>?> WantedAsync(long known, CancellationToken cancellationToken)
    {
        if (filter is null)
        {
            return names.Count == 0 ? null : change => names.Contains(change.Bill);
        }

        var fitting = (await record.Fitting.OfAsync(filter, known, cancellationToken)).Select(bill => bill.ResourceName).ToHashSet();
        return change => change.Kind == V1.ChangeKind.Untracked || fitting.Contains(change.Bill);
    }

    private ValueTask WriteCaughtUpAsync()
    {
        caughtUp = true;
        return WriteAsync(new WatchChangesResponse { CaughtUp = new CaughtUp() });
    }

    private async Task WaitAsync(CancellationToken ending, CancellationToken cancellationToken)
    {
        var due = heartbeat - record.Time.GetElapsedTime(written);
        if (due < TimeSpan.FromMilliseconds(1))
        {
            var beat = new Heartbeat { Sources = { await record.Ages.ReadAsync(cancellationToken) } };
            await WriteAsync(new WatchChangesResponse { Heartbeat = beat });
        }
        else
        {
            await record.Signal.WaitForNewerAsync(head, due, record.Time, ending);
        }
    }

    private async ValueTask WriteAsync(WatchChangesResponse message, bool followed = false)
    {
        (message.Revision, message.HeadRevision) = (position, Math.Max(head, position));
        (message.ServerTime, message.StoreEpoch) = (Mapping.Instant(record.Clock.Now), record.Store.Epoch);
        await writer.WriteAsync(message, followed);
        written = record.Time.GetTimestamp();
        WatchFigures.Wrote(message.Revision, message.HeadRevision);
    }
}
