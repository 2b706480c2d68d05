namespace LegTracker.Server.Tracking;

/// <summary>A host's circuit: after some failures in a row it is left alone for a while, each time twice as long, to 6 h at most.</summary>
internal sealed class HostCircuit(int breakAfter, TimeSpan breakDuration, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    private readonly Lock gate = new();
    private int failures;
    private int opened;
    private DateTimeOffset? openUntil;

    /// <summary>Failures since the last success.</summary>
    public int Failures
    {
        get
        {
            lock (gate)
            {
                return failures;
            }
        }
    }

    /// <summary>Real time until which the host is left alone; null when it may be asked.</summary>
    public DateTimeOffset? OpenUntil
    {
        get
        {
            lock (gate)
            {
                return openUntil is { } until && until > time.GetUtcNow() ? until : null;
            }
        }
    }

    public void Succeeded()
    {
        lock (gate)
        {
            (failures, opened, openUntil) = (0, 0, null);
        }
    }

    /// <param name="retryAfter">The host's own wish, which opens the circuit until then.</param>
    public void Failed(DateTimeOffset? retryAfter)
    {
        lock (gate)
        {
            failures++;
            if (failures >= breakAfter)
            {
                var pause = TimeSpan.FromTicks(Math.Min(Longest.Ticks, breakDuration.Ticks << Math.Min(opened, 20)));
                opened++;
                openUntil = time.GetUtcNow() + pause;
            }

            if (retryAfter is { } wish && (openUntil is null || wish > openUntil))
            {
                openUntil = wish;
            }
        }
    }
}
