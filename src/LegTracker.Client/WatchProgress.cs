using System.Collections.Immutable;
using LegTracker.V1;

namespace LegTracker.Client;

/// <summary>What a watch has told so far, and so where its next stream begins. Turns each message into an event without repeats.</summary>
internal sealed class WatchProgress(WatchStart start)
{
    private long? resumeAfter = start.AfterRevision;
    private string epoch = start.Epoch;
    private bool snapshotWanted = start.WithSnapshot;
    private bool snapshotBegun;
    private (long Revision, int Index) told = (start.AfterRevision ?? -1, int.MaxValue);

    /// <summary>The request that goes on from here.</summary>
    public WatchChangesRequest NextRequest()
    {
        snapshotBegun = false;
        var request = new WatchChangesRequest { Bills = { start.Bills }, Filter = start.Filter, StoreEpoch = epoch };
        if (snapshotWanted)
        {
            request.WithSnapshot = true;
        }
        else if (resumeAfter is { } revision)
        {
            request.AfterRevision = revision;
        }
        else
        {
            request.FromNow = true;
        }

        return request;
    }

    /// <summary>The event of a message; null for one that tells nothing new.</summary>
    public WatchEvent? Take(WatchChangesResponse message)
    {
        var at = new WatchPosition(message.Revision, message.HeadRevision, message.StoreEpoch, message.ServerTime?.ToDateTimeOffset() ?? default);
        switch (message.EventCase)
        {
            case WatchChangesResponse.EventOneofCase.Opened:
                return Opened(at);
            case WatchChangesResponse.EventOneofCase.Reset:
                (snapshotWanted, snapshotBegun, resumeAfter, epoch, told) = (true, false, null, message.StoreEpoch, (-1, int.MaxValue));
                return new WatchEvent.Reset(message.Reset.Reason);
            case WatchChangesResponse.EventOneofCase.Snapshot:
                return Snapshot(message.Snapshot, at);
            case WatchChangesResponse.EventOneofCase.Changes:
                return Changed(message.Changes, at);
            case WatchChangesResponse.EventOneofCase.CaughtUp:
                Advance(at);
                return new WatchEvent.CaughtUp(at);
            case WatchChangesResponse.EventOneofCase.Heartbeat:
                Advance(at);
                return new WatchEvent.Heartbeat([.. message.Heartbeat.Sources], at);
            default:
                // Of a newer server: only its position is understood.
                Advance(at);
                return null;
        }
    }

    private WatchEvent.Connected Opened(WatchPosition at)
    {
        if (!snapshotWanted && resumeAfter is null)
        {
            Advance(at);
        }

        return new WatchEvent.Connected(at);
    }

    private WatchEvent.SnapshotPart Snapshot(Snapshot part, WatchPosition at)
    {
        var first = !snapshotBegun;
        snapshotBegun = !part.Last;
        if (part.Last)
        {
            snapshotWanted = false;
            told = (at.Revision, int.MaxValue);
            Advance(at);
        }

        return new WatchEvent.SnapshotPart([.. part.Bills], first, part.Last, at);
    }

    // A stream cut inside a large revision begins it again: what was told of it is left out.
    private WatchEvent.Changed? Changed(ChangeBatch batch, WatchPosition at)
    {
        var fresh = batch.Changes.Where(change => (change.Revision, change.Index).CompareTo(told) > 0).ToImmutableArray();
        if (fresh is [.., var last])
        {
            told = (last.Revision, last.Index);
        }

        Advance(at);
        return fresh.IsEmpty ? null : new WatchEvent.Changed(fresh, batch.MoreOfRevision, at);
    }

    private void Advance(WatchPosition at)
    {
        if (!snapshotWanted)
        {
            (resumeAfter, epoch) = (at.Revision, at.Epoch);
        }
    }
}
