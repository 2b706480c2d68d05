using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>The bills that are tracked: putting on, taking off and what people write of them, each published, each new bill polled soon.</summary>
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

    /// <summary>Accepts a found bill: its candidate is marked and it goes on the list as any other, together.</summary>
    /// <returns>The candidate as kept; null when the bill was never found.</returns>
    public async Task<Candidate?> AcceptAsync(BillId bill, string reason, HumanFields human, string actor, CancellationToken cancellationToken)
    {
        if (await store.AcceptCandidateAsync(bill, reason, human, actor, cancellationToken) is not var (candidate, revision))
        {
            return null;
        }

        if (revision is { } made)
        {
            signal.Publish(made);
            wishes.Add(bill);
        }

        return candidate;
    }

    /// <summary>Writes what a person decides of a bill as it is now; see <see cref="RecordStore.UpdateHumanAsync"/>.</summary>
    /// <returns>The bill as kept, with the revision or null when nothing differed; null when it is not on the list.</returns>
    public async Task<(TrackedBill Bill, long? Revision)?> EditAsync(BillId bill, Func<TrackedBill, HumanEdit> decide, CancellationToken cancellationToken)
    {
        var edited = await store.UpdateHumanAsync(bill, decide, cancellationToken);
        if (edited?.Revision is { } made)
        {
            signal.Publish(made);
        }

        return edited;
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
