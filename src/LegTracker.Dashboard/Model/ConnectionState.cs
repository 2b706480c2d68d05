namespace LegTracker.Dashboard.Model;

/// <summary>How the dashboard stands with its server.</summary>
/// <param name="Since">The real instant since which it is so.</param>
internal sealed record ConnectionState(LinkMark Link, DateTimeOffset Since)
{
    /// <summary>The real instant of the next try; null while live or when none is planned.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why there is no connection, in words; may be empty.</summary>
    public string Reason { get; init; } = "";

    public string Address { get; init; } = "";

    public string ServerVersion { get; init; } = "";

    /// <summary>Everything up to here has been received.</summary>
    public long Revision { get; init; }

    /// <summary>The server's newest revision as last told.</summary>
    public long HeadRevision { get; init; }
}

/// <summary>Whether there is a connection.</summary>
internal enum LinkMark
{
    Connecting,
    Live,
    Offline,
}
