using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;

namespace LegTracker.Server.Recording;

/// <summary>What people write of a bill in the store: read, edited in the transaction that decides it, every difference in the log.</summary>
internal static class HumanWrites
{
    public static HumanFields Read(HumanRow? row) => row is null ? HumanFields.Empty : new HumanFields(row.Position, row.Priority, StoredJson.Names(row.Labels))
    {
        Owner = row.Owner,
        Sponsors = StoredJson.Names(row.Sponsors),
        Texts = StoredJson.Texts(row.Texts),
        PositionAuthor = row.PositionAuthor,
        PositionTime = row.PositionTime,
    };

    /// <param name="decide">Gets the bill as it is now; what it throws ends the transaction.</param>
    /// <returns>The bill as kept and the revision, null when nothing differed; null when it is not on the list.</returns>
    public static async Task<(TrackedBill Bill, long? Revision)?> EditAsync(
        RecordContext db, BillId id, Func<TrackedBill, HumanEdit> decide, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await BillShelf.ReadAsync(db, id, cancellationToken)) is not [var bill])
        {
            return null;
        }

        var edit = decide(bill);
        var row = (await BillShelf.FindRowAsync(db, id, cancellationToken))!;
        var differences = Apply(row, id, edit, now);
        long? revision = differences.IsEmpty ? null : await ChangeLog.AppendAsync(db, row, differences, reading: null, edit.Author, now, cancellationToken);
        return (bill with { Human = Read(row.Human), Revision = row.Revision }, revision);
    }

    /// <summary>Edits the row and gives what differs.</summary>
    public static ImmutableArray<Difference> Apply(BillRow bill, BillId id, HumanEdit edit, DateTimeOffset now)
    {
        var newest = bill.Record is { } record ? StoredJson.Versions(record.Versions).LastOrDefault()?.Id : null;
        var (after, differences) = edit.Apply(id, Read(bill.Human), newest, now);
        if (!differences.IsEmpty)
        {
            var row = bill.Human ??= new HumanRow { Labels = "[]" };
            (row.Position, row.PositionAuthor, row.PositionTime) = (after.Position, after.PositionAuthor, after.PositionTime);
            (row.Priority, row.Labels, row.Owner) = (after.Priority, StoredJson.Of(after.Labels), after.Owner);
            (row.Sponsors, row.Texts) = (StoredJson.Of(after.Sponsors), StoredJson.Of(after.Texts));
        }

        return differences;
    }
}
