using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>The calendar over the API; the record's day is September 20, 2025, until a test moves it.</summary>
public sealed class CalendarServiceTests : IAsyncLifetime
{
    private static readonly (string, string)[] Heard =
    [
        ("2026-02-10", "Read first time. To print."), ("2026-02-23", "Referred to Com. on PUB. S."), ("2026-03-02", "Set for hearing March 10."),
    ];

    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_hearing_stands_on_its_day_with_the_line_that_tells_of_it_and_no_time_that_nobody_gave()
    {
        await OnMarchSecondAsync(Heard);

        var hearing = Assert.Single(await ListAsync(), entry => entry.Kind == CalendarEntryKind.Hearing);

        Assert.Equal(("calendar/2026-03-10.hearing.202520260AB9001", "2026-03-10", 8), (hearing.Name, hearing.Date, hearing.DaysLeft));
        Assert.Equal(("AB 9001", "2025-26", HearingStatus.Set, "", "bill history"), (hearing.Measure, hearing.Session, hearing.HearingStatus, hearing.Time, hearing.Source));
        Assert.Equal(("Set for hearing March 10.", "2026-03-02"), (hearing.Sources.Single().Text, hearing.Sources.Single().Date));
        Assert.Equal("sources/bulk", "sources/" + hearing.Sources.Single().Provenance.Source);
        Assert.Equal(Freshness.Current, hearing.Freshness);
        Assert.NotNull(hearing.LastConfirmedTime);
    }

    [Fact]
    public async Task A_bills_deadline_and_the_one_it_missed_stand_on_their_days()
    {
        var bill = await world.TrackAsync(9001);
        await world.RecordAsync(bill, changes: 1);

        var deadlines = (await ListAsync("2025-09-01")).Where(entry => entry.Kind == CalendarEntryKind.Deadline).ToList();

        Assert.Equal(["2025-09-12", "2026-01-23"], deadlines.Select(entry => entry.Date));
        Assert.Equal([DeadlineOutlook.Missed, DeadlineOutlook.AtLatest], deadlines.Select(entry => entry.DeadlineOutlook));
        Assert.Equal([-8, 125], deadlines.Select(entry => entry.DaysLeft));
        Assert.Equal("J.R. 61(b)(2)", deadlines[1].Source);
        Assert.StartsWith("It may be due earlier: ", deadlines[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Legislatures_days_and_meetings_stand_between_them_and_a_period_that_goes_on_has_begun()
    {
        world.Date.Advance(new DateTimeOffset(2026, 8, 20, 12, 0, 0, TimeSpan.Zero) - world.Date.GetUtcNow());
        await world.Meetings.CreateMeetingAsync(new CreateMeetingRequest { Meeting = new Meeting { Date = "2026-08-27", Title = "CSEC Action Team", Minutes = 10 } });

        var entries = await ListAsync(until: "2026-09-30");

        Assert.Equal(
            ["2026-08-17 Floor sessions only", "2026-08-21 Last day to amend on the floor", "2026-08-27 CSEC Action Team", "2026-08-31 Last day for each house to pass bills", "2026-08-31 Final recess begins at adjournment", "2026-09-07 Labor Day observed", "2026-09-30 Last day for the Governor to sign or veto bills passed before September 1"],
            entries.Select(entry => $"{entry.Date} {entry.What}").OrderBy(text => text[..10], StringComparer.Ordinal));
        Assert.Equal(("2026-08-31", 0), (entries[0].LastDate, entries[0].DaysLeft));
        Assert.Equal(CalendarEntryKind.Meeting, entries[2].Kind);
    }

    [Fact]
    public async Task The_answer_says_what_was_looked_at_and_of_which_years_no_calendar_is_published()
    {
        await world.TrackAsync(9002);

        var unread = await world.Calendar.ListCalendarAsync(new ListCalendarRequest { Since = "2024-12-30", Until = "2025-01-02" });
        await world.RecordAsync(await world.TrackAsync(9001), changes: 1);
        var read = await world.Calendar.ListCalendarAsync(new ListCalendarRequest { Since = "2026-12-30", Until = "2027-01-02" });

        Assert.Equal(("2025-09-20", 1, 1), (unread.AsOf, unread.BillCount, unread.UnreadBillCount));
        Assert.Null(unread.LastConfirmedTime);
        Assert.Equal([2024], unread.UnpublishedYears);
        Assert.Equal((2, 1), (read.BillCount, read.UnreadBillCount));
        Assert.Equal(world.Clock.Now, read.LastConfirmedTime.ToDateTimeOffset());
        Assert.Equal([2027], read.UnpublishedYears);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        await world.RecordAsync(await world.TrackAsync(9001), changes: 1);
        await world.RecordAsync(await world.TrackAsync(9010), changes: 1);
        var whole = (await world.Calendar.ListCalendarAsync(new ListCalendarRequest())).Entries;

        var paged = new List<CalendarEntry>();
        var request = new ListCalendarRequest { PageSize = 7 };
        do
        {
            var page = await world.Calendar.ListCalendarAsync(request);
            Assert.InRange(page.Entries.Count, 1, 7);
            paged.AddRange(page.Entries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.True(whole.Count > 14);
        Assert.Equal(whole, paged);
        Assert.Equal(whole.Count, whole.Select(entry => entry.Name).Distinct().Count());
        Assert.Equal(whole.Select(entry => entry.Date).Order(StringComparer.Ordinal), whole.Select(entry => entry.Date));
    }

    [Theory]
    [InlineData("2025-02-30", "", "since")]
    [InlineData("", "tomorrow", "until")]
    [InlineData("2025-03-04", "2025-03-03", "since")]
    [InlineData("2020-01-01", "2025-01-01", "until")]
    public async Task A_period_that_is_none_is_refused_by_its_field(string since, string until, string field)
    {
        var fault = RichError.From(await Assert.ThrowsAsync<RpcException>(async () => await ListAsync(since, until)));

        Assert.Equal(("FIELD_INVALID", RichErrorKind.Usage), (fault.Reason, fault.Kind));
        Assert.StartsWith(field, fault.Message, StringComparison.Ordinal);
    }

    private async Task OnMarchSecondAsync((string Date, string Text)[] history)
    {
        world.Date.Advance(new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.Zero) - world.Date.GetUtcNow());
        await world.ReadAsync(await world.TrackAsync(9001), history);
    }

    private async Task<IList<CalendarEntry>> ListAsync(string since = "", string until = "") =>
        (await world.Calendar.ListCalendarAsync(new ListCalendarRequest { Since = since, Until = until })).Entries;
}
