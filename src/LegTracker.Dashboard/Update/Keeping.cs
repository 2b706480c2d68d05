using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Choices of the user that are found again after a restart: order, theme, bookmarks, the preview.</summary>
internal static class Keeping
{
    /// <summary>The model with what was chosen, and the asking that it be remembered.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Keep(DashboardModel model, ViewState view) => (model with { View = view }, [new Cmd.Keep(view)]);

    /// <summary>The list in another order at once: the user has asked for it.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Sort(DashboardModel model, BillSort sort)
    {
        var (kept, commands) = Keep(model, model.View with { Sort = sort });
        return (DashboardUpdate.Say(Arrivals.Reorder(kept), $"Sorted by {WordOf(sort.Field)}{(sort.Reversed ? ", reversed" : "")}"), commands);
    }

    public static string WordOf(SortField field) => field switch
    {
        SortField.Number => "number",
        SortField.Next => "next date",
        SortField.Priority => "priority",
        SortField.Title => "title",
        _ => "last action",
    };

    public static (DashboardModel Model, Cmd[] Commands) NextTheme(DashboardModel model)
    {
        if (!model.Colours)
        {
            return (DashboardUpdate.Say(model, "No colours here: NO_COLOR, --no-color or the terminal forbids them", isProblem: true), []);
        }

        var next = ViewState.Themes[(ViewState.Themes.IndexOf(model.View.Theme) + 1) % ViewState.Themes.Length];
        return Keep(DashboardUpdate.Say(model, $"Theme {next}"), model.View with { Theme = next });
    }

    public static (DashboardModel Model, Cmd[] Commands) Bookmark(DashboardModel model)
    {
        if (Visits.BillAtHand(model) is not { } bill)
        {
            return (model, []);
        }

        var (was, all) = (model.View.Bookmarks.Contains(bill.Name), model.View.Bookmarks);
        return Keep(
            DashboardUpdate.Say(model, was ? $"{bill.Measure} is not marked any more" : $"{bill.Measure} is marked; the filter word marked finds it"),
            model.View with { Bookmarks = was ? all.Remove(bill.Name) : all.Add(bill.Name) });
    }

    public static (DashboardModel Model, Cmd[] Commands) TogglePreview(DashboardModel model)
    {
        var (kept, commands) = Keep(model, model.View with { Preview = !model.View.Preview });
        return (Places.Settle(kept with { PaneFocus = false, PaneZoom = false }), commands);
    }

    /// <summary>Beside the list where it stands under it, and the other way round; it is on afterwards.</summary>
    public static (DashboardModel Model, Cmd[] Commands) MovePreview(DashboardModel model)
    {
        var place = ScreenLayout.Of(Screen.Bills, model.Columns, model.Rows, preview: true, model.View.Place).PaneWidth > 0 ? PreviewPlace.Under : PreviewPlace.Side;
        var (kept, commands) = Keep(model, model.View with { Preview = true, Place = place });
        return place == PreviewPlace.Side && model.Columns < ScreenLayout.LeastForSide
            ? (DashboardUpdate.Say(model, FormattableString.Invariant($"Beside the list the preview needs {ScreenLayout.LeastForSide} columns")), [])
            : (Places.Settle(kept), commands);
    }

    public static (DashboardModel Model, Cmd[] Commands) ToggleMouse(DashboardModel model) => (
        DashboardUpdate.Say(
            model with { Mouse = !model.Mouse },
            model.Mouse ? "Select text with the mouse; the same key takes it back" : "Wheel and clicks work here again"),
        [new Cmd.TakeMouse(!model.Mouse)]);

    /// <summary>A column of the watch list shown or not, and the list of columns open again.</summary>
    public static (DashboardModel Model, Cmd[] Commands) ToggleColumn(DashboardModel model, ListColumn column)
    {
        var (kept, commands) = Keep(model, model.View with { Columns = ListColumns.Toggle(model.View.Columns, column) });
        return (ChooseColumns(kept, ListColumns.All.IndexOf(column)), commands);
    }

    public static DashboardModel ChooseColumns(DashboardModel model, int row = 0)
    {
        ImmutableArray<Choice> choices = [.. ListColumns.All.Select(column => new Choice(ListColumns.NameOf(column), new Msg.ToggleColumn(column)) { Marked = model.View.Columns.Contains(column), Detail = About(column) })];
        var open = Pickers.Open(model, new Picker("Columns: Enter shows or hides one, Esc ends", choices));
        return Pickers.Move(open, open.Picker!, row);
    }

    private static string About(ListColumn column) => column switch
    {
        ListColumn.Position => "what your organisation recorded; a letter where it is narrow",
        ListColumn.Lanes => "the passage through both houses",
        ListColumn.Next => "the next date ahead",
        ListColumn.Last => "day of the last action",
        ListColumn.Age => "time since the last action",
        _ => "",
    };
}
