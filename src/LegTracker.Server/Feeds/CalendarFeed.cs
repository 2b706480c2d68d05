using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Feeds;

/// <summary>Hearings of half a year back and all ahead, and each bill's next deadline, as an iCalendar (RFC 5545) that programs subscribe to.</summary>
/// <remarks>A day alone can change it, so its tag is made of the text itself.</remarks>
internal sealed class CalendarFeed(RecordStore store, BillMapping mapping)
{
    public const string Path = "/feeds/calendar.ics";

    private const int DaysBack = 183;

    private static readonly ChangeKind[] Telling = [ChangeKind.HearingSet, ChangeKind.HearingChanged, ChangeKind.HearingCanceled, ChangeKind.StageChanged];

    public async Task AnswerAsync(HttpContext http)
    {
        var query = FeedQuery.Read(http.Request.Query, paged: false);
        var bills = await store.ListBillsAsync(http.RequestAborted);
        var wanted = query.Wanted(bills, mapping.Fits);
        var changes = (await store.ListChangesOfKindsAsync(Telling, http.RequestAborted)).ToLookup(change => change.Bill);
        var events = bills
            .Where(bill => bill.Record is not null && wanted?.Contains(bill.Id) != false)
            .Select(bill => (Bill: bill, Reading: mapping.Read(bill)))
            .SelectMany(one => (IEnumerable<CalendarEvent>)
            [
                .. HearingEvents.Of(one.Bill, one.Reading.Hearings, [.. changes[one.Bill.Id]], one.Reading.Progress.AsOf.AddDays(-DaysBack), store.Epoch),
                .. DeadlineEvents.Of(one.Bill, one.Reading.Deadline, store.Epoch),
            ])
            .OrderBy(one => one.Day).ThenBy(one => one.Uid, StringComparer.Ordinal);
        var text = CalendarText.Of(events);
        if (!FeedAnswer.IsKnown(http, FeedAnswer.TagOf(text), null))
        {
            await FeedAnswer.SendAsync(http, "text/calendar; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(text));
        }
    }
}
