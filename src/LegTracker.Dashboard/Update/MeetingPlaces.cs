using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The cursors of the meetings and of the builder.</summary>
internal static class MeetingPlaces
{
    public static DashboardModel MoveTo(DashboardModel model, int row, int height)
    {
        var state = model.Meetings;
        if (model.Screen == Screen.Meetings)
        {
            return model with { Meetings = state with { Place = state.Place.At(row, state.All.Length, height, i => state.All[i].Name) } };
        }

        var rows = state.OpenSheet?.All ?? [];
        return model with { Meetings = state with { RowPlace = state.RowPlace.At(row, rows.Length, height, i => rows[i].Id) } };
    }

    /// <summary>Both cursors on what they pointed at.</summary>
    public static MeetingsState Settle(DashboardModel model)
    {
        var state = model.Meetings;
        var rows = state.OpenSheet?.All ?? [];
        return state with
        {
            Place = state.Place.Follow(state.All.Length, model.LayoutOf(Screen.Meetings).ListHeight, i => state.All[i].Name),
            RowPlace = state.RowPlace.Follow(rows.Length, model.LayoutOf(Screen.Segment).ListHeight, i => rows[i].Id),
        };
    }
}
