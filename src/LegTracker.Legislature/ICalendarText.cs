using System.Globalization;
using System.Text;

namespace LegTracker.Legislature;

/// <summary>What every iCalendar (RFC 5545) of ours is made of: folded lines, escaped text, days, instants, California's time zone.</summary>
public static class ICalendarText
{
    private const int LongestLine = 75;

    /// <summary>The time zone, whose days an all-day event's are; it makes a calendar without events a valid one.</summary>
    public static IReadOnlyList<string> Zone { get; } =
    [
        "BEGIN:VTIMEZONE", "TZID:America/Los_Angeles",
        "BEGIN:DAYLIGHT", "DTSTART:20070311T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "TZOFFSETFROM:-0800", "TZOFFSETTO:-0700", "TZNAME:PDT", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20071104T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "TZOFFSETFROM:-0700", "TZOFFSETTO:-0800", "TZNAME:PST", "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>Lines of at most 75 octets, each ended by CR LF: what is longer goes on after a space, and no character is cut.</summary>
    public static string Fold(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > LongestLine)
                {
                    text.Append("\r\n ");
                    octets = 1;
                }

                text.Append(rune.ToString());
                octets += rune.Utf8SequenceLength;
            }

            text.Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>Text from outside, cleaned, as the value of a text property.</summary>
    public static string Escape(string text) => SourceText.Clean(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    /// <summary>20250303T160000Z.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>20250303.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
