using System.Globalization;
using System.Text.RegularExpressions;
using LegTracker.Legislature;

namespace LegTracker.Replay.Bulk;

/// <summary>One build of one bulk file: what it covers and when it was made.</summary>
/// <param name="Name">As the download site names it: <c>pubinfo_daily_Mon.zip</c>.</param>
/// <param name="Built">Its Last-Modified.</param>
/// <param name="Day">The Los Angeles day it was built on.</param>
/// <param name="StartYear">The session covered; null for an increment, which covers all.</param>
internal sealed partial record BulkFile(string Name, DateTimeOffset Built, DateOnly Day, int? StartYear)
{
    private static readonly TimeOnly Weekly = new(21, 25);
    private static readonly TimeOnly Daily = new(21, 22);
    private static readonly TimeOnly Nightly = new(21, 20);
    private static readonly string[] WeekDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>Whether it holds only the measures touched since the night before.</summary>
    public bool IsIncrement => StartYear is null;

    /// <summary>The newest build of a file at an instant.</summary>
    /// <param name="startYears">Sessions with replayed measures; the sitting session has files even without any.</param>
    /// <returns>Null when there is no such file or it was never built yet.</returns>
    public static BulkFile? TryFind(string name, DateTimeOffset now, IReadOnlySet<int> startYears)
    {
        var match = NameText().Match(name);
        if (!match.Success)
        {
            return null;
        }

        var today = CaliforniaTime.DayOf(now);
        if (match.Groups["year"].Success)
        {
            var session = new Session(int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture));
            return session.StartYear % 2 == 1 && (startYears.Contains(session.StartYear) || session == Session.On(today))
                ? WholeSession(name, session, now)
                : null;
        }

        var increment = !match.Groups["daily"].Success;
        var weekDay = (DayOfWeek)Array.IndexOf(WeekDays, match.Groups["day"].Value);
        if (increment && weekDay == DayOfWeek.Sunday)
        {
            return null;
        }

        var time = increment ? Nightly : Daily;
        var day = LastBuild(weekDay, time, now);
        return startYears.Count == 0 || day < new Session(startYears.Min()).FirstDay
            ? null
            : new BulkFile(name, CaliforniaTime.At(day, time), day, increment ? null : Session.On(day).StartYear);
    }

    /// <summary>Every name there may be a file for.</summary>
    public static IEnumerable<string> Names(IReadOnlySet<int> startYears, DateOnly today) =>
        startYears.Append(Session.On(today).StartYear).Distinct().Order()
            .Select(year => string.Create(CultureInfo.InvariantCulture, $"pubinfo_{year}.zip"))
            .Concat(WeekDays.Select(day => $"pubinfo_daily_{day}.zip"))
            .Concat(WeekDays.Skip(1).Select(day => $"pubinfo_{day}.zip"));

    /// <summary>Rebuilt on Sundays until the first Sunday after the session's end.</summary>
    private static BulkFile? WholeSession(string name, Session session, DateTimeOffset now)
    {
        var day = LastBuild(DayOfWeek.Sunday, Weekly, now);
        var last = session.LastDay.AddDays(7 - (int)session.LastDay.DayOfWeek);
        day = day < last ? day : last;
        return day < session.FirstDay ? null : new BulkFile(name, CaliforniaTime.At(day, Weekly), day, session.StartYear);
    }

    private static DateOnly LastBuild(DayOfWeek weekDay, TimeOnly time, DateTimeOffset now)
    {
        var today = CaliforniaTime.DayOf(now);
        var day = today.AddDays(-((today.DayOfWeek - weekDay + 7) % 7));
        return CaliforniaTime.At(day, time) <= now ? day : day.AddDays(-7);
    }

    [GeneratedRegex(@"^pubinfo_((?<year>\d{4})|(?<daily>daily_)?(?<day>Sun|Mon|Tue|Wed|Thu|Fri|Sat))\.zip$")]
    private static partial Regex NameText();
}
