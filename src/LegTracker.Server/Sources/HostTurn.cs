namespace LegTracker.Server.Sources;

/// <summary>The right to ask one host: one request in flight, and a rest after each.</summary>
internal sealed class HostTurn(TimeSpan minimumGap, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly SemaphoreSlim one = new(1, 1);
    private long gap = minimumGap.Ticks;
    private long? lastEnd;

    /// <summary>Makes the rest after each request at least this long.</summary>
    public void KeepAtLeast(TimeSpan rest)
    {
        for (var kept = Interlocked.Read(ref gap); kept < rest.Ticks; kept = Interlocked.Read(ref gap))
        {
            Interlocked.CompareExchange(ref gap, rest.Ticks, kept);
        }
    }

    /// <summary>Waits for the turn; disposing it gives it on.</summary>
    public async Task<Held> TakeAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        return new Held(this);
    }

    public void Dispose() => one.Dispose();

    /// <summary>The turn while it is held.</summary>
    internal sealed class Held(HostTurn turn) : IDisposable
    {
        /// <summary>Rests until the host may be asked again.</summary>
        public async Task RestAsync(CancellationToken cancellationToken)
        {
            // The system's timers can be some milliseconds early: the clock says when the rest is over.
            while (turn.lastEnd is { } end && turn.TimeLeft(end) is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left < Shortest ? Shortest : left, turn.Time, cancellationToken);
            }
        }

        /// <summary>A request has ended: the rest begins.</summary>
        public void Asked() => turn.lastEnd = turn.Time.GetTimestamp();

        public void Dispose() => turn.one.Release();
    }

    private TimeProvider Time { get; } = time;

    private TimeSpan TimeLeft(long end) => TimeSpan.FromTicks(Interlocked.Read(ref gap)) - Time.GetElapsedTime(end);
}
