namespace LegTracker.Dashboard.Model;

internal abstract partial record Msg
{
    /// <summary>Move the cursor by rows.</summary>
    internal sealed record MoveBy(int Rows) : Msg;

    /// <summary>Move the cursor by pages.</summary>
    internal sealed record PageBy(int Pages) : Msg;

    internal sealed record ToFirst : Msg;

    internal sealed record ToLast : Msg;

    /// <summary>Put the cursor on a row of the list; on the row it is on already: open it.</summary>
    internal sealed record Pick(int Index) : Msg;

    internal sealed record Show(Screen Screen) : Msg;

    /// <summary>Open the bill under the cursor and mark its changes read.</summary>
    internal sealed record Open : Msg;

    /// <summary>Close, clear or go back, whichever is nearest.</summary>
    internal sealed record Back : Msg;

    /// <summary>The list of all commands, to be searched and run; with the tracked bills in it, or without.</summary>
    internal sealed record ShowCommands(bool WithBills) : Msg;

    /// <summary>Open a tracked bill by its resource name.</summary>
    internal sealed record OpenBill(string Bill) : Msg;

    internal sealed record SortBy(SortField Field) : Msg;

    internal sealed record ReverseSort : Msg;

    /// <summary>Choose which columns the watch list has.</summary>
    internal sealed record ChooseColumns : Msg;

    internal sealed record ToggleColumn(ListColumn Column) : Msg;

    /// <summary>Choose among the saved views, to look through one or to delete it.</summary>
    internal sealed record ChooseView : Msg;

    internal sealed record TakeView(SavedView View) : Msg;

    /// <summary>Ask for a name for filter, order and columns as they are.</summary>
    internal sealed record NameView : Msg;

    internal sealed record SaveView(string Name) : Msg;

    internal sealed record DeleteView(string Name) : Msg;

    internal sealed record ToggleBookmark : Msg;

    internal sealed record NextTheme : Msg;

    internal sealed record ToggleAscii : Msg;

    internal sealed record ToggleMouse : Msg;

    /// <summary>The preview beside the list, or under it.</summary>
    internal sealed record MovePreview : Msg;

    /// <summary>Moving keys from the list to the pane, or back.</summary>
    internal sealed record TogglePane : Msg;

    internal sealed record ToggleZoom : Msg;

    internal sealed record StartFilter : Msg;

    /// <summary>What is let through from now on.</summary>
    internal sealed record Filtered(string Filter) : Msg;

    /// <summary>Put the picker's cursor on a row; on the row it is on already: take it.</summary>
    internal sealed record PickChoice(int Index) : Msg;

    /// <summary>Fetch anew: on the sources screen the source under the cursor, elsewhere the bill at hand.</summary>
    internal sealed record Refresh : Msg;

    internal sealed record TogglePreview : Msg;

    /// <summary>Mark what is under the cursor read, or unread again.</summary>
    internal sealed record ToggleRead : Msg;

    /// <summary>To the next (1) or previous (−1) unread row.</summary>
    internal sealed record ToUnread(int Direction) : Msg;

    /// <summary>In detail: to the next (1) or previous (−1) bill of the list.</summary>
    internal sealed record ToBill(int Direction) : Msg;

    internal sealed record CopyNumber : Msg;

    internal sealed record CopyLink : Msg;

    internal sealed record OpenPage : Msg;

    internal sealed record Repaint : Msg;

    internal sealed record Stop : Msg;

    internal sealed record Leave : Msg;
}
