using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Feeds;

/// <summary>A bill's hearings as events of a calendar. Pure.</summary>
/// <remarks>
/// A hearing is known by its bill and day, so its UID holds these; several on one day are numbered by when the record first had them. A hearing
/// that moves to another day is called off on the old one and is another event on the new one. SEQUENCE counts what the change log, which only
/// grows, holds of the hearing since it was set.
/// </remarks>
internal static class HearingEvents
{
    /// <param name="changes">The bill's changes of hearings and stages, oldest first.</param>
    /// <param name="since">Hearings before this day are left out.</param>
    public static IEnumerable<CalendarEvent> Of(TrackedBill bill, ImmutableArray<Hearing> hearings, ImmutableArray<Change> changes, DateOnly since, string epoch)
    {
        foreach (var day in hearings.Where(hearing => hearing.Date >= since).GroupBy(hearing => hearing.Date))
        {
            var inOrder = day.Select(hearing => (Hearing: hearing, First: FirstKnown(bill, hearing)))
                .OrderBy(one => one.First).ThenBy(one => one.Hearing.Committee, StringComparer.Ordinal);
            foreach (var (place, (hearing, first)) in inOrder.Index())
            {
                var news = Since(hearing.Date, changes);
                yield return new CalendarEvent(
                    string.Create(CultureInfo.InvariantCulture, $"{bill.Id.LeginfoId}-hearing-{hearing.Date:yyyyMMdd}{(place == 0 ? "" : $"-{place + 1}")}@{epoch}.legtracker"),
                    news.Sequence,
                    news.Last ?? first,
                    bill.Id,
                    hearing.Date,
                    $"{bill.Id.Measure}: hearing{What(hearing.Status)}{(hearing.Committee is { } committee ? $", {committee}" : "")}",
                    [.. Description(bill, hearing)],
                    hearing.Place,
                    hearing.Status switch
                    {
                        HearingStatus.Set or HearingStatus.Held => EventStatus.Confirmed,
                        HearingStatus.Unreported => EventStatus.Tentative,
                        _ => EventStatus.Cancelled,
                    },
                    "HEARING");
            }
        }
    }

    // What a stage changes while the hearing is ahead may overtake it, or give it back.
    private static (int Sequence, DateTimeOffset? Last) Since(DateOnly day, ImmutableArray<Change> changes)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var telling = changes.Where(change => change.Difference.Kind == ChangeKind.StageChanged
            ? CaliforniaTime.DayOf(change.RecordTime) <= day
            : change.Difference.OldValue == text || change.Difference.NewValue == text || !IsDay(change.Difference.NewValue ?? change.Difference.OldValue)).ToList();
        var set = telling.FindIndex(change => change.Difference.NewValue == text && change.Difference.Kind is ChangeKind.HearingSet or ChangeKind.HearingChanged);
        return (telling.Count - (set + 1), telling.Count == 0 ? null : telling[^1].RecordTime);
    }

    // A change of the time or the place names no day in its values: it counts for each of the bill's hearings.
    private static bool IsDay(string? value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateTimeOffset FirstKnown(TrackedBill bill, Hearing hearing) => hearing.Sources
        .Select(source => source.Read?.FetchTime ?? bill.Actions.FirstOrDefault(action => action.Line.Date == source.Date && action.Line.Text == source.Text)?.ObservedTime)
        .Min() ?? bill.Provenance!.FetchTime;

    private static string What(HearingStatus status) => status switch
    {
        HearingStatus.Postponed => " postponed",
        HearingStatus.Canceled => " canceled",
        HearingStatus.Moved => " moved to another day",
        HearingStatus.Overtaken => " not needed any more",
        _ => "",
    };

    private static IEnumerable<string> Description(TrackedBill bill, Hearing hearing)
    {
        yield return $"{bill.Id}: {bill.Record!.Topic}";
        yield return hearing.Status switch
        {
            HearingStatus.Set => $"Set for {StageWords.Day(hearing.Date)}.",
            HearingStatus.Held => "It was held, by a line of the bill's history.",
            HearingStatus.Postponed => "It was postponed.",
            HearingStatus.Canceled => "It is no longer on.",
            HearingStatus.Moved => "A later line sets another day in its place.",
            HearingStatus.Overtaken => "What became of the bill before this day left no room for it.",
            _ => "Its day is over, and no line says yet what became of it.",
        };
        yield return hearing.Time is { } time ? $"Time: {time}" : "Time: not known, the sources give the day only.";
        foreach (var source in hearing.Sources)
        {
            yield return source.Date is { } date ? $"{StageWords.Day(date)}: “{source.Text}”" : source.Text;
        }

        if (Freshness(bill) is { } doubt)
        {
            yield return doubt;
        }
    }

    /// <summary>That the record may be old, in words; null when the last look confirmed it.</summary>
    public static string? Freshness(TrackedBill bill) => bill.Freshness == Legislature.Freshness.Current ? null
        : $"Not confirmed by the last look at the source{(bill.FreshnessReason is { } reason ? $" ({reason})" : "")}; last confirmed "
            + (bill.LastConfirmedTime is { } confirmed ? $"{StageWords.Day(CaliforniaTime.DayOf(confirmed))}." : "at a time not known.");
}
