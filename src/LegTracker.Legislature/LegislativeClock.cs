namespace LegTracker.Legislature;

/// <summary>
/// The clock that schedules, record times and deadlines go by: the real one, or for a demo and tests one that starts at a given
/// instant and runs faster. Heartbeats, time-outs, back-off and request gaps use the real <see cref="TimeProvider"/> instead.
/// </summary>
public sealed class LegislativeClock
{
    private readonly TimeProvider real;
    private readonly DateTimeOffset anchor;

    /// <summary>A clock that shows the real time.</summary>
    public LegislativeClock(TimeProvider real)
    {
        this.real = real;
        Speed = 1;
    }

    /// <summary>A clock that showed <paramref name="start"/> when the real one showed <paramref name="anchor"/>.</summary>
    /// <param name="speed">Virtual seconds a real second: 86,400 is a day a second; 0 stands still.</param>
    public LegislativeClock(TimeProvider real, DateTimeOffset start, double speed, DateTimeOffset anchor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(speed);
        this.real = real;
        this.anchor = anchor;
        Start = start;
        Speed = speed;
    }

    /// <summary>Where a virtual clock started; null for the real time.</summary>
    public DateTimeOffset? Start { get; }

    /// <summary>Virtual seconds a real second.</summary>
    public double Speed { get; }

    /// <summary>The instant it shows.</summary>
    public DateTimeOffset Now => Start is { } start ? start + (real.GetUtcNow() - anchor) * Speed : real.GetUtcNow();

    /// <summary>The Legislature's day now.</summary>
    public DateOnly Today => CaliforniaTime.DayOf(Now);
}
