using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>A bill that a topic found, as the dashboard shows it.</summary>
/// <param name="Name">Resource name, the candidate's identity (<c>candidates/202520260AB831</c>).</param>
/// <param name="Bill">Resource name of the bill.</param>
internal sealed record CandidateItem(string Name, string Bill, string Measure, string Session)
{
    /// <summary>What its newest version is about, in its own words.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Titles of the topics that it matches, best first.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>How well it matches; 0 when its newest version matches nothing any more.</summary>
    public int Score { get; init; }

    /// <summary>The sentence that matched, verbatim.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The parts of the sentence that matched.</summary>
    public ImmutableArray<Range> Matches { get; init; } = [];

    /// <summary>Id of the version that the sentence stands in.</summary>
    public string Version { get; init; } = "";

    /// <summary>Why it was found, or came back, in words.</summary>
    public string Because { get; init; } = "";

    public CandidateMark State { get; init; } = CandidateMark.Unknown;

    public DateTimeOffset? Found { get; init; }

    /// <summary>Why it was decided so, by whom and when; empty or null while new.</summary>
    public string Reason { get; init; } = "";

    public string DecidedBy { get; init; } = "";

    public DateTimeOffset? Decided { get; init; }

    /// <summary>The bill's public page, or null.</summary>
    public string? PageUrl { get; init; }

    /// <summary>It arrived, or came back, while this dashboard was open and has not been marked read.</summary>
    public bool Unread { get; init; }
}

/// <summary>What people decided about a candidate.</summary>
internal enum CandidateMark
{
    Unknown,
    New,
    Accepted,
    Dismissed,
}
