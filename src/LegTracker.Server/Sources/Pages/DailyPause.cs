using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>A pause that a site takes every day, by Los Angeles time.</summary>
/// <param name="Length">Within it no request starts.</param>
/// <param name="Margin">How far from it an outage is still taken for the pause, come early or late, and not for a failure.</param>
internal sealed record DailyPause(TimeOnly Start, TimeSpan Length, TimeSpan Margin)
{
    /// <summary>leginfo's maintenance: "offline about 15 minutes every morning".</summary>
    /// <remarks>
    /// Known from the notes of FiscalNote's scraper of leginfo alone, which give the length but not the hour; nobody here has measured it. 6:00 is
    /// our guess, and the margin takes the place of knowing: scheduled polls begin at 8:00 in any case (<c>BillSchedule.Opens</c>).
    /// </remarks>
    public static DailyPause OfLeginfo { get; } = new(new TimeOnly(6, 0), TimeSpan.FromMinutes(15), TimeSpan.FromHours(2));

    /// <summary>The end of the pause that an instant is in; null outside of it.</summary>
    public DateTimeOffset? EndAt(DateTimeOffset instant)
    {
        var start = CaliforniaTime.At(CaliforniaTime.DayOf(instant), Start);
        return instant >= start && instant < start + Length ? start + Length : null;
    }

    /// <summary>Whether an outage at an instant is likely to be the pause.</summary>
    public bool MayExplain(DateTimeOffset instant)
    {
        var start = CaliforniaTime.At(CaliforniaTime.DayOf(instant), Start);
        return instant >= start - Margin && instant < start + Length + Margin;
    }
}
