using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The pane of the watch list: keys that move go into it and back, and it takes the list's place and gives it back.</summary>
internal static class Panes
{
    /// <summary>The model after a message that moves, while such messages scroll the pane; null for any other.</summary>
    public static DashboardModel? Move(DashboardModel model, Msg msg) => !model.InPane ? null : msg switch
    {
        Msg.MoveBy move => At(model, (long)model.PaneRow + move.Rows),
        Msg.MouseScrolled wheel when model.Picker is null => At(model, (long)model.PaneRow + wheel.By),
        Msg.PageBy page => At(model, model.PaneRow + ((long)page.Pages * Math.Max(2, model.Rows / 3))),
        Msg.ToFirst => At(model, 0),
        Msg.ToLast => At(model, int.MaxValue),
        _ => null,
    };

    public static DashboardModel Toggle(DashboardModel model) => model.InPane ? Leave(model)
        : model.BillUnderCursor is not null && (model with { PaneFocus = true }) is { InPane: true } inside ? inside with { PaneRow = 0 }
        : DashboardUpdate.Say(model, "There is no pane here to go into");

    public static DashboardModel Zoom(DashboardModel model) => model is { PaneZoom: true, PaneFocus: true } ? Leave(model)
        : model.BillUnderCursor is null ? model
        : model with { PaneZoom = true, PaneFocus = true, PaneRow = model.InPane ? model.PaneRow : 0 };

    public static DashboardModel Leave(DashboardModel model) => model with { PaneFocus = false, PaneZoom = false };

    private static DashboardModel At(DashboardModel model, long row) =>
        model with { PaneRow = (int)Math.Clamp(row, 0, Math.Max(0, (model.BillUnderCursor?.Actions.Length ?? 0) - 1)) };
}
