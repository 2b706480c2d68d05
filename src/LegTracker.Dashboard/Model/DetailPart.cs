namespace LegTracker.Dashboard.Model;

/// <summary>A piece of a tab of a bill's detail: words after a label, over as many rows as they need.</summary>
/// <param name="Label">A date, or what it is; may be empty.</param>
internal sealed record DetailPart(string Label, string Words, DetailPartKind Kind = DetailPartKind.Text)
{
    /// <summary>Came since it was last looked at.</summary>
    public bool IsNew { get; init; }

    /// <summary>Steps of the cursor through it, at a width in cells: one for a line of the history, about one a row for longer texts.</summary>
    public int Steps(int width) => Kind == DetailPartKind.Line ? 1 : Math.Max(1, (Words.Length + width - 1) / Math.Max(1, width));
}

/// <summary>What a part is, for its look.</summary>
internal enum DetailPartKind
{
    Text,

    /// <summary>A line of the history: one thing for the cursor.</summary>
    Line,
    Strong,
    Dim,
    Warning,
}
