namespace LegTracker.Server.Recording;

/// <summary>Health of a source; the API's SourceState by the same names.</summary>
internal enum SourceState
{
    Ok,
    Degraded,
    CircuitOpen,
    Paused,
    Drifted,
    NotPermitted,
}

/// <summary>What is recorded of a source between polls.</summary>
/// <param name="Name"><c>bulk</c> or <c>pages</c>.</param>
/// <param name="StateReason">Why and what to do, in words; null when all is well.</param>
/// <param name="NextAttempt">When the next poll is due; advanced in the transaction that records the poll.</param>
/// <param name="QuarantinedCount">Bodies quarantined and kept.</param>
/// <param name="UnknownActionCount">Recorded lines that were not recognized.</param>
internal sealed record SourceHealth(
    string Name,
    string Host,
    SourceState State,
    string? StateReason,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? LastAttempt,
    DateTimeOffset? NextAttempt,
    DateTimeOffset? RetryAfter,
    int ConsecutiveFailures,
    int QuarantinedCount,
    int UnknownActionCount)
{
    /// <summary>A source that was never polled.</summary>
    public static SourceHealth New(string name, string host) => new(name, host, SourceState.Ok, null, null, null, null, null, 0, 0, 0);

    /// <summary>Since when the source is drifted, by its oldest doubt of that kind; null when it is not.</summary>
    public DateTimeOffset? DriftedSince { get; init; }
}
