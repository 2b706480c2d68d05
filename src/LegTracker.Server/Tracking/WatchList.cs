using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>The bills that are tracked: putting on and taking off, each published, each new bill polled soon.</summary>
internal sealed class WatchList(RecordStore store, RevisionSignal signal, PollWishes wishes)
{
    private const string SeedMark = "watch list";

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

    /// <summary>On first start, puts every listed bill on the list; a store that was seeded is left as people made it.</summary>
    public async Task SeedAsync(ImmutableArray<ListedBill> listed, CancellationToken cancellationToken)
    {
        if ((await store.ValidatorsAsync(SeedMark, cancellationToken)).Count > 0)
        {
            return;
        }

        foreach (var (id, facts) in listed)
        {
            await store.TrackAsync(id, facts, HumanFields.Empty, SeedMark, cancellationToken);
        }

        // Written last: a start that was cut off seeds the rest next time.
        await store.SaveValidatorsAsync(SeedMark, ImmutableDictionary<string, string>.Empty.Add("seeded", "yes"), cancellationToken);
    }
}
