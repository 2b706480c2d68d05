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

    /// <summary>What is said when nothing is left.</summary>
    public string Empty { get; init; } = "Nothing has these words";

    public Choice? Chosen => Place.Index < Rows.Length ? Rows[Place.Index] : null;

    /// <summary>Rows of choices that a screen of so many rows shows.</summary>
    public static int HeightOf(int rows) => Math.Max(1, rows - 8);
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

    /// <summary>It is so at present: a mark stands before it.</summary>
    public bool Marked { get; init; }
}
