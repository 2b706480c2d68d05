namespace LegTracker.Dashboard.Model;

/// <summary>A line being typed in the last row: it takes all typing until Enter or Esc.</summary>
/// <param name="Label">What stands before it: "/", "save this view as".</param>
/// <param name="Text">What is typed so far.</param>
/// <param name="Done">What Enter sends.</param>
internal sealed record Prompt(string Label, string Text, Func<string, Msg> Done)
{
    /// <summary>Sent with every change of the text; null when only its end counts.</summary>
    public Func<string, Msg>? Typed { get; init; }

    /// <summary>Sent when it is left by Esc; null for nothing.</summary>
    public Msg? Left { get; init; }

    /// <summary>What stands behind it.</summary>
    public string Hint { get; init; } = "Enter keeps it, Esc leaves it";

    /// <summary>At most so many UTF-16 units.</summary>
    public int Longest { get; init; } = 200;

    /// <summary>Drawn in as many rows as the text needs, above the last row.</summary>
    public bool Multiline { get; init; }

    /// <summary>Alt-Enter and Ctrl-J break a line, and pasted text keeps its lines.</summary>
    public bool Breaks { get; init; }

    /// <summary>Keys that move in a list go on moving in the one below.</summary>
    public bool MovesList { get; init; }

    /// <summary>Where the next letter goes, in UTF-16 units from the start.</summary>
    public int Caret { get; init; } = Text.Length;

    /// <summary>Cells of a row of a prompt with several rows, on a screen of so many columns; one more is for the caret.</summary>
    public static int RowWidth(int columns) => Math.Max(8, columns - 4);
}
