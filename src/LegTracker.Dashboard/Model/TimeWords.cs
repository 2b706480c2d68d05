using System.Globalization;

namespace LegTracker.Dashboard.Model;

/// <summary>Dates, instants and ages in short words.</summary>
internal static class TimeWords
{
    /// <summary>A day: "Aug 13" near today, "Aug 2023" far from it; never without its year when that could mislead.</summary>
    public static string Day(DateOnly day, DateOnly today) => Format(day, Math.Abs(day.DayNumber - today.DayNumber) < 180 ? "MMM dd" : "MMM yyyy");

    /// <summary>A day in full: "2024-08-13".</summary>
    public static string Iso(DateOnly day) => Format(day, "yyyy-MM-dd");

    /// <summary>A day without its year: "08-13".</summary>
    public static string MonthDay(DateOnly day) => Format(day, "MM-dd");

    /// <summary>A day with its weekday: "Tue 2024-08-13".</summary>
    public static string Weekday(DateOnly day) => Format(day, "ddd yyyy-MM-dd");

    /// <summary>Days since a day: "today", "12d", "9w", "14mo", "3y"; days to come as "in 3d".</summary>
    public static string Age(DateOnly day, DateOnly today)
    {
        var days = today.DayNumber - day.DayNumber;
        return days switch
        {
            0 => "today",
            < 0 => "in " + Span(-days),
            _ => Span(days),
        };
    }

    /// <summary>A day seen from today: "today", "5w ago", "in 3d".</summary>
    public static string Relative(DateOnly day, DateOnly today) => day < today ? Age(day, today) + " ago" : Age(day, today);

    /// <summary>Time since an instant: "now", "4 min", "3 h", "2 d".</summary>
    public static string Since(DateTimeOffset instant, DateTimeOffset now)
    {
        var passed = now - instant;
        return passed.TotalMinutes < 1 ? "now"
            : passed.TotalHours < 1 ? Text($"{(int)passed.TotalMinutes} min")
            : passed.TotalDays < 2 ? Text($"{(int)passed.TotalHours} h")
            : Text($"{(int)passed.TotalDays} d");
    }

    /// <summary>An instant on a zone's clock; with its day when that is not today.</summary>
    public static string Clock(DateTimeOffset instant, TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.Date == TimeZoneInfo.ConvertTime(now, zone).Date
            ? local.ToString("HH:mm", CultureInfo.InvariantCulture)
            : local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A visit as people remember it: "Wed 08-05 17:40"; with its year when that is another.</summary>
    public static string Visit(DateTimeOffset instant, DashboardModel model)
    {
        var local = TimeZoneInfo.ConvertTime(instant, model.Zone);
        return local.ToString(local.Year == TimeZoneInfo.ConvertTime(model.Now, model.Zone).Year ? "ddd MM-dd HH:mm" : "ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>An instant in five cells: "09:30", or "08-05" when that is not today.</summary>
    public static string Short(DateTimeOffset instant, TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.ToString(local.Date == TimeZoneInfo.ConvertTime(now, zone).Date ? "HH:mm" : "MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>An instant of the record, beside the record's own clock; a dash when there is none.</summary>
    public static string Clock(DateTimeOffset? instant, DashboardModel model, string dash) =>
        instant is { } known ? Clock(known, model.Zone, model.RecordNow) : dash;

    /// <summary>The day of an instant in the model's zone.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, DashboardModel model) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, model.Zone).DateTime);

    /// <summary>A clock's speed: "a day a second", "60 times as fast".</summary>
    public static string Speed(double speed)
    {
        var days = speed / 86_400;
        return speed == 1 ? "real speed"
            : days == 1 ? "a day a second"
            : days >= 0.1 ? Text($"{days:0.##} days a second")
            : speed == 3_600 ? "an hour a second"
            : Text($"{speed:0.##} times as fast");
    }

    private static string Span(int days) => days switch
    {
        < 28 => Text($"{days}d"),
        < 120 => Text($"{days / 7}w"),
        < 730 => Text($"{(int)(days / 30.44)}mo"),
        _ => Text($"{(int)(days / 365.25)}y"),
    };

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
