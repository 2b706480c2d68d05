using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>What is fetched of one bill when it is opened, beyond what the list has.</summary>
/// <param name="Bill">Resource name of the bill.</param>
internal sealed record BillDetail(string Bill)
{
    /// <summary>When it was asked for, by the dashboard's clock.</summary>
    public DateTimeOffset Asked { get; init; }

    /// <summary>Printed versions, oldest first.</summary>
    public ImmutableArray<VersionItem> Versions { get; init; } = [];

    /// <summary>Analyses as the bulk files list them, oldest first; null when no list was read.</summary>
    public ImmutableArray<AnalysisItem>? Analyses { get; init; }

    /// <summary>Why the newest version's text was not read, in words; empty when it was, or none is known.</summary>
    public string TextUnread { get; init; } = "";

    /// <summary>Sections of the law that the text changes.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>The Legislative Counsel's digest, a paragraph each.</summary>
    public ImmutableArray<string> Digest { get; init; } = [];

    /// <summary>Type of measure as the newest version prints it, label and words.</summary>
    public ImmutableArray<Fact> Type { get; init; } = [];

    /// <summary>Votes that the history gives, oldest first.</summary>
    public ImmutableArray<VoteItem> Votes { get; init; } = [];

    /// <summary>Hearings, past and to come, by date: the day, and the rest in words.</summary>
    public ImmutableArray<HearingItem> Hearings { get; init; } = [];

    public ImmutableArray<RelatedItem> Related { get; init; } = [];

    public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];
}

/// <summary>A bill's detail could not be fetched.</summary>
/// <param name="Asked">When it was asked for, by the dashboard's clock.</param>
/// <param name="Reason">In plain words, to follow a colon.</param>
internal sealed record DetailFault(string Bill, DateTimeOffset Asked, string Reason);

/// <summary>A printed version.</summary>
internal sealed record VersionItem(string Id, DateOnly? Date, string Action, string Topic);

/// <summary>An analysis as it is listed: its day, its house in a word (may be empty), whose it is.</summary>
internal sealed record AnalysisItem(DateOnly? Date, string House, string By);

/// <summary>A vote that a line of the history gives.</summary>
internal sealed record VoteItem(DateOnly? Date, int Ayes, int Noes, string Outcome, string Line);

/// <summary>A hearing: its day, its state in a word, who holds it and where, and what tells of it.</summary>
internal sealed record HearingItem(DateOnly? Date, string Status, string What, ImmutableArray<string> Told);

/// <summary>Another bill that belongs to one by the sections they touch.</summary>
internal sealed record RelatedItem(string Kind, string Measure, string Sentence, string Subject);

/// <summary>Where and when a value was read.</summary>
/// <param name="What">The value, in words or verbatim.</param>
/// <param name="Reader">Source, and name and version of the reader.</param>
internal sealed record EvidenceItem(string What, string Url, DateTimeOffset? Read, string Reader, string Sha256);
