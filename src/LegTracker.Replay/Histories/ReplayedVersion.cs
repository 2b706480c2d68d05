namespace LegTracker.Replay.Histories;

/// <summary>One print of a measure's text, without the text.</summary>
/// <param name="Id">As the bulk files write it: <c>20250AB83198AMD</c>.</param>
/// <param name="Date">The date the print carries.</param>
/// <param name="Posted">The day it appeared; a chaptered text may come days later.</param>
/// <param name="Action"><c>Introduced</c>, <c>Amended Senate</c>, <c>Enrolled</c>, <c>Chaptered</c>.</param>
/// <param name="VoteRequired"><c>Majority</c>, <c>Two Thirds</c> or null when not at hand; the other flags are Yes, No or null.</param>
/// <param name="Authors">Lead authors as pages show them: <c>Valencia (A)</c>, separated by <c>; </c>.</param>
internal sealed record ReplayedVersion(
    string Id,
    DateOnly Date,
    DateOnly Posted,
    string Action,
    string Topic,
    string? VoteRequired,
    string? Appropriation,
    string? FiscalCommittee,
    string? LocalProgram,
    string? Urgency,
    string? TaxLevy,
    string Authors)
{
    /// <summary>The act's title in its text; null where none is at hand and one is constructed.</summary>
    public string? Title { get; init; }

    /// <summary>A sentence of the digest; null where none is at hand.</summary>
    public string? Digest { get; init; }

    /// <summary>Counts down from 99 with every print.</summary>
    public int Number => int.Parse(Id.AsSpan(Id.Length - 5, 2), System.Globalization.CultureInfo.InvariantCulture);
}
