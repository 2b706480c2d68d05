namespace LegTracker.Server.Api;

/// <summary>How many streams of changes there may be, how old they become and how long a watcher that accepts nothing is waited for.</summary>
internal sealed record WatchLimits
{
    /// <summary>Streams at once, of all callers; default 5,000, at most 25 KB of memory each while idle.</summary>
    public int MostStreams { get; init; } = 5000;

    /// <summary>Age at which a stream ends, give or take a tenth so that not all watchers come back at once; default 60 minutes.</summary>
    public TimeSpan OldestStream { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long a write waits for a watcher that is behind; default 30 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one that was refused for too many streams should stay away; default 5 s.</summary>
    public TimeSpan ComeBackAfter { get; init; } = TimeSpan.FromSeconds(5);
}
