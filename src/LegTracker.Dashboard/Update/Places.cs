using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The cursors of the screens: where they are, how they move, how they follow what they point at.</summary>
internal static class Places
{
    /// <summary>The row under the cursor of the screen.</summary>
    public static int Cursor(DashboardModel model) => model.Screen == Screen.Detail ? model.DetailRow : PlaceOf(model).Index;

    /// <summary>Rows that a page of the screen holds.</summary>
    public static int Height(DashboardModel model) => model.Screen == Screen.Detail ? Math.Max(2, model.Rows / 3) : model.Layout.ListHeight;

    public static DashboardModel MoveBy(DashboardModel model, int rows) => MoveTo(model, Cursor(model) + rows);

    /// <summary>The cursor on a row, clamped to what there is.</summary>
    public static DashboardModel MoveTo(DashboardModel model, int row)
    {
        var height = model.Layout.ListHeight;
        return model.Screen switch
        {
            Screen.Bills => model with { PaneRow = 0, BillPlace = model.BillPlace.At(row, model.BillRows.Length, height, i => model.BillRows[i].Name) },
            Screen.Changes => model with { ChangePlace = model.ChangePlace.At(row, model.ChangeRows.Length, height, i => model.ChangeRows[i].Name) },
            Screen.Sources => model with { SourcePlace = model.SourcePlace.At(row, model.Sources.Length, height, i => model.Sources[i].Name) },
            Screen.Calendar => Calendars.MoveTo(model, row),
            Screen.Candidates => Candidates.MoveTo(model, row),
            Screen.Meetings or Screen.Segment => MeetingPlaces.MoveTo(model, row, height),
            _ => model with { DetailRow = ClampDetail(model, row) },
        };
    }

    /// <summary>Every cursor on what it pointed at, after lists or sizes have changed.</summary>
    public static DashboardModel Settle(DashboardModel model) => Lists.Settle(model) with
    {
        Meetings = MeetingPlaces.Settle(model),
        BillPlace = FollowBill(model).Follow(model.BillRows.Length, model.LayoutOf(Screen.Bills).ListHeight, i => model.BillRows[i].Name),
        ChangePlace = FollowFeed(model).Follow(model.ChangeRows.Length, model.LayoutOf(Screen.Changes).ListHeight, i => model.ChangeRows[i].Name),
        SourcePlace = model.SourcePlace.Follow(model.Sources.Length, model.LayoutOf(Screen.Sources).ListHeight, i => model.Sources[i].Name),
        DetailRow = ClampDetail(model, model.DetailRow),
    };

    // Nobody has chosen the first bill before anybody has touched a key.
    private static ListPlace FollowBill(DashboardModel model) => model.IsUntouched ? ListPlace.Start : model.BillPlace;

    // A feed read from its top stays at its top while it is not on the screen.
    private static ListPlace FollowFeed(DashboardModel model) =>
        model.ChangePlace.Index == 0 && model.Screen != Screen.Changes ? ListPlace.Start : model.ChangePlace;

    private static int ClampDetail(DashboardModel model, int row) =>
        model.DetailBill.Length == 0 ? 0 : Math.Clamp(row, 0, Math.Max(0, DetailContent.Steps(model) - 1));

    private static ListPlace PlaceOf(DashboardModel model) => model.Screen switch
    {
        Screen.Bills => model.BillPlace,
        Screen.Changes => model.ChangePlace,
        Screen.Calendar => model.Calendar.Place,
        Screen.Candidates => model.Candidates.Place,
        Screen.Meetings => model.Meetings.Place,
        Screen.Segment => model.Meetings.RowPlace,
        _ => model.SourcePlace,
    };
}
