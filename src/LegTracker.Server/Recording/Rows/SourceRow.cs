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

    /// <summary>By the real clock: until then the host is left alone.</summary>
    public DateTimeOffset? CircuitOpenUntil { get; set; }

    /// <summary>How often the host's circuit opened since the last success.</summary>
    public int CircuitOpenings { get; set; }

    /// <summary>Why a person paused it; null when nobody did.</summary>
    public string? PausedReason { get; set; }
}
