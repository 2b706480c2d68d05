using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The calendar screen: what arrives, which days are shown, where the cursor is.</summary>
internal static class Calendars
{
    /// <summary>Days that looking back shows.</summary>
    public const int DaysBack = 30;

    public static (DashboardModel Model, Cmd[] Commands) Apply(DashboardModel model, Msg.OfCalendar told) => told switch
    {
        Msg.CalendarArrived arrived => (Arrange(model with { Calendar = model.Calendar with { All = arrived.Items, Basis = arrived.Basis } }), []),
        Msg.LookBack => (LookBack(model), []),
        _ => (model, []),
    };

    /// <summary>The rows anew: filtered, from today or from 30 days back on; what goes on today stands under today.</summary>
    public static DashboardModel Arrange(DashboardModel model)
    {
        var today = model.Today;
        var filter = RowFilter.Parse(model.Filter);
        var first = model.Calendar.LooksBack ? today.AddDays(-DaysBack) : today;
        return Settle(model with
        {
            Calendar = model.Calendar with
            {
                Rows = [.. model.Calendar.All.Where(entry => entry.LastDay >= first && filter.Accepts(entry, model)).OrderBy(entry => entry.DayOn(today))],
            },
        });
    }

    public static DashboardModel Settle(DashboardModel model) => At(model, model.Calendar.Rows is var rows
        ? Lists.Follow(model.Screen, Screen.Calendar, model.Calendar.Place, rows.Length, model.LayoutOf(Screen.Calendar).ListHeight, i => rows[i].Name)
        : default);

    public static DashboardModel MoveTo(DashboardModel model, int row) => At(model, model.Calendar.Rows is var rows
        ? model.Calendar.Place.At(row, rows.Length, model.LayoutOf(Screen.Calendar).ListHeight, i => rows[i].Name)
        : default);

    private static DashboardModel LookBack(DashboardModel model)
    {
        var turned = Arrange(model with { Calendar = model.Calendar with { LooksBack = !model.Calendar.LooksBack } });
        return DashboardUpdate.Say(turned, turned.Calendar.LooksBack ? $"The last {DaysBack} days are shown too" : "Shown from today on");
    }

    private static DashboardModel At(DashboardModel model, ListPlace place) => model with { Calendar = model.Calendar with { Place = place } };
}
