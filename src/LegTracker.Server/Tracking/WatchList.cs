using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>The bills that are tracked: putting on and taking off, each published, each new bill polled soon.</summary>
internal sealed class WatchList(RecordStore store, RevisionSignal signal, PollWishes wishes)
{
    /// <summary>Puts a bill on the list.</summary>
    /// <returns>The revision, or null when it is there already.</returns>
    public async Task<long?> TrackAsync(BillId bill, HumanFields human, string actor, CancellationToken cancellationToken)
    {
        var revision = await store.TrackAsync(bill, listed: null, human, actor, cancellationToken);
        if (revision is { } made)
        {
            signal.Publish(made);
            wishes.Add(bill);
        }

        return revision;
    }

    /// <summary>Takes a bill off the list; its record stays.</summary>
    /// <returns>The revision, or null when it is not on the list.</returns>
    public async Task<long?> UntrackAsync(BillId bill, string actor, CancellationToken cancellationToken)
    {
        var revision = await store.UntrackAsync(bill, actor, cancellationToken);
        if (revision is { } made)
        {
            signal.Publish(made);
        }

        return revision;
    }
}
