namespace LegTracker.Dashboard.Model;

/// <summary>A source of the record and its health.</summary>
/// <param name="Name">Resource name, the source's identity.</param>
internal sealed record SourceItem(string Name, string Title)
{
    public string Host { get; init; } = "";

    public SourceMark Mark { get; init; } = SourceMark.Unknown;

    /// <summary>The state in words: "ok", "resting", "not permitted".</summary>
    public string State { get; init; } = "unknown";

    /// <summary>Why, in words; empty when all is well.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why a person has to look, in words; empty when nobody has to.</summary>
    public string Alarm { get; init; } = "";

    /// <summary>What to do, in words; empty when nothing is.</summary>
    public string ToDo { get; init; } = "";

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastAttempt { get; init; }

    public DateTimeOffset? NextAttempt { get; init; }

    public int Failures { get; init; }

    public int Quarantined { get; init; }

    public int UnknownActions { get; init; }
}

/// <summary>A source's health as a glyph tells it.</summary>
internal enum SourceMark
{
    Unknown,
    Ok,
    Behind,
    Failing,
    Paused,
}
