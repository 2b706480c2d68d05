using System.Net;
using FsCheck;
using FsCheck.Fluent;
using LegTracker.Legislature;
using LegTracker.Server.Feeds;
using LegTracker.Server.Recording;
using LegTracker.Server.Tests.Recording;

namespace LegTracker.Server.Tests.Feeds;

public sealed class CalendarFeedTests : IAsyncLifetime
{
    private static readonly string[] Committee =
    [
        "2026-02-10 Read first time. To print.", "2026-02-11 From printer. May be heard in committee March 13.", "2026-02-23 Referred to Com. on PUB. S.",
    ];

    private FeedWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await FeedWorld.StartAsync();
        await world.PutAsync(FeedWorld.Ab1, "Human trafficking.", Committee);
        await world.HearAsync(FeedWorld.Ab1);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_hearing_is_an_all_day_event_that_says_what_tells_of_it_and_that_no_time_is_known()
    {
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10");

        var hearing = await HearingAsync();

        Assert.Equal(("20260310", "20260311"), (hearing["DTSTART;VALUE=DATE"], hearing["DTEND;VALUE=DATE"]));
        Assert.Equal("AB 1: hearing, Assembly Public Safety Committee", hearing["SUMMARY"]);
        Assert.Equal(("CONFIRMED", "HEARING", 0), (hearing["STATUS"], hearing["CATEGORIES"], hearing.Sequence));
        Assert.Equal("https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202520260AB1", hearing["URL"]);
        Assert.Contains("Time: not known", hearing["DESCRIPTION"], StringComparison.Ordinal);
        Assert.Contains("COMMITTEE_HEARING_TBL: CX18, 2026-03-10", hearing["DESCRIPTION"], StringComparison.Ordinal);
        Assert.DoesNotContain("LOCATION", hearing.Values.Keys);
    }

