using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Meetings, and the segment of each, over gRPC.</summary>
internal sealed partial class MeetingService(RecordStore store, LegislativeClock clock, LegislativeCalendar calendar) : V1.MeetingService.MeetingServiceBase
{
    private const int Standard = 50;
    private const int Most = 1000;

    public override async Task<ListMeetingsResponse> ListMeetings(ListMeetingsRequest request, ServerCallContext context)
    {
        const string bound = "meetings";
        var size = SizeOf(request.PageSize);
        var before = PageToken.Read(request.PageToken, bound) is { } key ? KeyDay(key) : (DateOnly?)null;
        var meetings = await store.ListMeetingsAsync(before, size + 1, context.CancellationToken);
        var page = PageSize.Cut(meetings.Select(MeetingFields.Of), size);
        var response = new ListMeetingsResponse { Meetings = { page } };
        if (meetings.Length > page.Count)
        {
            response.NextPageToken = PageToken.Make(page[^1].Date, bound);
        }

        return response;
    }

    public override async Task<CreateMeetingResponse> CreateMeeting(CreateMeetingRequest request, ServerCallContext context)
    {
        var wanted = request.Meeting ?? throw ApiError.FieldInvalid("meeting", "is missing");
        var date = MeetingNames.Day("meeting.date", wanted.Date);
        var meeting = await store.AddMeetingAsync(date, MeetingFields.Title(wanted.Title), MeetingFields.Minutes("meeting.minutes", wanted.Minutes), context.CancellationToken)
            ?? throw new ApiError(StatusCode.AlreadyExists, "MEETING_ALREADY_EXISTS", $"There is already a meeting on {wanted.Date}; change that one instead.");
        return new CreateMeetingResponse { Meeting = MeetingFields.Of(meeting) };
    }

    public override async Task<UpdateMeetingResponse> UpdateMeeting(UpdateMeetingRequest request, ServerCallContext context)
    {
        var wanted = request.Meeting ?? throw ApiError.FieldInvalid("meeting", "is missing");
        var date = MeetingNames.Read(wanted.Name, "meeting.name");
        if (wanted.Etag.Length == 0)
        {
            throw ApiError.FieldInvalid("meeting.etag", "is missing: send the etag as read, or * to write over whatever is there");
        }

        var edit = MeetingFields.Masked(wanted, request.UpdateMask, Caller.Name(context, request.Author), clock.Now);
        await RequireTrackedAsync(date, edit, context.CancellationToken);
        var (outcome, meeting) = await store.UpdateMeetingAsync(date, MeetingFields.Version(wanted.Etag, date), edit, context.CancellationToken);
        Require(outcome, date);
        return new UpdateMeetingResponse { Meeting = MeetingFields.Of(meeting!) };
    }

    public override async Task<DeleteMeetingResponse> DeleteMeeting(DeleteMeetingRequest request, ServerCallContext context)
    {
        var date = MeetingNames.Read(request.Name, "name");
        var version = request.Etag.Length == 0 ? null : MeetingFields.Version(request.Etag, date);
        Require(await store.RemoveMeetingAsync(date, version, context.CancellationToken), date);
        return new DeleteMeetingResponse();
    }

    /// <summary>A bill that is arranged anew is on the watch list; one that was arranged before may have left it since.</summary>
    private async Task RequireTrackedAsync(DateOnly date, MeetingEdit edit, CancellationToken cancellationToken)
    {
        if (edit.Arrangement is { IsEmpty: false } arrangement)
        {
            var before = (await store.FindMeetingAsync(date, cancellationToken))?.Arrangement ?? [];
            var tracked = await store.ListBillsAsync(cancellationToken);
            var known = tracked.Select(bill => bill.Id).Concat(before.Select(choice => choice.Bill)).ToHashSet();
            if (arrangement.FirstOrDefault(choice => !known.Contains(choice.Bill)) is { } odd)
            {
                throw BillNames.NotFound(odd.Bill, tracked);
            }
        }
    }

    private static void Require(MeetingOutcome outcome, DateOnly date)
    {
        if (outcome != MeetingOutcome.Done)
        {
            throw outcome switch
            {
                MeetingOutcome.NotFound => MeetingNames.NotFound(date),
                MeetingOutcome.ChangedSince => MeetingFields.Changed(date),
                _ => new ApiError(
                    StatusCode.FailedPrecondition, "MEETING_HAS_SEGMENTS", $"A segment was published for the meeting of {MeetingNames.Iso(date)}: what was shown to people is kept."),
            };
        }
    }

    private static int SizeOf(int asked) => asked <= 0 ? Standard : Math.Min(asked, Most);

    private static DateOnly KeyDay(string key) =>
        DateOnly.TryParseExact(key, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day
            : throw PageToken.Invalid();
}
