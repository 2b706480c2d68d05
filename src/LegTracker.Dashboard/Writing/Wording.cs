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

    /// <summary>What the update is as of: the last good reading of its sources, and not the clock when nothing was read since.</summary>
    public static string AsOf(SegmentContent content) => content.Read is { LastTime: null } ? $"No source read as of {Moment(content.AsOf)}" : $"As of {Moment(AsOfTime(content))}";

    /// <summary>The instant of <see cref="AsOf"/>; of a segment published before readings were told, when it was drafted.</summary>
    public static DateTimeOffset AsOfTime(SegmentContent content) => content.Read?.LastTime ?? content.AsOf;

    /// <summary>The instant that one statement is as of: <see cref="AsOfTime(SegmentContent)"/>, or when it was written or published where that is later.</summary>
    public static DateTimeOffset AsOfTime(SegmentContent content, SegmentStatement statement) => statement.ReadTime is { } time && time > AsOfTime(content) ? time : AsOfTime(content);

    /// <summary>That nothing newer is known than <see cref="AsOf"/> says, when a day has passed or readings failed; empty otherwise.</summary>
    public static string Behind(SegmentContent content)
    {
        if (content.Read is not { LastTime: { } last } read)
        {
            return "";
        }

        var days = (int)(content.AsOf - last).TotalDays;
        var drafted = $"This was drafted {Moment(content.AsOf)}{(days == 0 ? "" : $", {Count(days, "day", "days")} later")}.";
        return read.IsBehind ? $"No source has confirmed a bill since then. {drafted}" : days == 0 ? "" : $"No source was read since then. {drafted}";
    }

    /// <summary>Since when every bill was confirmed, how long ago that is when it is two days or more, and what <see cref="Behind"/> says.</summary>
    public static string DataAge(SegmentContent content)
    {
        var confirmed = content.Read is { LastTime: { } last, OldestTime: { } oldest } ? Confirmed(oldest, last, content.AsOf) : SourcesRead(content);
        return Behind(content) is { Length: > 0 } behind ? $"{confirmed} {behind}" : confirmed;
    }

    private static string Confirmed(DateTimeOffset oldest, DateTimeOffset last, DateTimeOffset drafted) =>
        last - oldest < TimeSpan.FromMinutes(1) ? "Each confirmed bill was read then." : $"Each confirmed bill was last read on or after {Moment(oldest)}{Age(oldest, drafted)}.";

    // Of a segment that was published before confirmations were told, or quotes no source.
    private static string SourcesRead(SegmentContent content)
    {
        var times = content.Parts.SelectMany(part => part.Entries).SelectMany(entry => entry.Statements.Concat(entry.Changes))
            .Where(statement => statement.Source.Url.Length > 0 && statement.Kind != StatementKind.Human).Select(statement => statement.ReadTime).OfType<DateTimeOffset>().ToList();
        if (times.Count == 0)
        {
            return "No source of a bill is quoted.";
        }

        var (oldest, newest) = (times.Min(), times.Max());
        var read = newest - oldest < TimeSpan.FromMinutes(1) ? $"Sources read {Moment(newest)}" : $"Sources read from {Moment(oldest)} to {Moment(newest)}";
        return $"{read}{Age(oldest, content.AsOf)}.";
    }

    private static string Age(DateTimeOffset oldest, DateTimeOffset drafted) =>
        (int)(drafted - oldest).TotalDays is >= 2 and var days ? $": the oldest reading is {Count(days, "day", "days")} old" : "";

    public static string Period(SegmentContent content) => $"Legislative events from {Day(content.Since)} to {Day(content.Until)}";

    /// <summary>A statement with its warning, for a place where no source number follows.</summary>
    public static string Flagged(SegmentStatement statement) => statement.Flag.Length == 0 ? statement.Text : $"{statement.Text} [{statement.Flag}]";

    /// <summary>A bill left out by hand, with its reason and who decided.</summary>
    public static string LeftOut(SegmentLeftOut left) => $"Left out by hand: {left.Heading}: {left.Reason} ({left.By}).";

    public static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {(number == 1 ? one : many)}");
}
