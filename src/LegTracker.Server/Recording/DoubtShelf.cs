using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>The doubts about sources: what a restart must not forget, or a first look would pass for a second.</summary>
internal static class DoubtShelf
{
    /// <summary>Doubts about bills on the watch list; those of bills taken off it do not count.</summary>
    public static async Task<ImmutableDictionary<BillId, Doubt>> ListAsync(RecordContext db, string source, CancellationToken cancellationToken)
    {
        var rows = await db.Doubts.Where(row => row.Source == source)
            .Join(db.Bills.Where(bill => bill.Tracked), row => row.BillId, bill => bill.Id, (row, bill) => new { bill.Name, Row = row })
            .ToListAsync(cancellationToken);
        return rows.Select(pair => new Doubt(BillId.FromResourceName(pair.Name), pair.Row.Kind, pair.Row.Sha256, pair.Row.Reason, pair.Row.FirstSeen, pair.Row.Accepted))
            .ToImmutableDictionary(doubt => doubt.Bill);
    }

    /// <summary>Keeps a doubt in place of the bill's earlier one.</summary>
    public static async Task KeepAsync(RecordContext db, string source, Doubt doubt, CancellationToken cancellationToken)
    {
        if (await BillShelf.FindRowAsync(db, doubt.Bill, cancellationToken) is not { } bill)
        {
            return;
        }

        var row = await db.Doubts.SingleOrDefaultAsync(kept => kept.Source == source && kept.BillId == bill.Id, cancellationToken)
            ?? db.Doubts.Add(new DoubtRow { Source = source, BillId = bill.Id, Sha256 = "", Reason = "" }).Entity;
        (row.Kind, row.Sha256, row.Reason, row.FirstSeen, row.Accepted) = (doubt.Kind, doubt.Sha256, doubt.Reason, doubt.FirstSeen, doubt.Accepted);
    }

    public static Task DropAsync(RecordContext db, string source, BillId bill, CancellationToken cancellationToken)
    {
        var name = bill.ResourceName;
        return db.Doubts.Where(row => row.Source == source && db.Bills.Any(known => known.Id == row.BillId && known.Name == name)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>How many doubts were accepted.</returns>
    public static Task<int> AcceptAsync(RecordContext db, string source, CancellationToken cancellationToken) =>
        db.Doubts.Where(row => row.Source == source && !row.Accepted).ExecuteUpdateAsync(set => set.SetProperty(row => row.Accepted, true), cancellationToken);
}
