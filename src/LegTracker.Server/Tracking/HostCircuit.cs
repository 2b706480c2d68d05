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

    /// <summary>How often it opened since the last success.</summary>
    public int Openings
    {
        get
        {
            lock (gate)
            {
                return opened;
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

    /// <summary>How much longer it is left alone; zero when it may be asked.</summary>
    public TimeSpan RestsFor => OpenUntil is { } until ? until - time.GetUtcNow() : TimeSpan.Zero;

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

    /// <summary>Takes up what a server before this one kept; of two sources on one host, the stricter.</summary>
    public void Restore(int savedFailures, int savedOpenings, DateTimeOffset? savedUntil)
    {
        lock (gate)
        {
            failures = Math.Max(failures, savedFailures);
            opened = Math.Max(opened, savedOpenings);
            var latest = time.GetUtcNow() + Longest;
            if (savedUntil is { } until && (openUntil is null || until > openUntil))
            {
                // A clock that was wrong when it was saved may not close the host for years.
                openUntil = until < latest ? until : latest;
            }
        }
    }
}
