using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>What the meeting's legislative update says, statement by statement; the API's Segment.</summary>
/// <param name="Title">The team's full name, which defines CSEC.</param>
/// <param name="Since">First event date, included.</param>
/// <param name="Until">Last event date, included; statements are worded for it.</param>
/// <param name="AsOf">The record is as of this instant; what sources say is as of <see cref="SegmentDraft.Read"/>.</param>
/// <param name="Revision">Revision of the store it was drafted from.</param>
/// <param name="Sections">In order; empty ones are left out and said in <paramref name="Notes"/>.</param>
/// <param name="Missing">Texts that a person has still to write, or to check against a newer version: "AB 1394: what it does".</param>
/// <param name="Notes">Sentences about the segment as a whole.</param>
internal sealed record SegmentDraft(
    string Title,
    DateOnly Since,
    DateOnly Until,
    DateTimeOffset AsOf,
    long Revision,
    int Minutes,
    ImmutableArray<SegmentSection> Sections,
    ImmutableArray<string> Missing,
    ImmutableArray<string> Notes)
{
    /// <summary>Changes after this revision were selected; 0 when it was selected by event date.</summary>
    public long SinceRevision { get; init; }

    /// <summary>When sources were read for it.</summary>
    public required SourcesRead Read { get; init; }

    /// <summary>"2024-25" for the annual report of a fiscal year; empty for a segment.</summary>
    public string FiscalYear { get; init; } = "";

    /// <summary>Bills left out by hand; they stand in no section.</summary>
    public ImmutableArray<SegmentItem> LeftOut { get; init; } = [];

    /// <summary>Seconds of all items together.</summary>
    public int Seconds => Sections.Sum(section => section.Items.Sum(item => item.Seconds));
}

/// <summary>What a section is about; the API's SectionKind by the same names.</summary>
internal enum SectionKind
{
    AtAGlance,
    NowInCalifornia,
    Coming,
    Governor,
    Moving,
    Stopped,
    ComingDates,
    Terms,
    MeetingUpdates,
    NewLaws,
    Adopted,
}

/// <summary>A section of the segment.</summary>
internal sealed record SegmentSection(SectionKind Kind, string Title, ImmutableArray<SegmentItem> Items);

/// <summary>A bill's part of a section, or a line of its own.</summary>
/// <param name="Bill">Null for a line that is about no bill.</param>
/// <param name="Heading">"AB 1394 (Wicks)"; for a line that is about no bill a date or a term, or empty.</param>
/// <param name="Changes">What changed in the period: history lines, verbatim, with dates.</param>
/// <param name="Status">Short words for a table: where it stands and what comes next.</param>
internal sealed record SegmentItem(BillId? Bill, string Heading, ImmutableArray<Claim> Claims, ImmutableArray<Claim> Changes, string Status)
{
    /// <summary>It was pinned by hand.</summary>
    public bool Pinned { get; init; }

    /// <summary>Why it was left out by hand; empty for what is in.</summary>
    public string LeftOutReason { get; init; } = "";

    /// <summary>Why a bill is in, or who left it out and when; empty for a line that is about no bill.</summary>
    public string WhyIn { get; init; } = "";

    /// <summary>Seconds to say it; 0 for what is shown and not said.</summary>
    public int Seconds { get; init; }

    public bool SecondsByHand { get; init; }

    /// <summary>For whoever speaks; may be empty.</summary>
    public string SpeakerNote { get; init; } = "";

    /// <summary>Null for a line that tells of no bill's course.</summary>
    public BillCourse? Course { get; init; }
}

/// <summary>Who words a claim.</summary>
internal enum ClaimKind
{
    /// <summary>LegTracker, from recorded values.</summary>
    Auto,

    /// <summary>A source, verbatim.</summary>
    Quote,

    /// <summary>A person.</summary>
    Human,
}

/// <summary>One statement with its source.</summary>
/// <param name="Id">Stable inside the segment: "c12".</param>
/// <param name="ReadTime">When the source was read; null only for a text that nobody has written yet.</param>
/// <param name="Flag">A warning to print with it in brackets; empty when none.</param>
internal sealed record Claim(string Id, string Text, ClaimKind Kind, ClaimSource Source, DateTimeOffset? ReadTime, string Flag)
{
    /// <summary>What a person has to check before a final segment: "what it does, written for the April 26, 2016 version; …"; empty when nothing.</summary>
    public string ToCheck { get; init; } = "";

    public ClaimTopic Topic { get; init; }
}

/// <summary>Where a claim is known from.</summary>
/// <param name="Url">Address a reader can open; empty for what LegTracker itself counts or explains.</param>
/// <param name="Document">What it is, and the address that was read as evidence.</param>
/// <param name="Version">Version id of the bill it speaks of; empty when none.</param>
/// <param name="Locator">The line or sentence, verbatim.</param>
internal sealed record ClaimSource(string Url, string Document, string Version, string Locator);
