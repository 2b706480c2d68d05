using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>The content of a meeting's legislative update, ready to be written in any format.</summary>
/// <param name="AsOf">It was drafted from the record at this instant; its clock time is Los Angeles time.</param>
/// <param name="Missing">Texts that a person has still to write: "AB 1394: what it does".</param>
/// <param name="Notes">Sentences about the segment as a whole.</param>
/// <param name="Minutes">Minutes it may take; at least 1.</param>
internal sealed record SegmentContent(
    string Title,
    DateOnly Since,
    DateOnly Until,
    DateTimeOffset AsOf,
    long Revision,
    int Minutes,
    ImmutableArray<SegmentPart> Parts,
    ImmutableArray<string> Missing,
    ImmutableArray<string> Notes)
{
    /// <summary>When its sources were read; null in a segment published before this was told.</summary>
    public SegmentReading? Read { get; init; }

    /// <summary>Bills left out by hand, with their reasons.</summary>
    public ImmutableArray<SegmentLeftOut> LeftOut { get; init; } = [];
}

/// <summary>How far a segment follows its sources.</summary>
/// <param name="LastTime">The last good reading, in Los Angeles time; null when there was none.</param>
/// <param name="OldestTime">Each confirmed bill was last confirmed then or later, in Los Angeles time; null when there is none, or it is not told.</param>
/// <param name="IsBehind">No bill was confirmed by its newest reading.</param>
internal sealed record SegmentReading(DateTimeOffset? LastTime, DateTimeOffset? OldestTime, bool IsBehind);

/// <summary>A bill left out by hand.</summary>
/// <param name="Heading">"AB 1394 (Wicks)".</param>
/// <param name="By">"left out by Ana Díaz on March 3, 2025".</param>
internal sealed record SegmentLeftOut(string Heading, string Reason, string By);

/// <summary>What a part is about; the API's SectionKind by the same names.</summary>
internal enum PartKind
{
    /// <summary>A kind this program does not know yet: written like any other.</summary>
    Other,
    AtAGlance,
    NowInCalifornia,
    Coming,
    Governor,
    Moving,
    Stopped,
    ComingDates,
    Terms,

    /// <summary>Of an annual report: what each meeting was told.</summary>
    MeetingUpdates,

    /// <summary>Of an annual report: laws with an event in the year.</summary>
    NewLaws,
    Adopted,
}

/// <summary>A section of the update.</summary>
internal sealed record SegmentPart(PartKind Kind, string Title, ImmutableArray<SegmentEntry> Entries)
{
    /// <summary>Whether it reports bills by where they stand: what people arrange, and what is counted at a glance.</summary>
    public bool IsOfBills => Kind is PartKind.NowInCalifornia or PartKind.Coming or PartKind.Governor or PartKind.Moving or PartKind.Adopted or PartKind.Stopped;
}

/// <summary>A bill's part of a section, or a line of its own.</summary>
/// <param name="Measure">"AB 1394" when it is about a bill, else empty.</param>
/// <param name="Heading">"AB 1394 (Wicks)", a date or a term; can be empty.</param>
/// <param name="Changes">History lines of the period, verbatim, with dates.</param>
/// <param name="Status">Short words for a table cell.</param>
internal sealed record SegmentEntry(
    string Measure,
    string Heading,
    ImmutableArray<SegmentStatement> Statements,
    ImmutableArray<SegmentStatement> Changes,
    string Status)
{
    /// <summary>A note for whoever speaks, never shown to the room; may be empty.</summary>
    public string SpeakerNote { get; init; } = "";

    /// <summary>Seconds to say it, as the meeting's builder counts them; 0 when it is shown and not said, or not known.</summary>
    public int Seconds { get; init; }

    /// <summary>A person gave it these seconds.</summary>
    public bool SecondsByHand { get; init; }

    /// <summary>The Legislature's own id of the bill, "202320240AB1394"; empty when it is about none.</summary>
    public string BillKey { get; init; } = "";

    /// <summary>Null when it is about no bill, or the segment was published before it told this.</summary>
    public EntryCourse? Course { get; init; }
}

/// <summary>Who words a statement.</summary>
internal enum StatementKind
{
    /// <summary>LegTracker, from recorded values.</summary>
    Auto,

    /// <summary>A source, verbatim.</summary>
    Quote,

    /// <summary>A person.</summary>
    Human,
}

/// <summary>What a statement tells of a bill; the API's ClaimTopic by the same names.</summary>
internal enum StatementTopic
{
    /// <summary>Where the bill stands, a count, a date, a term; and what a newer server tells.</summary>
    Unspecified,
    Relation,
    PlainTitle,
    WhatItDoes,
    WhyItMatters,
    WhatToDo,
    Position,
    Contact,

    /// <summary>A sentence of the bill's own text.</summary>
    Text,

    /// <summary>How it became law.</summary>
    Enactment,
    OfficialTitle,
}

/// <summary>One statement with its source.</summary>
/// <param name="ReadTime">When the source was read, in Los Angeles time; null for a text that nobody has written yet.</param>
/// <param name="Flag">A warning to print with it in brackets; empty when none.</param>
internal sealed record SegmentStatement(string Text, StatementKind Kind, StatementSource Source, DateTimeOffset? ReadTime, string Flag)
{
    /// <summary>The claim's id in the segment: "c12".</summary>
    public string Id { get; init; } = "";

    public StatementTopic Topic { get; init; }

    /// <summary>True for the open place of a text that a person has still to write.</summary>
    public bool IsOpen => Kind == StatementKind.Human && ReadTime is null;

    /// <summary>True for what a person wrote of a bill; LegTracker's own list of terms has no address.</summary>
    public bool IsOfAPerson => Kind == StatementKind.Human && Source.Url.Length > 0;
}

/// <summary>Where a statement is known from.</summary>
/// <param name="Url">Address a reader can open; empty for what LegTracker itself counts or explains.</param>
internal sealed record StatementSource(string Url, string Document, string Version, string Locator);
