using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Server.Segments;
using LegTracker.Server.Segments.FiscalYears;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <content>The annual report of a fiscal year.</content>
internal sealed partial class MeetingService
{
    private async Task<Segment> DraftYearAsync(DraftSegmentRequest request, CancellationToken cancellationToken)
    {
        if (request.Meeting.Length > 0 || request.Since.Length > 0 || request.Until.Length > 0)
        {
            throw ApiError.FieldInvalid("fiscal_year", "stands in place of meeting, since and until; give one of them");
        }

        var year = FiscalYear.TryRead(request.FiscalYear) ?? throw ApiError.FieldInvalid("fiscal_year", $"'{request.FiscalYear}' is no fiscal year; write it as 2024-25");
        var (basis, asOf) = await ReadAsync(null, cancellationToken);
        var today = CaliforniaTime.DayOf(asOf);
        if (today < year.Start)
        {
            throw ApiError.FieldInvalid("fiscal_year", $"{year.Name} begins on {StageWords.Day(year.Start)}, which is still to come");
        }

        var until = today < year.End ? today : year.End;
        var bills = basis.Bills.Select(bill => SegmentBill.Of(bill, until, calendar)).ToList();
        var segment = SegmentMapping.ToProto(YearDrafter.Draft(year, until, bills, await MeetingsOfAsync(year, until, cancellationToken), asOf, basis.Revision));
        segment.Etag = SegmentFreezing.EtagOf(segment);
        return segment;
    }

    // The newest segment of each meeting of the year.
    private async Task<ImmutableArray<MeetingTold>> MeetingsOfAsync(FiscalYear year, DateOnly until, CancellationToken cancellationToken)
    {
        var titles = (await store.ListMeetingsAsync(null, int.MaxValue, cancellationToken)).ToDictionary(meeting => meeting.Date, meeting => meeting.Title);
        var published = await store.ListSegmentsAsync(null, null, int.MaxValue, cancellationToken);
        return
        [
            .. published.Where(segment => year.Covers(segment.Key.Meeting) && segment.Key.Meeting <= until)
                .GroupBy(segment => segment.Key.Meeting)
                .OrderBy(meeting => meeting.Key)
                .Select(meeting => Told(meeting.MaxBy(segment => segment.Key.Number)!, titles[meeting.Key])),
        ];
    }

    private static MeetingTold Told(PublishedSegment published, string title)
    {
        var sections = Segment.Parser.ParseFrom(published.Content).Sections;
        return new MeetingTold(
            published.Key.Meeting,
            title,
            BillsIn(V1.SectionKind.NowInCalifornia, V1.SectionKind.Coming),
            BillsIn(V1.SectionKind.Governor, V1.SectionKind.Moving, V1.SectionKind.Adopted, V1.SectionKind.Stopped),
            MeetingNames.Of(published.Key),
            published.PublishedTime);

        ImmutableArray<BillId> BillsIn(params V1.SectionKind[] kinds) =>
            [.. sections.Where(section => kinds.Contains(section.Kind)).SelectMany(section => section.Items).Where(item => item.Bill.Length > 0).Select(item => BillNames.Read(item.Bill, "bill"))];
    }
}
