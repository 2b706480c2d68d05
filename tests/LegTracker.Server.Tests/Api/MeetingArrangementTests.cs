using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.V1;
using ItemChoice = LegTracker.V1.ItemChoice;

namespace LegTracker.Server.Tests.Api;

/// <summary>The arrangement of a meeting's segment over the API: kept with who and when, guarded by the etag, drafted, frozen.</summary>
public sealed class MeetingArrangementTests : IAsyncLifetime
{
    private static readonly (string Date, string Text)[] Introduced = [("2025-09-01", "Read first time. To print."), ("2025-09-15", "Referred to Com. on PUB. S.")];
    private ApiWorld world = null!;
    private BillId first;
    private BillId second;
    private Meeting meeting = null!;

    public async Task InitializeAsync()
    {
        world = await ApiWorld.StartAsync();
        (first, second) = (await world.TrackAsync(9001), await world.TrackAsync(9002));
        await world.ReadAsync(first, Introduced);
        await world.ReadAsync(second, Introduced);
        meeting = (await world.Meetings.CreateMeetingAsync(new CreateMeetingRequest { Meeting = new Meeting { Date = "2025-09-22" } })).Meeting;
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_choice_is_kept_with_who_and_when_and_keeps_them_while_it_stays_as_it_was()
    {
        var one = await ArrangeAsync(meeting.Etag, "Ana Díaz", LeftOut(first, "the author asked\n to wait"));
        world.Date.Advance(TimeSpan.FromHours(5));
        var two = await ArrangeAsync(one.Etag, "Ben", LeftOut(first, "the author asked to wait"), new ItemChoice { Bill = second.ResourceName, Seconds = 45, Place = 1 });

        Assert.Equal(("the author asked to wait", "Ana Díaz"), (one.Arrangement.Single().LeftOutReason, one.Arrangement.Single().Author));
        Assert.Equal(one.Arrangement.Single(), two.Arrangement[0]);
        Assert.Equal(("Ben", 45), (two.Arrangement[1].Author, two.Arrangement[1].Seconds));
        Assert.True(two.Arrangement[1].WriteTime > two.Arrangement[0].WriteTime);
        Assert.Equal(two, (await world.Meetings.ListMeetingsAsync(new ListMeetingsRequest())).Meetings.Single());
    }

    [Fact]
    public async Task A_draft_and_what_is_published_follow_the_arrangement_and_a_choice_of_nothing_is_dropped()
    {
        var plain = await DraftAsync();
        var arranged = await ArrangeAsync(meeting.Etag, "Ana", LeftOut(first, "later"), new ItemChoice { Bill = second.ResourceName, Seconds = 45, SpeakerNote = "Slowly." });
        var draft = await DraftAsync();
        var published = (await world.Meetings.PublishSegmentAsync(new PublishSegmentRequest { Meeting = meeting.Name, Etag = draft.Etag })).Segment;
        await ArrangeAsync(arranged.Etag, "Ana", new ItemChoice { Bill = first.ResourceName });
        var reset = await DraftAsync();
        var frozen = (await world.Meetings.GetSegmentAsync(new GetSegmentRequest { Name = published.Name })).Segment;

        Assert.Equal(first.ResourceName, Assert.Single(draft.LeftOut).Bill);
        var item = draft.Sections.Where(section => section.Kind != SectionKind.ComingDates).SelectMany(section => section.Items).Single(found => found.Bill.Length > 0);
        Assert.Equal((second.ResourceName, 45, true, "Slowly."), (item.Bill, item.Seconds, item.SecondsByHand, item.SpeakerNote));
        Assert.NotEqual(plain.Etag, draft.Etag);
        Assert.Equal(plain.Etag, reset.Etag);
        Assert.Equal(published, frozen);
        Assert.Equal(draft.LeftOut, frozen.LeftOut);
        Assert.Empty((await world.Meetings.ListSegmentsAsync(new ListSegmentsRequest())).Segments.Single().LeftOut);
    }

    [Fact]
    public async Task Two_who_arrange_from_one_reading_do_not_write_over_each_other_and_old_callers_leave_it_alone()
    {
        var one = await ArrangeAsync(meeting.Etag, "Ana", LeftOut(first, "later"));
        var late = await RefusedAsync(meeting.Etag, LeftOut(second, "later"));
        var titled = (await world.Meetings.UpdateMeetingAsync(new UpdateMeetingRequest { Meeting = new Meeting { Name = meeting.Name, Etag = one.Etag, Title = "Fall" } })).Meeting;

        Assert.Equal("ETAG_MISMATCH", late.Reason);
        Assert.Equal(one.Arrangement, titled.Arrangement);
    }

    [Fact]
    public async Task What_is_wrong_in_a_choice_is_named()
    {
        var reasons = new[]
        {
            (await RefusedAsync("*", new ItemChoice { Bill = first.ResourceName, LeftOutReason = "x", Pinned = true }), "meeting.arrangement[0].left_out_reason"),
            (await RefusedAsync("*", new ItemChoice { Bill = "AB 1" }), "meeting.arrangement[0].bill"),
            (await RefusedAsync("*", new ItemChoice { Bill = first.ResourceName, Seconds = -1 }), "meeting.arrangement[0].seconds"),
            (await RefusedAsync("*", LeftOut(second, "ok"), LeftOut(first, new string('x', 301))), "meeting.arrangement[1].left_out_reason"),
            (await RefusedAsync("*", LeftOut(first, "a"), LeftOut(first, "b")), "meeting.arrangement"),
        };
        var unknown = await RefusedAsync("*", new ItemChoice { Bill = "states/ca/sessions/20252026-0/bills/AB9003", Pinned = true });

        Assert.All(reasons, refused => Assert.Equal(("FIELD_INVALID", refused.Item2), (refused.Item1.Reason, refused.Item1.Violations[0].Field)));
        Assert.Equal("BILL_NOT_FOUND", unknown.Reason);
    }

    private static ItemChoice LeftOut(BillId bill, string reason) => new() { Bill = bill.ResourceName, LeftOutReason = reason };

    private async Task<Meeting> ArrangeAsync(string etag, string author, params ItemChoice[] choices) =>
        (await world.Meetings.UpdateMeetingAsync(Request(etag, author, choices))).Meeting;

    private async Task<RichError> RefusedAsync(string etag, params ItemChoice[] choices) =>
        RichError.From(await Assert.ThrowsAsync<RpcException>(async () => await world.Meetings.UpdateMeetingAsync(Request(etag, "Ana", choices))));

    private async Task<Segment> DraftAsync() => (await world.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Meeting = meeting.Name })).Segment;

    private UpdateMeetingRequest Request(string etag, string author, ItemChoice[] choices) => new()
    {
        Meeting = new Meeting { Name = meeting.Name, Etag = etag, Arrangement = { choices } },
        UpdateMask = new FieldMask { Paths = { "arrangement" } },
        Author = author,
    };
}
