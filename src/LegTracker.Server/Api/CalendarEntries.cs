using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>The record's dates as entries of the calendar, each with what tells of it. Pure.</summary>
internal static class CalendarEntries
{
    /// <summary>A bill's hearings, its deadline ahead and those it missed, and the days on which it takes effect.</summary>
    public static IEnumerable<V1.CalendarEntry> Of(TrackedBill bill, BillReading reading, DateOnly today)
    {
        foreach (var day in reading.Hearings.Zip(HearingMapping.Of(bill, reading.Hearings)).GroupBy(pair => pair.First.Date))
        {
            foreach (var (at, (hearing, message)) in day.Index())
            {
                var entry = OfBill(bill, day.Key, $"hearing.{bill.Id.LeginfoId}{(at == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{at + 1}"))}", V1.CalendarEntryKind.Hearing, today);
                entry.What = $"Hearing{(hearing.Committee is { } committee ? $", {committee}" : "")}";
                (entry.Time, entry.Place, entry.HearingStatus) = (message.Time, message.Place, message.Status);
                entry.Source = string.Join(" and ", hearing.Sources.Select(source => source.Kind == HearingSourceKind.Line ? "bill history" : "table of hearings").Distinct());
                entry.Sources.AddRange(message.Sources);
                yield return entry;
            }
        }

        foreach (var (outlook, deadline) in Deadlines(reading.Deadline))
        {
            var entry = OfBill(bill, deadline.Date, $"deadline.{deadline.Kind}.{bill.Id.LeginfoId}", V1.CalendarEntryKind.Deadline, today);
            (entry.What, entry.Source, entry.DeadlineOutlook) = (deadline.What, deadline.Rule ?? "legislative calendar", EnumMapping.Of(outlook));
            entry.Detail = outlook switch
            {
                DeadlineOutlook.AtLatest => $"It may be due earlier: {reading.Deadline.Reason}.",
                DeadlineOutlook.Unreported => $"It is just over: {reading.Deadline.Reason}.",
                _ => "",
            };
            yield return entry;
        }

        foreach (var (at, next) in reading.EffectDates().Index())
        {
            var day = DateOnly.ParseExact(next.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var entry = OfBill(bill, day, string.Create(CultureInfo.InvariantCulture, $"effect.{bill.Id.LeginfoId}.{at + 1}"), V1.CalendarEntryKind.Effect, today);
            (entry.What, entry.Source) = (next.What, next.Source);
            yield return entry;
        }
    }

    /// <summary>A day or period of the legislative calendar.</summary>
    public static V1.CalendarEntry Of(LegislativeDeadline day, DateOnly today)
    {
        var entry = Dated(day.Date, $"{day.Kind}", V1.CalendarEntryKind.Legislature, today);
        (entry.What, entry.LastDate) = (day.What, Mapping.Day(day.Until));
        entry.Source = day.Rule ?? "legislative calendar";
        if (day.Until is { } last && day.Date <= today && last >= today)
        {
            entry.DaysLeft = 0;
        }

        return entry;
    }

    public static V1.CalendarEntry Of(Meeting meeting, DateOnly today)
    {
        var entry = Dated(meeting.Date, "meeting", V1.CalendarEntryKind.Meeting, today);
        (entry.What, entry.Source) = (meeting.Title, "meetings");
        entry.Detail = string.Create(CultureInfo.InvariantCulture, $"{meeting.Minutes} minutes for the legislative update.");
        return entry;
    }

    // The deadline ahead, the one just over, the one it missed: as far as there are any.
    private static IEnumerable<(DeadlineOutlook Outlook, LegislativeDeadline Deadline)> Deadlines(NextDeadline deadline)
    {
        if (deadline.Next is { } next)
        {
            yield return (deadline.Outlook, next);
        }

        if (deadline.Unreported is { } unreported)
        {
            yield return (DeadlineOutlook.Unreported, unreported);
        }

        if (deadline.Missed is { } missed && missed != deadline.Unreported)
        {
            yield return (DeadlineOutlook.Missed, missed);
        }
    }

    private static V1.CalendarEntry OfBill(TrackedBill bill, DateOnly day, string name, V1.CalendarEntryKind kind, DateOnly today)
    {
        var entry = Dated(day, name, kind, today);
        (entry.Bill, entry.Measure, entry.Session) = (bill.Id.ResourceName, bill.Id.Measure, bill.Id.Session.Display);
        (entry.Provenance, entry.Freshness, entry.LastConfirmedTime) = (Mapping.Of(bill.Provenance), EnumMapping.Of(bill.Freshness), Mapping.Instant(bill.LastConfirmedTime));
        return entry;
    }

    private static V1.CalendarEntry Dated(DateOnly day, string name, V1.CalendarEntryKind kind, DateOnly today) =>
        new() { Name = $"calendar/{Mapping.Day(day)}.{name}", Date = Mapping.Day(day), Kind = kind, DaysLeft = day.DayNumber - today.DayNumber };
}
