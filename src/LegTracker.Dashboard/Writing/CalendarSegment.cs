using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.HandOut;
using LegTracker.Legislature;

namespace LegTracker.Dashboard.Writing;

/// <summary>The update's coming dates as an iCalendar (RFC 5545) of all-day events.</summary>
/// <remarks>
/// SEQUENCE is the record's revision, so a newer file always wins. An iCalendar of ours that is written over is read first: what it had ahead and the
/// update no longer has is kept as CANCELLED, for a calendar that took the event in forgets it no other way.
/// </remarks>
internal static class CalendarSegment
{
    private const string UidEnd = "@segment.legtracker";

    /// <summary>What an event says, in reading order: the summary first, then the lines of its description.</summary>
    public sealed record EventText(string Uid, ImmutableArray<HandOutBlock> Blocks);

    /// <param name="earlier">Text of the file that is written over; null when there is none.</param>
    public static string Write(SegmentContent content, FieldGlossary glossary, string? earlier)
    {
        var events = Events(content, glossary);
        var uids = events.Select(one => one.Uid).ToHashSet();
        return ICalendarText.Fold(
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//LegTracker//LegTracker segment//EN", "CALSCALE:GREGORIAN",
            $"X-WR-CALNAME:{ICalendarText.Escape(content.Title)}", $"X-WR-CALDESC:{ICalendarText.Escape($"{Wording.AsOf(content)}. {Wording.DataAge(content)}")}", "X-WR-TIMEZONE:America/Los_Angeles",
            .. ICalendarText.Zone,
            .. events.SelectMany(one => Lines(one, content)),
            .. (earlier is null ? [] : EarlierEvents.Of(earlier)).Where(one => one.Uid.EndsWith(UidEnd, StringComparison.Ordinal) && !uids.Contains(one.Uid) && one.Day >= content.Until)
                .SelectMany(one => one.Canceled(content.Revision, ICalendarText.Instant(content.AsOf), $"Canceled: no longer among the dates of this update. {Wording.AsOf(content)}.")),
            "END:VCALENDAR",
        ]);
    }

    /// <summary>Each event's text, short forms written out in it, for it is read alone.</summary>
    public static ImmutableArray<EventText> Events(SegmentContent content, FieldGlossary glossary)
    {
        var seen = new Dictionary<string, int>();
        return
        [
            .. from part in content.Parts
               where part.Kind == PartKind.ComingDates
               from entry in part.Entries
               where DayOf(entry) is not null && !entry.Statements.IsEmpty
               select new EventText(Uid(entry, seen), FirstUses.In(
                   [
                       new HeadingBlock(3, entry.Status.Length > 0 ? entry.Status : entry.Statements[0].Text),
                       .. entry.Statements.Select(statement => new StatementBlock(statement, statement.Text, null, part.Kind, entry)),
                   ], glossary, [])),
        ];
    }

    private static IEnumerable<string> Lines(EventText one, SegmentContent content)
    {
        var summary = one.Blocks.OfType<HeadingBlock>().First().Text;
        var statements = one.Blocks.OfType<StatementBlock>().ToList();
        var entry = statements[0].Entry;
        var day = DayOf(entry)!.Value;
        yield return "BEGIN:VEVENT";
        yield return $"UID:{one.Uid}";
        yield return $"DTSTAMP:{ICalendarText.Instant(content.AsOf)}";
        yield return $"LAST-MODIFIED:{ICalendarText.Instant(content.AsOf)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{content.Revision}");
        yield return $"DTSTART;VALUE=DATE:{ICalendarText.Day(day)}";
        yield return $"DTEND;VALUE=DATE:{ICalendarText.Day(day.AddDays(1))}";
        yield return $"SUMMARY:{ICalendarText.Escape(summary)}";
        IEnumerable<string> said =
        [
            .. statements.Select(statement => statement.Statement.Flag.Length == 0 ? statement.Text : $"{statement.Text} [{statement.Statement.Flag}]"),
            .. statements.Select(statement => $"Source: {statement.Statement.Source.Document}").Distinct(),
            $"{Wording.AsOf(content)}. {Wording.DataAge(content)}",
        ];
        yield return $"DESCRIPTION:{string.Join("\\n", said.Select(ICalendarText.Escape))}";
        if (Web.HtmlSegment.Target(statements[0].Statement.Source.Url) is { } target)
        {
            yield return $"URL:{target}";
        }

        yield return $"CATEGORIES:{ICalendarText.Escape(WhatOf(entry).ToUpperInvariant())}";
        yield return "STATUS:CONFIRMED";
        yield return "TRANSP:TRANSPARENT";
        yield return "END:VEVENT";
    }

    private static DateOnly? DayOf(SegmentEntry entry) =>
        DateOnly.TryParseExact(entry.Heading, "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // "AB 379: hearing" is about a hearing.
    private static string WhatOf(SegmentEntry entry) => entry.Status.Split(": ", 2) is [_, { Length: > 0 } what] ? what : "date";

    private static string Uid(SegmentEntry entry, Dictionary<string, int> seen)
    {
        // Which deadline it is may be worded in another way one day: the event stays the same.
        var what = WhatOf(entry).Contains("deadline", StringComparison.Ordinal) ? "deadline" : string.Concat(WhatOf(entry).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        var bill = entry.BillKey.Length > 0 ? entry.BillKey : string.Concat(entry.Measure.Where(char.IsAsciiLetterOrDigit));
        var key = $"{bill}-{what}-{ICalendarText.Day(DayOf(entry)!.Value)}";
        seen[key] = seen.GetValueOrDefault(key) + 1;
        return seen[key] == 1 ? key + UidEnd : string.Create(CultureInfo.InvariantCulture, $"{key}-{seen[key]}{UidEnd}");
    }
}
