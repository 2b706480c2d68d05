using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>A list laid over the screen, one of which is chosen: typing narrows it, Enter takes the one under the cursor, Esc leaves.</summary>
internal sealed record Picker(string Title, ImmutableArray<Choice> All)
{
    /// <summary>What has been typed; every word of it must stand in a choice.</summary>
    public string Query { get; init; } = "";

    /// <summary>The choices that the query lets through, in order.</summary>
    public ImmutableArray<Choice> Rows { get; init; } = All;

    public ListPlace Place { get; init; } = ListPlace.Start;

    /// <summary>The glyphs of the screens and these lines are told below the choices.</summary>
    public ImmutableArray<string> Legend { get; init; } = [];

    /// <summary>What is said when nothing is left.</summary>
    public string Empty { get; init; } = "Nothing has these words";

    public Choice? Chosen => Place.Index < Rows.Length ? Rows[Place.Index] : null;

    /// <summary>Rows of choices that a screen of so many rows shows.</summary>
    public static int HeightOf(int rows) => Math.Max(Math.Min(3, rows - 5), rows - 8);
}

/// <summary>One of a picker's choices.</summary>
/// <param name="Label">What it is, or does.</param>
/// <param name="Does">What is sent when it is taken.</param>
internal sealed record Choice(string Label, Msg Does)
{
    /// <summary>Its key, written for people; may be empty.</summary>
    public string Keys { get; init; } = "";

    /// <summary>More about it, dim; may be empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The heading it stands under; choices of a group follow one another. May be empty.</summary>
    public string Group { get; init; } = "";

    /// <summary>Further words by which it is found; not shown.</summary>
    public string Also { get; init; } = "";

    /// <summary>Why it cannot be taken now: it is dim, and taking it says so. Empty when it can.</summary>
    public string Off { get; init; } = "";

    /// <summary>It is so at present: a mark stands before it.</summary>
    public bool Marked { get; init; }
}
