using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Takes what the server tells into the model; the cursor stays with its bill and the list with its order while a key is fresh.</summary>
internal static class Arrivals
{
    public static DashboardModel Take(DashboardModel model, Msg.SnapshotArrived snapshot) => Rearrange(model with
    {
        BillsKnown = true,
        KeptAsOf = null,
        Bills = snapshot.Bills.Aggregate(model.Bills.Clear().ToBuilder(), (all, bill) =>
        {
            all[bill.Name] = bill;
            return all;
        }).ToImmutable(),
    });

    public static DashboardModel Take(DashboardModel model, Msg.BillChanged changed) =>
        Replace(model with { Bills = model.Bills.SetItem(changed.Bill.Name, changed.Bill) }, model, [changed.Bill.Name]);

    public static DashboardModel Take(DashboardModel model, Msg.BillRemoved removed) =>
        Rearrange(model with { Bills = model.Bills.Remove(removed.Bill) });

    public static DashboardModel Take(DashboardModel model, Msg.ChangesArrived arrived)
    {
        var (taken, bills) = Feed.Take(model, arrived.Changes);
        return bills.IsEmpty ? taken : Replace(taken with { ChangeRows = FeedRows(taken, RowFilter.Parse(taken.Filter)) }, model, bills);
    }

    public static DashboardModel Take(DashboardModel model, Msg.ConnectionChanged changed) => model with
    {
        Connection = changed.Connection.Link == model.Connection.Link ? changed.Connection with { Since = model.Connection.Since } : changed.Connection,
    };

    /// <summary>The rows anew, filtered and in order.</summary>
    public static DashboardModel Reorder(DashboardModel model)
    {
        var filter = RowFilter.Parse(model.Filter);
        return Places.Settle(Lists.Arrange(model) with
        {
            SortWaits = false,
            BillRows = [.. model.Bills.Values.Where(bill => filter.Accepts(bill, model)).Order(BillOrder.Of(model))],
            ChangeRows = FeedRows(model, filter),
        });
    }

    /// <summary>As <see cref="Reorder"/>, but while a key is fresh the rows keep their order.</summary>
    public static DashboardModel Rearrange(DashboardModel model) => Passing.HoldsOrder(model) ? Refill(model) : Reorder(model);

    // These bills alone may have changed: each goes to its place, or keeps it while the order is held.
    private static DashboardModel Replace(DashboardModel model, DashboardModel before, ImmutableArray<string> bills)
    {
        var holds = Passing.HoldsOrder(model);
        if (model.SortWaits && !holds)
        {
            return Reorder(model);
        }

        var filter = RowFilter.Parse(model.Filter);
        var rows = model.BillRows;
        foreach (var name in bills)
        {
            if (model.Bills.GetValueOrDefault(name) is { } bill)
            {
                var shown = filter.Accepts(bill, model);
                rows = holds ? RowPlaces.Keep(rows, bill, shown) : RowPlaces.Put(rows, before.Bills.GetValueOrDefault(name), bill, shown, BillOrder.Of(model));
            }
        }

        return Places.Settle((filter.IsEmpty ? model : Lists.Arrange(model)) with { BillRows = rows, SortWaits = holds });
    }

    private static ImmutableArray<ChangeItem> FeedRows(DashboardModel model, RowFilter filter) =>
        filter.IsEmpty ? model.Changes : [.. model.Changes.Where(change => filter.Accepts(change, model))];

    // The same rows in the same order with new content; new bills wait at the end, gone ones go.
    private static DashboardModel Refill(DashboardModel model)
    {
        var filter = RowFilter.Parse(model.Filter);
        var shown = model.BillRows.Select(bill => bill.Name).ToHashSet(StringComparer.Ordinal);
        var kept = model.BillRows.Where(bill => model.Bills.ContainsKey(bill.Name)).Select(bill => model.Bills[bill.Name]);
        var added = model.Bills.Values.Where(bill => !shown.Contains(bill.Name) && filter.Accepts(bill, model)).Order(BillOrder.Of(model));
        return Places.Settle(Lists.Arrange(model) with
        {
            SortWaits = true,
            BillRows = [.. kept, .. added],
            ChangeRows = FeedRows(model, filter),
        });
    }
}
