namespace LegTracker.Dashboard.Model;

/// <summary>One recorded change as the feed shows it.</summary>
/// <param name="Name">Resource name, the change's identity (<c>changes/{revision}.{index}</c>).</param>
/// <param name="Bill">Resource name of the bill.</param>
internal sealed record ChangeItem(string Name, string Bill, string Measure)
{
    public long Revision { get; init; }

    public int Index { get; init; }

    /// <summary>The kind in a word or two: "stage", "new action", "hearing moved".</summary>
    public string Kind { get; init; } = "";

    /// <summary>One sentence that can be read aloud.</summary>
    public string Summary { get; init; } = "";

    public string Field { get; init; } = "";

    public string Before { get; init; } = "";

    public string After { get; init; } = "";

    /// <summary>When the change was recorded.</summary>
    public DateTimeOffset Recorded { get; init; }

    /// <summary>The day it happened, which may lie well before it was recorded.</summary>
    public DateOnly? EventDate { get; init; }

    public string Source { get; init; } = "";

    /// <summary>Who made an edit; empty for what a source told.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Not yet marked read by the person at this dashboard.</summary>
    public bool Unread { get; init; }
}
