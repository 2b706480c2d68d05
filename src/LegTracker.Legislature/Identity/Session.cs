using System.Globalization;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>A two-year session of the Legislature, or an extraordinary session inside it.</summary>
/// <param name="StartYear">The odd year it is named from: 2023 for 2023-24.</param>
/// <param name="Extraordinary">0 for the regular session, n for the nth extraordinary session.</param>
/// <remarks>A session convenes on the first Monday of December of the even year before (Const. art. IV sec. 3(a)).</remarks>
public readonly partial record struct Session(int StartYear, int Extraordinary = 0) : IComparable<Session>
{
    /// <summary>Eight digits as leginfo writes them: <c>20232024</c>.</summary>
    public string Years => string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}{StartYear + 1:0000}");

    /// <summary>Years and extraordinary number: <c>20232024-0</c>.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Years}-{Extraordinary}");

    /// <summary>As people write it: <c>2023-24</c> (also for an extraordinary session, whose measures carry the X).</summary>
    public string Display => string.Create(CultureInfo.InvariantCulture, $"{StartYear}-{(StartYear + 1) % 100:00}");

    /// <summary>November 30 of the even year, when the regular session ends at midnight.</summary>
    public DateOnly LastDay => new(StartYear + 1, 11, 30);

    /// <summary>The first Monday of December before the odd year, when the session convenes.</summary>
    public DateOnly FirstDay => FirstMondayOfDecember(StartYear - 1);

    /// <summary>The regular session sitting on a day: 2025-26 on 2024-12-02, 2023-24 the day before.</summary>
    public static Session On(DateOnly day)
    {
        var odd = day.Year % 2 == 1 ? day.Year : day >= FirstMondayOfDecember(day.Year) ? day.Year + 1 : day.Year - 1;
        return new Session(odd);
    }

    /// <summary>Reads <c>2023-24</c>, <c>2023-2024</c>, <c>20232024</c>, <c>20232024-0</c>, <c>1999-00</c>.</summary>
    /// <exception cref="FormatException">The text names no session.</exception>
    public static Session Parse(string text) =>
        TryParse(text, out var session) ? session : throw new FormatException($"'{text}' is no session: write it as 2023-24");

    /// <summary>As <see cref="Parse"/>, with false instead of the exception.</summary>
    public static bool TryParse(string? text, out Session session)
    {
        session = default;
        var match = SessionText().Match(text?.Trim() ?? "");
        if (!match.Success)
        {
            return false;
        }

        var start = int.Parse(match.Groups["start"].ValueSpan, CultureInfo.InvariantCulture);
        var end = int.Parse(match.Groups["end"].ValueSpan, CultureInfo.InvariantCulture);
        var extraordinary = match.Groups["x"] is { Success: true, ValueSpan: var x } ? int.Parse(x, CultureInfo.InvariantCulture) : 0;
        var follows = end == start + 1 || (end < 100 && end == (start + 1) % 100);
        if (start % 2 == 0 || !follows)
        {
            return false;
        }

        session = new Session(start, extraordinary);
        return true;
    }

    public int CompareTo(Session other) => (StartYear, Extraordinary).CompareTo((other.StartYear, other.Extraordinary));

    public static bool operator <(Session left, Session right) => left.CompareTo(right) < 0;

    public static bool operator >(Session left, Session right) => left.CompareTo(right) > 0;

    public static bool operator <=(Session left, Session right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Session left, Session right) => left.CompareTo(right) >= 0;

    public override string ToString() => Extraordinary == 0 ? Display : string.Create(CultureInfo.InvariantCulture, $"{Display} X{Extraordinary}");

    private static DateOnly FirstMondayOfDecember(int year)
    {
        var first = new DateOnly(year, 12, 1);
        return first.AddDays((DayOfWeek.Monday - first.DayOfWeek + 7) % 7);
    }

    [GeneratedRegex(@"^(?<start>(19|20)[0-9]{2})(\s*[-–/]\s*)?(?<end>(19|20)?[0-9]{2})(-(?<x>[0-9]))?$")]
    private static partial Regex SessionText();
}
