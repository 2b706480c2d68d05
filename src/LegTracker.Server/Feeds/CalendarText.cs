using System.Globalization;
using System.Reflection;
using LegTracker.Legislature;

namespace LegTracker.Server.Feeds;

/// <summary>Events as the text of an iCalendar (RFC 5545): cleaned, escaped, folded. Pure.</summary>
/// <remarks>
/// Without METHOD, so that DTSTAMP is when an event was last revised and the same state is the same text.
/// </remarks>
internal static class CalendarText
{
    private static readonly string Version = typeof(CalendarText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static string Of(IEnumerable<CalendarEvent> events) => ICalendarText.Fold(
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//LegTracker//LegTracker {Version}//EN", "CALSCALE:GREGORIAN",
            "NAME:California bills\\, by LegTracker", "X-WR-CALNAME:California bills\\, by LegTracker", "X-WR-TIMEZONE:America/Los_Angeles",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
            .. ICalendarText.Zone, .. events.SelectMany(Lines), "END:VCALENDAR",
        ]);

    private static IEnumerable<string> Lines(CalendarEvent one)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{one.Uid}";
        yield return $"DTSTAMP:{ICalendarText.Instant(one.Revised)}";
        yield return $"LAST-MODIFIED:{ICalendarText.Instant(one.Revised)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{one.Sequence}");
        yield return $"DTSTART;VALUE=DATE:{ICalendarText.Day(one.Day)}";
        yield return $"DTEND;VALUE=DATE:{ICalendarText.Day(one.Day.AddDays(1))}";
        yield return $"SUMMARY:{ICalendarText.Escape(one.Summary)}";
        yield return $"DESCRIPTION:{string.Join("\\n", one.Description.Select(ICalendarText.Escape))}";
        if (one.Place is { Length: > 0 } place)
        {
            yield return $"LOCATION:{ICalendarText.Escape(place)}";
        }

        yield return $"URL:{AtomText.PageOf(one.Bill)}";
        yield return $"CATEGORIES:{one.Category}";
        yield return $"STATUS:{one.Status.ToString().ToUpperInvariant()}";
        yield return "TRANSP:TRANSPARENT";
        yield return "END:VEVENT";
    }
}
