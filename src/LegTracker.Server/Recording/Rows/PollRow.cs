namespace LegTracker.Server.Recording.Rows;

/// <summary>How one poll of a bill, or of a source as a whole, ended.</summary>
internal sealed class PollRow
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Source { get; set; }

    /// <summary>Resource name of the bill; null for the source as a whole.</summary>
    public string? Bill { get; set; }

    public PollOutcome Outcome { get; set; }

    public DateTimeOffset Start { get; set; }

    public DateTimeOffset End { get; set; }

    public int? HttpStatus { get; set; }

    public long BodyBytes { get; set; }

    public int ChangeCount { get; set; }

    public string? ErrorReason { get; set; }

    public string? ErrorDetail { get; set; }
}
