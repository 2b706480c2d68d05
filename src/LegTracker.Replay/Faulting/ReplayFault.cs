namespace LegTracker.Replay;

/// <summary>A fault to serve: which, where and how often.</summary>
public sealed record ReplayFault(FaultKind Kind)
{
    /// <summary>Only requests whose path and query hold this text; null for all.</summary>
    public string? Path { get; init; }

    /// <summary>How many requests it meets; null until cleared.</summary>
    public int? Count { get; init; }

    /// <summary>HTTP status of <see cref="FaultKind.Status"/>. Default 503.</summary>
    public int Status { get; init; } = 503;

    /// <summary>The Retry-After header in either form (<c>120</c> or an HTTP date); null sends none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Target of <see cref="FaultKind.Redirect"/>. Default <c>/faces/home.xhtml</c>.</summary>
    public string Location { get; init; } = "/faces/home.xhtml";

    /// <summary>Wait of <see cref="FaultKind.Slow"/> and <see cref="FaultKind.Stall"/>, in real time. Default 5 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(5);
}
