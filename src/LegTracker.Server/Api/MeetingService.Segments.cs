using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Server.Segments;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <content>Segments: drafted from the record, published, and given again as they were.</content>
internal sealed partial class MeetingService
{
    public override async Task<DraftSegmentResponse> DraftSegment(DraftSegmentRequest request, ServerCallContext context)
    {
        if (request.FiscalYear.Length > 0)
        {
            return new DraftSegmentResponse { Segment = await DraftYearAsync(request, context.CancellationToken) };
        }

        if (request.Meeting.Length == 0)
        {
            var period = Period(request);
            var (basis, asOf) = await ReadAsync(null, context.CancellationToken);
            return new DraftSegmentResponse { Segment = Draft(period, basis, asOf) };
        }

        if (request.Since.Length > 0 || request.Until.Length > 0)
        {
            throw ApiError.FieldInvalid("meeting", "stands in place of since and until; give one or the other");
        }

        var date = MeetingNames.Read(request.Meeting, "meeting");
        _ = MeetingFields.Minutes("minutes", request.Minutes);
        var (read, now) = await ReadAsync(date, context.CancellationToken);
        return new DraftSegmentResponse { Segment = DraftFor(read.Meeting ?? throw MeetingNames.NotFound(date), read, request.Minutes, now) };
    }

    public override async Task<PublishSegmentResponse> PublishSegment(PublishSegmentRequest request, ServerCallContext context)
    {
        var date = MeetingNames.Read(request.Meeting, "meeting");
        var author = Caller.Name(context, request.Author);
        var published = await store.PublishSegmentAsync(
            date,
            (basis, key, now) =>
            {
                var segment = DraftFor(basis.Meeting!, basis, 0, now);
                Check(request, segment);
                segment.Name = MeetingNames.Of(key);
                segment.PublishedTime = now.ToTimestamp();
                segment.PublishedBy = author;
                return segment.ToByteArray();
            },
            context.CancellationToken) ?? throw MeetingNames.NotFound(date);
        return new PublishSegmentResponse { Segment = Segment.Parser.ParseFrom(published.Content) };
    }

    public override async Task<GetSegmentResponse> GetSegment(GetSegmentRequest request, ServerCallContext context)
    {
        var key = MeetingNames.ReadSegment(request.Name, "name");
        var found = await store.FindSegmentAsync(key, context.CancellationToken)
            ?? throw new ApiError(StatusCode.NotFound, "SEGMENT_NOT_FOUND", $"{request.Name} was never published; see the list of published segments.");
        return new GetSegmentResponse { Segment = Segment.Parser.ParseFrom(found.Content) };
    }

    public override async Task<ListSegmentsResponse> ListSegments(ListSegmentsRequest request, ServerCallContext context)
    {
        var size = SizeOf(request.PageSize);
        var meeting = request.Meeting.Length == 0 ? (DateOnly?)null : MeetingNames.Read(request.Meeting, "meeting");
        var bound = $"segments {request.Meeting}";
        var after = PageToken.Read(request.PageToken, bound) is { } key ? KeyOf(key) : ((DateTimeOffset, SegmentKey)?)null;
        var found = await store.ListSegmentsAsync(meeting, after, size + 1, context.CancellationToken);
        var page = PageSize.Cut(found.Select(SegmentFreezing.Summary), size);
        var response = new ListSegmentsResponse { Segments = { page } };
        if (found.Length > page.Count)
        {
            var last = found[page.Count - 1];
            response.NextPageToken = PageToken.Make(string.Create(CultureInfo.InvariantCulture, $"{last.PublishedTime.UtcTicks} {MeetingNames.Of(last.Key)}"), bound);
        }

        return response;
    }

    private async Task<(SegmentBasis Basis, DateTimeOffset AsOf)> ReadAsync(DateOnly? meeting, CancellationToken cancellationToken)
    {
        var basis = await store.ReadSegmentBasisAsync(meeting, cancellationToken);
        return (basis, clock.Now);
    }

    private Segment DraftFor(Recording.Meeting meeting, SegmentBasis basis, int minutes, DateTimeOffset asOf)
    {
        var most = MeetingFields.Minutes("minutes", minutes, meeting.Minutes);
        var request = basis.Previous is var (revision, published)
            ? SegmentRequest.AfterSegment(new RecordedSince(meeting.Previous!.Value.Meeting, CaliforniaTime.DayOf(published), revision, basis.Later), meeting.Date, most)
            : SegmentRequest.WithoutSegment(basis.PreviousMeeting, meeting.Date, most);
        return Draft(request with { Choices = meeting.Arrangement.ToDictionary(choice => choice.Bill) }, basis, asOf, MeetingNames.Of(meeting.Date));
    }

    private Segment Draft(SegmentRequest request, SegmentBasis basis, DateTimeOffset asOf, string meeting = "")
    {
        var bills = basis.Bills.Select(bill => SegmentBill.Of(bill, request.Until, calendar)).ToList();
        var segment = SegmentMapping.ToProto(SegmentDrafter.Draft(request, bills, asOf, basis.Revision));
        segment.Meeting = meeting;
        segment.Etag = SegmentFreezing.EtagOf(segment);
        return segment;
    }

    private static SegmentRequest Period(DraftSegmentRequest request)
    {
        if (request.Since.Length == 0 && request.Until.Length == 0)
        {
            throw ApiError.FieldInvalid("meeting", "is missing: give a meeting, or since and until");
        }

        var (since, until) = (MeetingNames.Day("since", request.Since), MeetingNames.Day("until", request.Until));
        return since > until
            ? throw ApiError.FieldInvalid("since", $"{request.Since} is later than until, {request.Until}")
            : new SegmentRequest(since, until, MeetingFields.Minutes("minutes", request.Minutes));
    }

    private static void Check(PublishSegmentRequest request, Segment segment)
    {
        if (request.Etag.Length > 0 && request.Etag != segment.Etag)
        {
            throw new ApiError(StatusCode.Aborted, "ETAG_MISMATCH", "The record has changed since that draft; look at a new draft before you publish it.");
        }

        if (request.Final && segment.Missing.Count > 0)
        {
            throw SegmentFreezing.TextMissing(segment);
        }
    }

    private static (DateTimeOffset Time, SegmentKey Key) KeyOf(string key) =>
        key.Split(' ') is [var ticks, var name] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
        && time <= DateTimeOffset.MaxValue.UtcTicks && MeetingNames.TrySegment(name) is { } segment
            ? (new DateTimeOffset(time, TimeSpan.Zero), segment)
            : throw PageToken.Invalid();
}
