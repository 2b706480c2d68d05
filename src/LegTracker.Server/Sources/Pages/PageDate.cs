using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>A date as the pages print it, MM/DD/YY, in the century that fits the bill's session.</summary>
internal static class PageDate
{
    private const int MostYearsAway = 5;

    /// <summary>The date; null when it is none, or no century brings it within five years of the session.</summary>
    public static DateOnly? Read(string text, Session session)
    {
        var parts = text.Split('/');
        if (parts.Length != 3 || parts[2].Length is not (2 or 4) || !TryNumber(parts[0], out var month) || !TryNumber(parts[1], out var day) || !TryNumber(parts[2], out var year))
        {
            return null;
        }

        if (parts[2].Length == 2)
        {
            year += (session.StartYear - year + 50) / 100 * 100;
        }

        return Math.Abs(year - session.StartYear) <= MostYearsAway && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
