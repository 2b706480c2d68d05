using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>The calendar over gRPC: what the record, the legislative calendar and the meetings say of a period.</summary>
internal sealed class CalendarService(RecordStore store, BillMapping mapping, LegislativeClock clock, LegislativeCalendar calendar) : V1.CalendarService.CalendarServiceBase
{
    private const int Standard = 500;
    private const int Most = 1000;
    private const int Ahead = 400;
    private const int Longest = 1100;
    private const int MeetingsAtOnce = 200;

    public override async Task<ListCalendarResponse> ListCalendar(ListCalendarRequest request, ServerCallContext context)
    {
        var size = request.PageSize <= 0 ? Standard : Math.Min(request.PageSize, Most);
        var bound = string.Create(CultureInfo.InvariantCulture, $"calendar {request.Since} {request.Until}");
        var after = PageToken.Read(request.PageToken, bound);
        var today = clock.Today;
        var (since, until) = Period(request, today);
        var bills = await store.ListBillsAsync(context.CancellationToken);

        var all = bills.Where(bill => bill.Record is not null).SelectMany(bill => CalendarEntries.Of(bill, mapping.Read(bill), today))
            .Concat(Enumerable.Range(since.Year - 1, until.Year - since.Year + 2).SelectMany(year => calendar.DaysOf(year)).Select(day => CalendarEntries.Of(day, today)))
            .Concat((await MeetingsAsync(since, until, context.CancellationToken)).Select(meeting => CalendarEntries.Of(meeting, today)));
        var (first, last) = (Mapping.Day(since), Mapping.Day(until));
        var found = all
            .Where(entry => string.CompareOrdinal(entry.LastDate.Length > 0 ? entry.LastDate : entry.Date, first) >= 0 && string.CompareOrdinal(entry.Date, last) <= 0)
            .Select(entry => (Key: Key(entry), Entry: entry))
            .Where(one => after is null || string.CompareOrdinal(one.Key, after) > 0)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Take(size + 1)
            .ToList();
        var page = PageSize.Cut(found.Select(one => one.Entry), size);
        return new ListCalendarResponse
        {
            Entries = { page },
            NextPageToken = found.Count > page.Count ? PageToken.Make(found[page.Count - 1].Key, bound) : "",
            AsOf = Mapping.Day(today),
            UnpublishedYears = { Enumerable.Range(since.Year, until.Year - since.Year + 1).Where(year => !IsPublished(year)) },
            BillCount = bills.Length,
            UnreadBillCount = bills.Count(bill => bill.Record is null),
            LastConfirmedTime = Mapping.Instant(bills.Max(bill => bill.LastConfirmedTime)),
        };
    }

    // The first days of a year are published with the year before; its deadlines come with its own calendar.
    private bool IsPublished(int year) => calendar.DaysOf(year).Any(day => day is { Kind: DeadlineKind.HouseOfOrigin, ByRule: false });

    private static (DateOnly Since, DateOnly Until) Period(ListCalendarRequest request, DateOnly today)
    {
        var since = request.Since.Length == 0 ? today : MeetingNames.Day("since", request.Since);
        var until = request.Until.Length == 0 ? since.AddDays(Ahead) : MeetingNames.Day("until", request.Until);
        return since > until ? throw ApiError.FieldInvalid("since", $"{Mapping.Day(since)} is later than until, {Mapping.Day(until)}")
            : until.DayNumber - since.DayNumber > Longest ? throw ApiError.FieldInvalid("until", string.Create(CultureInfo.InvariantCulture, $"is more than {Longest} days after since"))
            : (since, until);
    }

    private async Task<List<Recording.Meeting>> MeetingsAsync(DateOnly since, DateOnly until, CancellationToken cancellationToken)
    {
        var found = new List<Recording.Meeting>();
        for (var before = until.AddDays(1); ;)
        {
            var newest = await store.ListMeetingsAsync(before, MeetingsAtOnce, cancellationToken);
            found.AddRange(newest.Where(meeting => meeting.Date >= since));
            if (newest.Length < MeetingsAtOnce || newest[^1].Date < since)
            {
                return found;
            }

            before = newest[^1].Date;
        }
    }

    // By day, then kind, then bill by number; the name makes it one entry's alone.
    private static string Key(CalendarEntry entry)
    {
        var bill = BillId.TryFromResourceName(entry.Bill, out var id) ? string.Create(CultureInfo.InvariantCulture, $"{id.Session.Key} {id.Type} {id.Number:D6}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{entry.Date} {(int)entry.Kind} {bill} {entry.Name}");
    }
}
