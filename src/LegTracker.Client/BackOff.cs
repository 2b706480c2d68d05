namespace LegTracker.Client;

/// <summary>Waiting times between tries: full jitter under a ceiling that doubles from 0.5 s to 15 s.</summary>
internal sealed class BackOff(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private TimeSpan ceiling = First;

    /// <summary>The next wait.</summary>
    /// <param name="atLeast">What the server asked for.</param>
    public TimeSpan Next(TimeSpan atLeast)
    {
        var wait = atLeast + ceiling * random.NextDouble();
        ceiling = ceiling * 2 < Longest ? ceiling * 2 : Longest;
        return wait;
    }

    public void Reset() => ceiling = First;
}
