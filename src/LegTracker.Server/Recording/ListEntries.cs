using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>Putting bills on the watch list and taking them off; what was recorded stays and comes back.</summary>
internal static class ListEntries
{
    private const string SeedMark = "watch list";

    /// <returns>The revision, or null when it is on the list already.</returns>
    public static async Task<long?> TrackAsync(
        RecordContext db, BillId bill, ListedFacts? listed, HumanFields human, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await BillShelf.FindRowAsync(db, bill, cancellationToken);
        if (row is { Tracked: true })
        {
            return null;
        }

        if (row is null)
        {
            row = new BillRow { Name = bill.ResourceName, Freshness = Freshness.NeverPolled };
            db.Bills.Add(row);
        }
        else
        {
            // While it was off the list its sources went on: nothing may be skipped at the next poll.
            await db.ContentHashes.Where(hash => hash.BillId == row.Id).ExecuteDeleteAsync(cancellationToken);
        }

        if (row.Record is not null)
        {
            (row.Freshness, row.FreshnessReason) = (Freshness.Stale, "it was off the watch list for a while and has not been read since");
        }

        row.Tracked = true;
        row.Listed = StoredJson.Of(listed) ?? row.Listed;

        // What people wrote earlier stays where nothing new is given.
        var edited = HumanWrites.Apply(row, bill, HumanEdit.OfGiven(human, actor), now);
        return await ChangeLog.AppendAsync(
            db, row, [new Difference(ChangeKind.Tracked, null, null, null, null, $"{bill.Measure} was put on the watch list ({bill.Session.Display} session)."), .. edited],
            reading: null, actor, now, cancellationToken);
    }

    /// <summary>Puts every listed bill on the list the first time; a store that was seeded is left as people made it.</summary>
    public static async Task SeedAsync(RecordContext db, IReadOnlyCollection<ListedBill> listed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await SourceLedger.ValidatorsAsync(db, SeedMark, cancellationToken)).Count > 0)
        {
            return;
        }

        foreach (var (id, facts) in listed)
        {
            await TrackAsync(db, id, facts, HumanFields.Empty, SeedMark, now, cancellationToken);
        }

        await SourceLedger.SaveValidatorsAsync(db, SeedMark, ImmutableDictionary<string, string>.Empty.Add("seeded", "yes"), cancellationToken);
    }

    /// <returns>The revision, or null when it is not on the list.</returns>
    public static async Task<long?> UntrackAsync(RecordContext db, BillId bill, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await BillShelf.FindRowAsync(db, bill, cancellationToken);
        if (row is not { Tracked: true })
        {
            return null;
        }

        row.Tracked = false;
        return await ChangeLog.AppendAsync(
            db, row, [new Difference(ChangeKind.Untracked, null, null, null, null, $"{bill.Measure} was taken off the watch list ({bill.Session.Display} session).")],
            reading: null, actor, now, cancellationToken);
    }
}
