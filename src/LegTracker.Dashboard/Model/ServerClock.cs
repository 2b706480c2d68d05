namespace LegTracker.Dashboard.Model;

/// <summary>The server's virtual clock: it showed <paramref name="Shown"/> at the real instant <paramref name="At"/>.</summary>
/// <param name="Speed">Virtual seconds in a real second.</param>
internal sealed record ServerClock(DateTimeOffset Shown, DateTimeOffset At, double Speed)
{
    /// <summary>What the virtual clock shows at a real instant, held inside the calendar.</summary>
    public DateTimeOffset Read(DateTimeOffset now)
    {
        var seconds = (now - At).TotalSeconds * Speed;
        return double.IsNaN(seconds) || seconds <= (DateTimeOffset.MinValue.AddDays(2) - Shown).TotalSeconds
            ? Shown
            : seconds >= (DateTimeOffset.MaxValue.AddDays(-2) - Shown).TotalSeconds ? DateTimeOffset.MaxValue.AddDays(-2) : Shown.AddSeconds(seconds);
    }
}
