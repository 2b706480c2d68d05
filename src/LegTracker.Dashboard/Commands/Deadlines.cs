namespace LegTracker.Dashboard.Commands;

/// <summary>Deadlines of calls that should answer at once.</summary>
internal static class Deadlines
{
    /// <summary>Ten seconds from now, in real time.</summary>
    public static DateTime Short() => TimeProvider.System.GetUtcNow().AddSeconds(10).UtcDateTime;
}
