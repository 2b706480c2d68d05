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

    /// <summary>Keys that move in a list go on moving in the one below.</summary>
    public bool MovesList { get; init; }

    /// <summary>Where the next letter goes, in UTF-16 units from the start.</summary>
    public int Caret { get; init; } = Text.Length;
}
