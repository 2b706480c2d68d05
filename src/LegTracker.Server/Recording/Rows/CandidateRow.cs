namespace LegTracker.Server.Recording.Rows;

/// <summary>A bill that discovery found, and what people decided about it; <see cref="Candidate"/> says what the columns mean.</summary>
internal sealed class CandidateRow
{
    /// <summary>Resource name of the bill, which need not be on the watch list.</summary>
    public required string Bill { get; set; }

    public CandidateState State { get; set; }

    public required string Topic { get; set; }

    /// <summary>JSON array of topic keys.</summary>
    public required string Topics { get; set; }

    public int Score { get; set; }

    public required string Sentence { get; set; }

    public required string Version { get; set; }

    public required string Subject { get; set; }

    public DateTimeOffset Found { get; set; }

    public required string Because { get; set; }

    public required string Reason { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? Decided { get; set; }
}
