using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>The change log: each transaction that changes something takes the next revision and appends to it.</summary>
internal static class ChangeLog
{
    public static Task<long> HeadAsync(RecordContext db, CancellationToken cancellationToken) =>
        db.Stores.Select(store => store.Head).SingleAsync(cancellationToken);

    /// <summary>Appends the differences as one new revision of a bill, inside the caller's transaction.</summary>
    /// <param name="reading">Evidence, or null for what people did.</param>
    public static async Task<long> AppendAsync(
        RecordContext db, BillRow bill, ImmutableArray<Difference> differences, long? reading, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var store = await db.Stores.FindAsync([StoreRow.TheOnly], cancellationToken) ?? throw new InvalidOperationException("the store has no row of its own");
        store.Head++;
        bill.Revision = store.Head;
        db.Changes.AddRange(differences.Select((difference, index) => new ChangeRow
        {
            Revision = store.Head,
            Index = index,
            Bill = bill,
            Kind = difference.Kind,
            Field = difference.Field,
            OldValue = difference.OldValue,
            NewValue = difference.NewValue,
            EventDate = difference.EventDate,
            Summary = difference.Summary,
            RecordTime = now,
            ReadingId = reading,
            Actor = actor,
        }));
        return store.Head;
    }

    /// <summary>Changes after a revision, in whole revisions.</summary>
    public static async Task<ImmutableArray<Change>> ReadAsync(RecordContext db, long afterRevision, int limit, CancellationToken cancellationToken)
    {
        var page = await Ordered(db.Changes.Where(change => change.Revision > afterRevision)).Take(Math.Max(1, limit)).ToListAsync(cancellationToken);
        if (page is [.., var last] && page.Count >= limit)
        {
            page.AddRange(await Ordered(db.Changes.Where(change => change.Revision == last.Revision && change.Index > last.Index)).ToListAsync(cancellationToken));
        }

        return [.. page.Select(Change)];
    }

    public static async Task<ImmutableArray<Change>> FindAsync(RecordContext db, ChangeQuery query, CancellationToken cancellationToken)
    {
        var changes = db.Changes.Where(change =>
            change.Revision > query.AfterRevision || (change.Revision == query.AfterRevision && change.Index > query.AfterIndex));
        if (query.Since is { } since)
        {
            changes = changes.Where(change => change.EventDate >= since);
        }

        if (query.Until is { } until)
        {
            changes = changes.Where(change => change.EventDate <= until);
        }

        if (!query.Bills.IsDefaultOrEmpty)
        {
            var names = query.Bills.Select(bill => bill.ResourceName).ToList();
            changes = changes.Where(change => names.Contains(change.Bill!.Name));
        }

        return [.. (await Ordered(changes).Take(Math.Max(1, query.Limit)).ToListAsync(cancellationToken)).Select(Change)];
    }

    /// <summary>The newest changes before one, newest first; of some bills, or of all when they are null.</summary>
    public static async Task<ImmutableArray<Change>> NewestAsync(
        RecordContext db, (long Revision, int Index)? before, IReadOnlySet<BillId>? bills, int limit, CancellationToken cancellationToken)
    {
        var changes = db.Changes.AsQueryable();
        if (before is { } last)
        {
            changes = changes.Where(change => change.Revision < last.Revision || (change.Revision == last.Revision && change.Index < last.Index));
        }

        if (bills is not null)
        {
            var names = bills.Select(bill => bill.ResourceName).ToList();
            changes = changes.Where(change => names.Contains(change.Bill!.Name));
        }

        return [.. (await changes.Include(change => change.Bill).Include(change => change.Reading)
            .OrderByDescending(change => change.Revision).ThenByDescending(change => change.Index)
            .Take(limit).ToListAsync(cancellationToken)).Select(Change)];
    }

    /// <summary>Every change of some kinds, oldest first.</summary>
    public static async Task<ImmutableArray<Change>> OfKindsAsync(RecordContext db, ChangeKind[] kinds, CancellationToken cancellationToken) =>
        [.. (await Ordered(db.Changes.Where(change => kinds.Contains(change.Kind))).ToListAsync(cancellationToken)).Select(Change)];

    private static IQueryable<ChangeRow> Ordered(IQueryable<ChangeRow> changes) =>
        changes.Include(change => change.Bill).Include(change => change.Reading).OrderBy(change => change.Revision).ThenBy(change => change.Index);

    private static Change Change(ChangeRow row) => new(
        row.Revision,
        row.Index,
        BillId.FromResourceName(row.Bill!.Name),
        new Difference(row.Kind, row.Field, row.OldValue, row.NewValue, row.EventDate, row.Summary),
        row.RecordTime,
        row.Reading is { } reading ? BillShelf.Provenance(reading) : null,
        row.Actor,
        row.Supersedes);
}
