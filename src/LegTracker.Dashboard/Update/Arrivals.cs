using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Takes what the server tells into the model; the cursor stays with its bill and the list with its order while a key is fresh.</summary>
internal static class Arrivals
{
    /// <summary>How many changes the feed keeps, beside older ones that are unread.</summary>
    public const int FeedLength = 5_000;

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
        Rearrange(model with { Bills = model.Bills.SetItem(changed.Bill.Name, changed.Bill) });

    public static DashboardModel Take(DashboardModel model, Msg.BillRemoved removed) =>
        Rearrange(model with { Bills = model.Bills.Remove(removed.Bill) });

    public static DashboardModel Take(DashboardModel model, Msg.ChangesArrived arrived)
    {
        var known = model.Changes.Select(change => change.Name).ToHashSet(StringComparer.Ordinal);
        var news = arrived.Changes.Where(change => known.Add(change.Name)).ToList();
        if (news.Count == 0)
        {
            return model;
        }

        var all = model.Changes.Concat(news).OrderByDescending(change => change.Revision).ThenByDescending(change => change.Index);
        return Rearrange(Reading.Count(model with { Changes = [.. all.Where((change, at) => at < FeedLength || change.Unread)] }));
    }

    public static DashboardModel Take(DashboardModel model, Msg.ConnectionChanged changed) => model with
    {
        Connection = changed.Connection.Link == model.Connection.Link ? changed.Connection with { Since = model.Connection.Since } : changed.Connection,
    };

    /// <summary>The rows anew, filtered and in order.</summary>
    public static DashboardModel Reorder(DashboardModel model)
    {
        var filter = RowFilter.Parse(model.Filter);
        return Places.Settle(model with
        {
            SortWaits = false,
            BillRows = [.. model.Bills.Values.Where(bill => filter.Accepts(bill, model)).Order(BillOrder.Newest)],
            ChangeRows = filter.IsEmpty ? model.Changes : [.. model.Changes.Where(filter.Accepts)],
        });
    }

    private static DashboardModel Rearrange(DashboardModel model) => Passing.HoldsOrder(model) ? Refill(model) : Reorder(model);

    // The same rows in the same order with new content; new bills wait at the end, gone ones go.
    private static DashboardModel Refill(DashboardModel model)
    {
        var filter = RowFilter.Parse(model.Filter);
        var shown = model.BillRows.Select(bill => bill.Name).ToHashSet(StringComparer.Ordinal);
        var kept = model.BillRows.Where(bill => model.Bills.ContainsKey(bill.Name)).Select(bill => model.Bills[bill.Name]);
        var added = model.Bills.Values.Where(bill => !shown.Contains(bill.Name) && filter.Accepts(bill, model)).Order(BillOrder.Newest);
        return Places.Settle(model with
        {
            SortWaits = true,
            BillRows = [.. kept, .. added],
            ChangeRows = filter.IsEmpty ? model.Changes : [.. model.Changes.Where(filter.Accepts)],
        });
    }
}
