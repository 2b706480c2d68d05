using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Feeds;

/// <summary>The deadline that a bill has to meet next, as an event of a calendar. Pure.</summary>
/// <remarks>Its UID holds the day, so the one thing that changes in it is from "at the latest" to certain: SEQUENCE 0 and 1.</remarks>
internal static class DeadlineEvents
{
    public static IEnumerable<CalendarEvent> Of(TrackedBill bill, NextDeadline deadline, string epoch)
    {
        if (deadline.Next is not { } next)
        {
            yield break;
        }

        var certain = deadline.Outlook == DeadlineOutlook.Ahead;
        yield return new CalendarEvent(
            string.Create(CultureInfo.InvariantCulture, $"{bill.Id.LeginfoId}-deadline-{next.Kind}-{next.Date:yyyyMMdd}@{epoch}.legtracker"),
            certain ? 1 : 0,
            bill.Provenance!.FetchTime,
            bill.Id,
            next.Date,
            $"{bill.Id.Measure}: deadline{(certain ? "" : " at the latest")}, {next.What}",
            [
                $"{bill.Id}: {bill.Record!.Topic}",
                DeadlineWords.Dated(deadline, bill.Id.Measure),
                $"Source: {next.Rule ?? "legislative calendar"}",
                .. HearingEvents.Freshness(bill) is { } doubt ? [doubt] : Array.Empty<string>(),
            ],
            null,
            certain ? EventStatus.Confirmed : EventStatus.Tentative,
            "DEADLINE");
    }
}
