using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>A meeting as the dashboard shows it.</summary>
/// <param name="Name">Resource name, the meeting's identity (<c>meetings/2025-03-03</c>).</param>
/// <param name="Minutes">Minutes for its segment.</param>
internal sealed record MeetingItem(string Name, DateOnly Date, string Title, int Minutes)
{
    public string Etag { get; init; } = "";

    /// <summary>The segment published for it; empty while there is none.</summary>
    public string Published { get; init; } = "";

    /// <summary>What was decided about bills of its segment, each bill once.</summary>
    public ImmutableArray<BillChoice> Arrangement { get; init; } = [];

    public bool IsFrozen => Published.Length > 0;

    /// <summary>The published segment for people: "segment 1".</summary>
    public string PublishedAs => "segment " + Published[(Published.LastIndexOf('/') + 1)..];
}

/// <summary>What was decided about one bill of a segment; the API's ItemChoice.</summary>
/// <param name="Bill">Resource name of the bill.</param>
internal sealed record BillChoice(string Bill)
{
    public bool Pinned { get; init; }

    /// <summary>Empty leaves it in.</summary>
    public string LeftOutReason { get; init; } = "";

    /// <summary>Its place in its section, from 1; 0 leaves the order to the rules.</summary>
    public int Place { get; init; }

    /// <summary>0 takes those that its words need.</summary>
    public int Seconds { get; init; }

    public string SpeakerNote { get; init; } = "";
}
