using System.Globalization;

namespace LegTracker.Server.Segments.FiscalYears;

/// <summary>The year that the Council's annual report covers: July 1 to June 30, Los Angeles dates, both ends included.</summary>
internal readonly record struct FiscalYear(int StartYear)
{
    private const int First = 1900;
    private const int Last = 2200;

    public DateOnly Start => new(StartYear, 7, 1);

    public DateOnly End => new(StartYear + 1, 6, 30);

    /// <summary>"2024-25".</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{StartYear}-{(StartYear + 1) % 100:00}");

    /// <summary>Reads "2024-25" or "2024-2025"; null when it is neither, or its years do not follow each other.</summary>
    public static FiscalYear? TryRead(string text) =>
        text.Split('-') is [{ Length: 4 } from, { Length: 2 or 4 } to]
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start is >= First and <= Last
        && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && end == (to.Length == 4 ? start + 1 : (start + 1) % 100)
            ? new FiscalYear(start)
            : null;

    /// <summary>The year that a day lies in.</summary>
    public static FiscalYear Of(DateOnly day) => new(day.Month >= 7 ? day.Year : day.Year - 1);

    public bool Covers(DateOnly day) => day >= Start && day <= End;
}
