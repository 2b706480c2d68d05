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
/// <param name="NextAttempt">
/// When the next poll is due. Saved: for a source polled as a whole its next due time, for one polled bill by bill an instant before which it is left
/// alone, or null. Listed: the later of that and the first due time of its bills.
/// </param>
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

    /// <summary>Why the next attempt is then, in words; null where a schedule says when. Listed, not saved.</summary>
    public string? NextReason { get; init; }

    /// <summary>By the real clock: until then the host is left alone; null when its circuit is closed.</summary>
    public DateTimeOffset? CircuitOpenUntil { get; init; }

    /// <summary>How often the host's circuit opened since the last success.</summary>
    public int CircuitOpenings { get; init; }

    /// <summary>Why a person paused it; null when nobody did. Listed, not saved.</summary>
    public string? PausedReason { get; init; }
}
