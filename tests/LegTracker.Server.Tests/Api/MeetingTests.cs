using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>Meetings over the API: kept, changed by whoever read them last, removed while nobody was shown anything.</summary>
public sealed class MeetingTests : IAsyncLifetime
{
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_meeting_is_kept_with_a_clean_title_and_standard_values()
    {
        var plain = await AddAsync("2025-12-01");
        var named = await AddAsync("2025-09-08", "CSEC\u001b[2J Action\n Team", 5);

        Assert.Equal(("meetings/2025-12-01", "2025-12-01", "Child Welfare Council, CSEC Action Team", 10), (plain.Name, plain.Date, plain.Title, plain.Minutes));
        Assert.Equal(("CSEC[2J Action Team", 5, "", ""), (named.Title, named.Minutes, named.PreviousSegment, named.PublishedSegment));
        Assert.NotEmpty(plain.Etag);
        Assert.Equal([plain, named], await ListAsync(1));
    }

    [Fact]
    public async Task Meetings_are_paged_newest_first_without_gap_or_repeat()
    {
        foreach (var month in Enumerable.Range(1, 9))
        {
            await AddAsync($"2025-0{month}-03");
        }

        var expected = Enumerable.Range(1, 9).Reverse().Select(month => $"2025-0{month}-03");

        Assert.Equal(expected, (await ListAsync(2)).Select(meeting => meeting.Date));
        Assert.Equal(expected, (await ListAsync(9)).Select(meeting => meeting.Date));
        var token = (await world.Meetings.ListSegmentsAsync(new ListSegmentsRequest())).NextPageToken;
        Assert.Empty(token);
        Assert.Equal("PAGE_TOKEN_INVALID", (await RefusedAsync(() => world.Meetings.ListMeetingsAsync(new ListMeetingsRequest { PageToken = "bm9uc2Vuc2U=" }))).Reason);
    }

    [Fact]
    public async Task Two_editors_of_one_reading_do_not_write_over_each_other()
    {
        var read = await AddAsync("2025-12-01", "December", 10);

        var first = await EditAsync(read, "Winter", 5, "title");
        var second = await RefusedAsync(() => world.Meetings.UpdateMeetingAsync(Edit(read, "December 1", 20)));
        var forced = await EditAsync(new Meeting { Name = read.Name, Etag = "*" }, "", 20, "minutes");
        var unread = await RefusedAsync(() => world.Meetings.UpdateMeetingAsync(Edit(new Meeting { Name = read.Name }, "x", 1)));

        Assert.Equal(("Winter", 10), (first.Title, first.Minutes));
        Assert.Equal("ETAG_MISMATCH", second.Reason);
        Assert.Equal(("Winter", 20), (forced.Title, forced.Minutes));
        Assert.Equal(3, new[] { read.Etag, first.Etag, forced.Etag }.Distinct().Count());
        Assert.Equal(("FIELD_INVALID", "meeting.etag"), (unread.Reason, unread.Violations[0].Field));
    }

    [Fact]
    public async Task A_meeting_is_removed_as_it_was_read_and_only_while_nothing_was_published_for_it()
    {
        var read = await AddAsync("2025-12-01");
        var kept = await AddAsync("2025-09-08");
        await world.Meetings.PublishSegmentAsync(new PublishSegmentRequest { Meeting = kept.Name });
        await EditAsync(read, "Winter", 5);

        var changed = await RefusedAsync(() => world.Meetings.DeleteMeetingAsync(new DeleteMeetingRequest { Name = read.Name, Etag = read.Etag }));
        await world.Meetings.DeleteMeetingAsync(new DeleteMeetingRequest { Name = read.Name });
        var gone = await RefusedAsync(() => world.Meetings.DeleteMeetingAsync(new DeleteMeetingRequest { Name = read.Name }));
        var shown = await RefusedAsync(() => world.Meetings.DeleteMeetingAsync(new DeleteMeetingRequest { Name = kept.Name }));

        Assert.Equal(("ETAG_MISMATCH", "MEETING_NOT_FOUND", "MEETING_HAS_SEGMENTS"), (changed.Reason, gone.Reason, shown.Reason));
        Assert.Equal([kept.Name], (await ListAsync(10)).Select(meeting => meeting.Name));
    }