    [Fact]
    public async Task A_time_that_a_source_gives_stands_verbatim_in_the_description()
    {
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10 1:30 p.m., or upon adjournment of Session");

        Assert.Contains("\nTime: 1:30 p.m., or upon adjournment of Session\n", (await HearingAsync())["DESCRIPTION"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hearing_that_moves_is_called_off_on_the_old_day_and_set_on_the_new_one()
    {
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10");
        var before = await HearingAsync();
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-17");

        var hearings = await HearingsAsync();

        Assert.Equal(["20260310", "20260317"], hearings.Select(hearing => hearing["DTSTART;VALUE=DATE"]));
        Assert.Equal(["CANCELLED", "CONFIRMED"], hearings.Select(hearing => hearing["STATUS"]));
        Assert.Equal((before["UID"], before.Sequence + 1), (hearings[0]["UID"], hearings[0].Sequence));
        Assert.True(string.CompareOrdinal(before["DTSTAMP"], hearings[0]["DTSTAMP"]) < 0);
        Assert.Equal(0, hearings[1].Sequence);
    }

    [Fact]
    public async Task A_hearing_that_is_called_off_and_set_again_is_the_same_event_with_a_growing_sequence()
    {
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10");
        var set = await HearingAsync();
        await world.HearAsync(FeedWorld.Ab1);
        var off = await HearingAsync();
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10");
        var again = await HearingAsync();

        Assert.Equal(["CONFIRMED", "CANCELLED", "CONFIRMED"], new[] { set, off, again }.Select(one => one["STATUS"]));
        Assert.Equal([0, 1, 2], new[] { set, off, again }.Select(one => one.Sequence));
        Assert.Single(new[] { set, off, again }.Select(one => one["UID"]).Distinct());
        Assert.Contains("canceled", off["SUMMARY"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_time_makes_the_sequence_grow()
    {
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10 9:30 a.m.");
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10 1:30 p.m.");

        var hearing = await HearingAsync();

        Assert.Equal(1, hearing.Sequence);
        Assert.Contains("Time: 1:30 p.m.", hearing["DESCRIPTION"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_the_same_after_a_restart_and_two_on_one_day_are_two()
    {
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10");
        var first = (await HearingAsync())["UID"];
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10", "CX08 2026-03-10");
        var both = await HearingsAsync();
        await world.RestartAsync();

        var after = await HearingsAsync();

        Assert.Equal(both.Select(one => one["UID"]), after.Select(one => one["UID"]));
        Assert.Equal(2, both.Select(one => one["UID"]).Distinct().Count());
        Assert.Equal(first, both.Single(one => one["SUMMARY"].Contains("Public Safety", StringComparison.Ordinal))["UID"]);
    }

    [Fact]
    public async Task The_next_deadline_is_an_event_with_its_rule()
    {
        var deadline = (await world.CalendarAsync()).Single(one => one["CATEGORIES"] == "DEADLINE");

        var next = NextDeadline.Of((await world.Store.BillAsync(FeedWorld.Ab1)).ProgressOn(new DateOnly(2026, 3, 2)), (TypeOfMeasure?)null, LegislativeCalendar.Official);
        Assert.Equal(next.Next!.Date.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), deadline["DTSTART;VALUE=DATE"]);
        Assert.StartsWith("AB 1: deadline", deadline["SUMMARY"], StringComparison.Ordinal);
        Assert.Contains($"Source: {next.Next.Rule}", deadline["DESCRIPTION"], StringComparison.Ordinal);
        Assert.Equal(next.Outlook == DeadlineOutlook.Ahead ? "CONFIRMED" : "TENTATIVE", deadline["STATUS"]);
    }

    [Fact]
    public async Task A_bill_that_the_last_look_did_not_confirm_says_so()
    {
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10");
        await world.Store.RecordFailureAsync(FeedWorld.Ab1, Freshness.Stale, Entries.Poll(77, FeedWorld.Ab1, PollOutcome.FetchFailed, detail: "no answer"), CancellationToken.None);

        Assert.All(await world.CalendarAsync(), one => Assert.Contains("Not confirmed by the last look at the source (no answer)", one["DESCRIPTION"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_state_is_not_sent_twice_and_a_filter_chooses_bills()
    {
        await world.PutAsync(FeedWorld.Ab2, "Gambling.", Committee);
        using var first = await world.GetAsync(CalendarFeed.Path);
        world.Pass(TimeSpan.FromMinutes(5));
        using var again = await world.GetAsync(CalendarFeed.Path, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        await world.HearAsync(FeedWorld.Ab1, "CX18 2026-03-10");
        using var changed = await world.GetAsync(CalendarFeed.Path, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(2, (await world.CalendarAsync("?bill=AB1")).Length);
        Assert.Single(await world.CalendarAsync("?filter=gambling"));
        Assert.Empty(await world.CalendarAsync("?filter=nothing"));
        using var refused = await world.GetAsync(CalendarFeed.Path + "?limit=5");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public void Any_text_comes_out_as_it_went_in_once_cleaned()
    {
        Prop.ForAll<string?, string?>((topic, place) =>
        {
            var one = new CalendarEvent("uid", 0, DateTimeOffset.UnixEpoch, FeedWorld.Ab1, new DateOnly(2026, 3, 10), "s" + topic, ["d", topic + new string('é', 90), "\r\nEND:VEVENT\r\n" + topic], place, EventStatus.Confirmed, "HEARING");

            var read = Assert.Single(ParsedEvent.Parse(CalendarText.Of([one])));

            Assert.Equal(SourceText.Clean("s" + topic), read["SUMMARY"]);
            Assert.Equal(string.Join('\n', one.Description.Select(SourceText.Clean)), read["DESCRIPTION"]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_made_to_break_out_stays_text()
    {
        var hostile = "a;b,c\\n\\ \"d\"\r\nBEGIN:VEVENT\r\n\u0007\u202e\ud83d\ude00" + string.Concat(Enumerable.Repeat("\ud83d\ude00\u00e9", 60));

        var read = Assert.Single(ParsedEvent.Parse(CalendarText.Of([new CalendarEvent("uid", 0, DateTimeOffset.UnixEpoch, FeedWorld.Ab1, new DateOnly(2026, 3, 10), hostile, [hostile], hostile, EventStatus.Confirmed, "HEARING")])));

        Assert.Equal(SourceText.Clean(hostile), read["SUMMARY"]);
        Assert.Equal(SourceText.Clean(hostile), read["LOCATION"]);
    }

    private async Task<ParsedEvent> HearingAsync() => Assert.Single(await HearingsAsync());

    private async Task<List<ParsedEvent>> HearingsAsync() => [.. (await world.CalendarAsync("?bill=AB1")).Where(one => one["CATEGORIES"] == "HEARING")];
}
