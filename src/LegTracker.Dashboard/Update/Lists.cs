using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>What the calendar and the candidates have in common: rows made anew, and cursors that follow their entries.</summary>
internal static class Lists
{
    /// <summary>Their rows anew, after the filter or what they show has changed.</summary>
    public static DashboardModel Arrange(DashboardModel model) => Candidates.Arrange(Calendars.Arrange(model));

    /// <summary>Their cursors on what they pointed at, after sizes have changed.</summary>
    public static DashboardModel Settle(DashboardModel model) => Candidates.Settle(Calendars.Settle(model));

    /// <summary>
    /// As <see cref="ListPlace.Follow"/>, but a list that shows its first row goes on showing it, so that what comes in above is seen, and one that
    /// is left at its first row stays there while it is not on the screen.
    /// </summary>
    public static ListPlace Follow(Screen shown, Screen mine, ListPlace place, int count, int height, Func<int, string> id)
    {
        if (shown != mine && place.Index == 0)
        {
            return ListPlace.Start.Follow(count, height, id);
        }

        var next = place.Follow(count, height, id);
        return place.Top == 0 && next.Index < height ? next with { Top = 0 } : next;
    }
}
