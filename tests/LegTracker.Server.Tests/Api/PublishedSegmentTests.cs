using Google.Protobuf;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>A meeting's segment over the API: what it tells after another one, and that a published one stays as it was.</summary>
public sealed class PublishedSegmentTests : IAsyncLifetime
{
    private static readonly (string Date, string Text)[] Introduced = [("2025-09-01", "Read first time. To print."), ("2025-09-15", "Referred to Com. on PUB. S.")];
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task The_next_meeting_hears_only_what_was_recorded_after_the_last_publication_with_both_dates_of_a_late_line()
    {
        var moved = await world.TrackAsync(9001);
        var quiet = await world.TrackAsync(9002);
        await world.ReadAsync(moved, Introduced);
        await world.ReadAsync(quiet, Introduced);
        await AddAsync("2025-09-22", "2025-12-01");
        var first = await PublishAsync("2025-09-22");
        world.Date.Advance(TimeSpan.FromDays(10));
        await world.ReadAsync(moved, [Introduced[0], ("2025-09-10", "From printer. May be heard in committee October 10."), Introduced[1], ("2025-09-29", "Re-referred to Com. on APPR.")]);

        var second = await DraftAsync("2025-12-01");

        Assert.Equal([Introduced[0].Text, Introduced[1].Text], LinesOf(first, moved));
        Assert.Equal(
            [
                "September 10, 2025, posted late, first seen September 30, 2025: “From printer. May be heard in committee October 10.”",
                "September 29, 2025: “Re-referred to Com. on APPR.”",
            ],
            ItemOf(second, moved)!.Changes.Select(change => change.Text));
        Assert.Null(ItemOf(second, quiet));
        Assert.Equal((first.Revision, "2025-12-01", "meetings/2025-12-01"), (second.SinceRevision, second.Until, second.Meeting));
        Assert.Contains(second.Notes, note => note.Contains("recorded after the segment published for September 22, 2025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_published_segment_events_count_by_date_since_the_previous_meeting_or_the_last_120_days_and_it_says_so()
    {
        var bill = await world.TrackAsync(9001);
        await world.ReadAsync(bill, [("2025-02-01", "Read first time. To print."), .. Introduced]);
        await AddAsync("2025-09-22");
        var alone = await DraftAsync("2025-09-22");
        await AddAsync("2025-09-10");
        var after = await DraftAsync("2025-09-22");

        Assert.Equal(("2025-05-25", 2, 0L), (alone.Since, LinesOf(alone, bill).Count, alone.SinceRevision));
        Assert.Contains(alone.Notes, note => note.StartsWith("No earlier meeting is recorded", StringComparison.Ordinal));
        Assert.Equal("2025-09-10", after.Since);
        Assert.Equal([Introduced[1].Text], LinesOf(after, bill));
        Assert.Contains(after.Notes, note => note.Contains("beginning with the day of the previous meeting, September 10, 2025.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_segment_published_again_for_the_same_meeting_tells_the_same_period_anew_and_the_next_meeting_goes_on_from_the_newest()
    {
        var bill = await world.TrackAsync(9001);
        await world.ReadAsync(bill, Introduced);
        await AddAsync("2025-09-22", "2025-12-01");
        var first = await PublishAsync("2025-09-22");
        await world.ReadAsync(bill, [.. Introduced, ("2025-09-19", "Re-referred to Com. on APPR.")]);

        var corrected = await PublishAsync("2025-09-22");
        var next = await DraftAsync("2025-12-01");

        Assert.Equal(("meetings/2025-09-22/segments/1", "meetings/2025-09-22/segments/2"), (first.Name, corrected.Name));
        Assert.Equal((2, 3), (LinesOf(first, bill).Count, LinesOf(corrected, bill).Count));
        Assert.Empty(LinesOf(next, bill));
        var meetings = (await world.Meetings.ListMeetingsAsync(new ListMeetingsRequest())).Meetings;
        Assert.Equal((corrected.Name, ""), (meetings[0].PreviousSegment, meetings[0].PublishedSegment));
        Assert.Equal(("", corrected.Name), (meetings[1].PreviousSegment, meetings[1].PublishedSegment));
    }

    [Fact]
    public async Task A_bill_tracked_after_the_publication_is_told_from_its_as_of_on_and_what_was_dated_after_the_meeting_is_not_lost()
    {
        var known = await world.TrackAsync(9001);
        await world.ReadAsync(known, [.. Introduced, ("2025-09-18", "Dated after the meeting.")]);
        await AddAsync("2025-09-16", "2025-12-01");
        var first = await PublishAsync("2025-09-16");
        var later = await world.TrackAsync(9002);
        await world.ReadAsync(later, [.. Introduced, ("2025-09-20", "Re-referred to Com. on APPR.")]);

        var second = await DraftAsync("2025-12-01");

        Assert.Equal(2, LinesOf(first, known).Count);
        Assert.Equal(["Dated after the meeting."], LinesOf(second, known));
        Assert.Equal(["Re-referred to Com. on APPR."], LinesOf(second, later));
    }

    [Fact]
    public async Task The_same_record_and_request_give_the_same_draft_but_for_its_as_of()
    {
        await world.ReadAsync(await world.TrackAsync(9001), Introduced);
        await AddAsync("2025-09-22");

        var one = await DraftAsync("2025-09-22");
        world.Date.Advance(TimeSpan.FromHours(3));
        var two = await DraftAsync("2025-09-22");
        await world.TrackAsync(9002);
        var changed = await DraftAsync("2025-09-22");

        Assert.NotEqual(one.AsOf, two.AsOf);
        Assert.Equal(one.Etag, two.Etag);
        Assert.Equal(one.Sections.SelectMany(section => section.Items).SelectMany(item => item.Claims).Select(claim => claim.Text), two.Sections.SelectMany(section => section.Items).SelectMany(item => item.Claims).Select(claim => claim.Text));
        Assert.NotEqual(one.Etag, changed.Etag);
    }

    [Fact]
    public async Task Whatever_is_recorded_afterwards_a_published_segment_is_given_byte_for_byte()
    {
        var bill = await world.TrackAsync(9001);
        await world.ReadAsync(bill, Introduced);
        await AddAsync("2025-09-22");
        var published = await PublishAsync("2025-09-22", author: "Ada");
        var stored = (await world.Store.FindSegmentAsync(new(new DateOnly(2025, 9, 22), 1), CancellationToken.None))!.Content;
        var random = new Random(20250922);

        for (var poll = 0; poll < 25; poll++)
        {
            world.Date.Advance(TimeSpan.FromHours(random.Next(1, 100)));
            await world.ReadAsync(bill, [.. Introduced.Skip(random.Next(2)), .. Enumerable.Range(0, random.Next(5)).Select(line => ($"2025-09-{random.Next(10, 30)}", $"Action {line}. {random.Next(3)}"))]);
            if (poll % 5 == 0)
            {
                await world.Bills.UntrackBillAsync(new UntrackBillRequest { Name = bill.ResourceName });
                await world.TrackAsync(9001);
                await PublishAsync("2025-09-22");
            }

            var given = (await world.Meetings.GetSegmentAsync(new GetSegmentRequest { Name = published.Name })).Segment;
            Assert.Equal(stored, given.ToByteArray());
        }

        Assert.Equal(published, Segment.Parser.ParseFrom(stored));
        Assert.Equal(("Ada", published.AsOf), (published.PublishedBy, published.PublishedTime));
    }

    [Fact]
    public async Task A_draft_that_was_looked_at_is_published_and_another_one_is_not()
    {
        var bill = await world.TrackAsync(9001);
        await world.ReadAsync(bill, Introduced);
        await AddAsync("2025-09-22");
        var draft = await DraftAsync("2025-09-22");
        var published = await PublishAsync("2025-09-22", draft.Etag);
        await world.ReadAsync(bill, [.. Introduced, ("2025-09-19", "Re-referred to Com. on APPR.")]);

        var stale = await RefusedAsync(() => world.Meetings.PublishSegmentAsync(new PublishSegmentRequest { Meeting = "meetings/2025-09-22", Etag = draft.Etag }));
        var unfinished = await RefusedAsync(() => world.Meetings.PublishSegmentAsync(new PublishSegmentRequest { Meeting = "meetings/2025-09-22", Final = true }));

        Assert.Equal(draft.Sections, published.Sections);
        Assert.Equal("ETAG_MISMATCH", stale.Reason);
        Assert.Equal((RichErrorKind.Refused, "TEXT_MISSING", "AB 9001: what it does"), (unfinished.Kind, unfinished.Reason, unfinished.Metadata["missing"]));
        Assert.Single((await world.Meetings.ListSegmentsAsync(new ListSegmentsRequest())).Segments);
    }

    [Fact]
    public async Task Published_segments_are_listed_newest_first_in_pages_without_their_sections()
    {
        await world.ReadAsync(await world.TrackAsync(9001), Introduced);
        await AddAsync("2025-09-22", "2025-12-01");
        foreach (var meeting in new[] { "2025-12-01", "2025-09-22", "2025-12-01", "2025-12-01" })
        {
            await PublishAsync(meeting);
        }

        var all = await ListAsync(new ListSegmentsRequest { PageSize = 1 });
        var december = await ListAsync(new ListSegmentsRequest { PageSize = 2, Meeting = "meetings/2025-12-01" });
        var token = (await world.Meetings.ListSegmentsAsync(new ListSegmentsRequest { PageSize = 1 })).NextPageToken;
        var other = await RefusedAsync(() => world.Meetings.ListSegmentsAsync(new ListSegmentsRequest { PageToken = token, Meeting = "meetings/2025-12-01" }));

        Assert.Equal(["meetings/2025-12-01/segments/3", "meetings/2025-12-01/segments/2", "meetings/2025-12-01/segments/1", "meetings/2025-09-22/segments/1"], all.Select(segment => segment.Name));
        Assert.Equal(["meetings/2025-12-01/segments/3", "meetings/2025-12-01/segments/2", "meetings/2025-12-01/segments/1"], december.Select(segment => segment.Name));
        Assert.All(all, segment => Assert.True(segment.Sections.Count == 0 && segment.Notes.Count == 0 && segment.Missing.Count == 0 && segment.Etag.Length > 0));
        Assert.Equal("PAGE_TOKEN_INVALID", other.Reason);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("2025-09-01", "2025-09-22", "meetings/2025-09-22")]
    [InlineData("2025-09-01", "", "meetings/2025-09-22")]
    [InlineData("", "", "2025-09-22")]
    public async Task A_draft_is_of_a_meeting_or_of_a_period(string since, string until, string meeting)
    {
        await AddAsync("2025-09-22");

        var refused = await RefusedAsync(() => world.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Since = since, Until = until, Meeting = meeting }));

        Assert.Equal(("FIELD_INVALID", "meeting"), (refused.Reason, refused.Violations[0].Field));
    }

    private async Task AddAsync(params string[] dates)
    {
        foreach (var date in dates)
        {
            await world.Meetings.CreateMeetingAsync(new CreateMeetingRequest { Meeting = new Meeting { Date = date } });
        }
    }

    private async Task<Segment> DraftAsync(string date) => (await world.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Meeting = $"meetings/{date}" })).Segment;

    private async Task<Segment> PublishAsync(string date, string etag = "", string author = "") =>
        (await world.Meetings.PublishSegmentAsync(new PublishSegmentRequest { Meeting = $"meetings/{date}", Etag = etag, Author = author })).Segment;

    private async Task<List<Segment>> ListAsync(ListSegmentsRequest request)
    {
        var all = new List<Segment>();
        do
        {
            var page = await world.Meetings.ListSegmentsAsync(request);
            all.AddRange(page.Segments);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static Item? ItemOf(Segment segment, BillId bill) =>
        segment.Sections.Where(section => section.Kind != SectionKind.ComingDates).SelectMany(section => section.Items).SingleOrDefault(item => item.Bill == bill.ResourceName);

    private static List<string> LinesOf(Segment segment, BillId bill) => [.. ItemOf(segment, bill)?.Changes.Select(change => change.Source.Locator) ?? []];

    private static async Task<RichError> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) =>
        RichError.From(await Assert.ThrowsAsync<RpcException>(async () => await call()));
}