    [Theory]
    [InlineData("meeting.date", "3/3/2025", "", 10)]
    [InlineData("meeting.date", "", "", 10)]
    [InlineData("meeting.date", "9999-12-31", "", 10)]
    [InlineData("meeting.minutes", "2025-03-03", "", 121)]
    [InlineData("meeting.minutes", "2025-03-03", "", -1)]
    [InlineData("meeting.title", "2025-03-03", "long", 10)]
    public async Task A_wrong_field_is_named(string field, string date, string title, int minutes)
    {
        var refused = await RefusedAsync(() => world.Meetings.CreateMeetingAsync(new CreateMeetingRequest
        {
            Meeting = new Meeting { Date = date, Title = title == "long" ? new string('x', 201) : title, Minutes = minutes },
        }));

        Assert.Equal(("FIELD_INVALID", field), (refused.Reason, refused.Violations[0].Field));
        Assert.Empty(await ListAsync(10));
    }

    [Fact]
    public async Task What_is_not_there_twice_or_nameless_is_told_by_its_reason()
    {
        await AddAsync("2025-12-01");

        var twice = await RefusedAsync(() => world.Meetings.CreateMeetingAsync(new CreateMeetingRequest { Meeting = new Meeting { Date = "2025-12-01" } }));
        var reasons = new[]
        {
            await RefusedAsync(() => world.Meetings.CreateMeetingAsync(new CreateMeetingRequest())),
            await RefusedAsync(() => world.Meetings.UpdateMeetingAsync(new UpdateMeetingRequest { Meeting = new Meeting { Name = "meetings/today", Etag = "*" } })),
            await RefusedAsync(() => world.Meetings.UpdateMeetingAsync(new UpdateMeetingRequest { Meeting = new Meeting { Name = "meetings/2025-12-01", Etag = "*" }, UpdateMask = FieldMask.FromString("date") })),
            await RefusedAsync(() => world.Meetings.GetSegmentAsync(new GetSegmentRequest { Name = "meetings/2025-12-01/segments/0" })),
        };
        var absent = new[]
        {
            await RefusedAsync(() => world.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Meeting = "meetings/2025-12-02" })),
            await RefusedAsync(() => world.Meetings.PublishSegmentAsync(new PublishSegmentRequest { Meeting = "meetings/2025-12-02" })),
            await RefusedAsync(() => world.Meetings.UpdateMeetingAsync(Edit(new Meeting { Name = "meetings/2025-12-02", Etag = "*" }, "x", 1))),
            await RefusedAsync(() => world.Meetings.GetSegmentAsync(new GetSegmentRequest { Name = "meetings/2025-12-01/segments/1" })),
        };

        Assert.Equal((RichErrorKind.Refused, "MEETING_ALREADY_EXISTS"), (twice.Kind, twice.Reason));
        Assert.All(reasons, refused => Assert.Equal("FIELD_INVALID", refused.Reason));
        Assert.Equal(["MEETING_NOT_FOUND", "MEETING_NOT_FOUND", "MEETING_NOT_FOUND", "SEGMENT_NOT_FOUND"], absent.Select(refused => refused.Reason));
        Assert.All(absent, refused => Assert.Equal(RichErrorKind.NotFound, refused.Kind));
    }

    private async Task<Meeting> AddAsync(string date, string title = "", int minutes = 0) =>
        (await world.Meetings.CreateMeetingAsync(new CreateMeetingRequest { Meeting = new Meeting { Date = date, Title = title, Minutes = minutes } })).Meeting;

    private async Task<Meeting> EditAsync(Meeting meeting, string title, int minutes, params string[] mask)
    {
        var request = Edit(meeting, title, minutes);
        request.UpdateMask = new FieldMask { Paths = { mask } };
        return (await world.Meetings.UpdateMeetingAsync(request)).Meeting;
    }

    private static UpdateMeetingRequest Edit(Meeting meeting, string title, int minutes) =>
        new() { Meeting = new Meeting { Name = meeting.Name, Etag = meeting.Etag, Title = title, Minutes = minutes } };

    private async Task<List<Meeting>> ListAsync(int size)
    {
        var all = new List<Meeting>();
        var request = new ListMeetingsRequest { PageSize = size };
        do
        {
            var page = await world.Meetings.ListMeetingsAsync(request);
            Assert.InRange(page.Meetings.Count, 0, size);
            all.AddRange(page.Meetings);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static async Task<RichError> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) =>
        RichError.From(await Assert.ThrowsAsync<RpcException>(async () => await call()));
}
