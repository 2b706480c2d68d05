using System.Globalization;
using System.Reflection;
using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Feeds;

/// <summary>Events as the text of an iCalendar (RFC 5545): cleaned, escaped, folded. Pure.</summary>
/// <remarks>
/// Without METHOD, so that DTSTAMP is when an event was last revised and the same state is the same text. The time zone says whose days these are,
/// and makes a calendar without events a valid one.
/// </remarks>
internal static class CalendarText
{
    private const int LongestLine = 75;

    private static readonly string Version = typeof(CalendarText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static readonly string[] Zone =
    [
        "BEGIN:VTIMEZONE", "TZID:America/Los_Angeles",
        "BEGIN:DAYLIGHT", "DTSTART:20070311T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "TZOFFSETFROM:-0800", "TZOFFSETTO:-0700", "TZNAME:PDT", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20071104T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "TZOFFSETFROM:-0700", "TZOFFSETTO:-0800", "TZNAME:PST", "END:STANDARD",
        "END:VTIMEZONE",
    ];

    public static string Of(IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        IEnumerable<string> lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//LegTracker//LegTracker {Version}//EN", "CALSCALE:GREGORIAN",
            "NAME:California bills\\, by LegTracker", "X-WR-CALNAME:California bills\\, by LegTracker", "X-WR-TIMEZONE:America/Los_Angeles",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
            .. Zone, .. events.SelectMany(Lines), "END:VCALENDAR",
        ];
        foreach (var line in lines)
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(CalendarEvent one)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{one.Uid}";
        yield return $"DTSTAMP:{Instant(one.Revised)}";
        yield return $"LAST-MODIFIED:{Instant(one.Revised)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{one.Sequence}");
        yield return $"DTSTART;VALUE=DATE:{Day(one.Day)}";
        yield return $"DTEND;VALUE=DATE:{Day(one.Day.AddDays(1))}";
        yield return $"SUMMARY:{Escape(one.Summary)}";
        yield return $"DESCRIPTION:{string.Join("\\n", one.Description.Select(Escape))}";
        if (one.Place is { Length: > 0 } place)
        {
            yield return $"LOCATION:{Escape(place)}";
        }

        yield return $"URL:{AtomText.PageOf(one.Bill)}";
        yield return $"CATEGORIES:{one.Category}";
        yield return $"STATUS:{one.Status.ToString().ToUpperInvariant()}";
        yield return "TRANSP:TRANSPARENT";
        yield return "END:VEVENT";
    }

    private static string Escape(string text) => SourceText.Clean(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // Lines of at most 75 octets: what is longer goes on after a space, and no character is cut.
    private static void Fold(StringBuilder text, string line)
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
}
