using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>What a dashboard before this one kept, and its end when the server tells the present.</summary>
internal static class Recall
{
    /// <summary>Shows what was kept; never in place of what the server has told.</summary>
    public static DashboardModel Take(DashboardModel model, KeptRecord record)
    {
        if (model.BillsKnown)
        {
            return model;
        }

        var shown = model with { Epoch = record.Epoch, KeptAsOf = record.AsOf, Clock = record.Clock ?? model.Clock, Sources = record.Sources };
        return Arrivals.Take(Arrivals.Take(shown, new Msg.SnapshotArrived(record.Bills)) with { KeptAsOf = record.AsOf }, new Msg.ChangesArrived(record.Changes));
    }

    /// <summary>The server's store is named: changes of another one are void.</summary>
    public static DashboardModel Greet(DashboardModel model, Msg.Greeted greeted)
    {
        var isOther = model.Epoch.Length > 0 && model.Epoch != greeted.Epoch;
        var known = model with { Epoch = greeted.Epoch, LastVisit = greeted.Visit, Changes = isOther ? [] : model.Changes };
        return Arrivals.Reorder(Reading.Count(known));
    }
}
