using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>A value of a table's row, cleaned or read.</summary>
internal static class BulkCell
{
    private const int DayLength = 10;

    /// <summary>Cleaned text; null for NULL and for nothing.</summary>
    public static string? Cleaned(DatReader row, int column) => SourceText.Clean(row.Text(column)) is { Length: > 0 } text ? text : null;

    /// <summary>The day of a moment such as <c>2025-02-19 00:00:00</c>.</summary>
    public static bool TryDate(string? text, out DateOnly date)
    {
        if (text is { Length: DayLength + 9 } && text.EndsWith(" 00:00:00", StringComparison.Ordinal)
            && DateOnly.TryParseExact(text.AsSpan(0, DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return true;
        }

        var read = DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
        date = DateOnly.FromDateTime(moment);
        return read;
    }

    /// <summary>A whole number, or null for NULL; false for anything else.</summary>
    public static bool TryNumber(string? text, out long? number)
    {
        var read = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        number = text is null ? null : value;
        return read || text is null;
    }
}
