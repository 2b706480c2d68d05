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

    internal sealed record ToggleHelp : Msg;

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

    internal sealed record OpenPage : Msg;

    internal sealed record Repaint : Msg;

    internal sealed record Stop : Msg;

    internal sealed record Leave : Msg;
}
