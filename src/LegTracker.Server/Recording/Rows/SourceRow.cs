namespace LegTracker.Server.Recording.Rows;

/// <summary>Health of a source between polls.</summary>
internal sealed class SourceRow
{
    public required string Name { get; set; }

    public required string Host { get; set; }

    public SourceState State { get; set; }

    public string? StateReason { get; set; }

    public DateTimeOffset? LastSuccess { get; set; }

    public DateTimeOffset? LastAttempt { get; set; }

    public DateTimeOffset? NextAttempt { get; set; }

    public DateTimeOffset? RetryAfter { get; set; }

    public int ConsecutiveFailures { get; set; }
}
