using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>A meeting's segment as the builder shows it: a row a bill, and one for each section that frames them.</summary>
/// <param name="Meeting">Resource name of the meeting.</param>
/// <param name="Etag">Of what the segment says; freezing it asks for the same.</param>
internal sealed record SegmentSheet(string Meeting, string Etag)
{
    public int Minutes { get; init; } = 10;

    /// <summary>What is in, in order.</summary>
    public ImmutableArray<SheetRow> Rows { get; init; } = [];

    /// <summary>Bills left out by hand.</summary>
    public ImmutableArray<SheetRow> LeftOut { get; init; } = [];

    /// <summary>Texts that a person has still to write: "AB 1394: what it does".</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>When it was drafted from the record.</summary>
    public DateTimeOffset AsOf { get; init; }

    /// <summary>When its sources were last read with success; null when never, or not told.</summary>
    public DateTimeOffset? LastRead { get; init; }

    /// <summary>Frozen as this segment; empty for a draft.</summary>
    public string Name { get; init; } = "";

    public int Seconds => Rows.Sum(row => row.Seconds);

    public int Bills => Rows.Count(row => row.Bill.Length > 0);

    /// <summary>What is in, then what is left out.</summary>
    public ImmutableArray<SheetRow> All => [.. Rows, .. LeftOut];
}

/// <summary>A row of the builder.</summary>
/// <param name="Bill">Resource name; empty for a section that is about no single bill.</param>
/// <param name="Heading">"AB 1394 (Wicks)", or the section's title.</param>
internal sealed record SheetRow(string Bill, string Heading)
{
    /// <summary>"AB 1394"; empty without a bill.</summary>
    public string Measure { get; init; } = "";

    public PartKind Section { get; init; }

    public string Status { get; init; } = "";

    /// <summary>Why it is in, or who left it out and when.</summary>
    public string Why { get; init; } = "";

    public int Seconds { get; init; }

    public bool SecondsByHand { get; init; }

    public bool Pinned { get; init; }

    public string SpeakerNote { get; init; } = "";

    /// <summary>Why it is left out; empty for what is in.</summary>
    public string LeftOutReason { get; init; } = "";

    /// <summary>What is said, as it will be written.</summary>
    public ImmutableArray<SegmentStatement> Statements { get; init; } = [];

    public ImmutableArray<SegmentStatement> Changes { get; init; } = [];

    /// <summary>What the cursor stays with.</summary>
    public string Id => Bill.Length > 0 ? Bill : Heading;

    public bool IsOut => LeftOutReason.Length > 0;
}
