using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing;

/// <summary>Words that every format shares: dates written out, the as-of line, the period.</summary>
internal static class Wording
{
    /// <summary>January 1, 2025.</summary>
    public static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>March 9, 2025, 9:15 a.m. Pacific time.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var half = moment.Hour < 12 ? "a.m." : "p.m.";
        return $"{Day(DateOnly.FromDateTime(moment.DateTime))}, {moment.ToString("h:mm", CultureInfo.InvariantCulture)} {half} Pacific time";
    }

    public static string AsOf(SegmentContent content) => $"As of {Moment(content.AsOf)}";

    /// <summary>When the sources were read, and how old the oldest reading is when that is more than two days.</summary>
    public static string DataAge(SegmentContent content)
    {
        var times = content.Parts.SelectMany(part => part.Entries).SelectMany(entry => entry.Statements.Concat(entry.Changes))
            .Where(statement => statement.Source.Url.Length > 0 && statement.Kind != StatementKind.Human).Select(statement => statement.ReadTime).OfType<DateTimeOffset>().ToList();
        if (times.Count == 0)
        {
            return "No source of a bill is quoted.";
        }

        var (oldest, newest) = (times.Min(), times.Max());
        var age = (int)(content.AsOf - oldest).TotalDays;
        var read = newest - oldest < TimeSpan.FromMinutes(1) ? $"Sources read {Moment(newest)}" : $"Sources read from {Moment(oldest)} to {Moment(newest)}";
        return age < 2 ? $"{read}." : $"{read}: the oldest reading is {Count(age, "day", "days")} old.";
    }

    public static string Period(SegmentContent content) => $"Legislative events from {Day(content.Since)} to {Day(content.Until)}";

    /// <summary>A statement with its warning, for a place where no source number follows.</summary>
    public static string Flagged(SegmentStatement statement) => statement.Flag.Length == 0 ? statement.Text : $"{statement.Text} [{statement.Flag}]";

    /// <summary>A bill left out by hand, with its reason and who decided.</summary>
    public static string LeftOut(SegmentLeftOut left) => $"Left out by hand: {left.Heading}: {left.Reason} ({left.By}).";

    public static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {(number == 1 ? one : many)}");
}
