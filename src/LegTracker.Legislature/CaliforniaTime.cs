namespace LegTracker.Legislature;

/// <summary>The Legislature's clock: legislative days are days in Los Angeles. The one place where instants become dates.</summary>
public static class CaliforniaTime
{
    /// <summary>America/Los_Angeles.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    /// <summary>The Legislature's day at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant as Los Angeles shows it, with its offset.</summary>
    public static DateTimeOffset InLosAngeles(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant at which a Los Angeles clock shows a time on a day.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }
}
