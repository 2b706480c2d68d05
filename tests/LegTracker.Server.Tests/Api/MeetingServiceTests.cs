using Grpc.Core;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

public sealed class MeetingServiceTests
{
    [Fact]
    public async Task A_draft_tells_what_was_recorded_in_the_period_and_names_what_no_source_confirmed()
    {
        await using var world = await ApiWorld.StartAsync();
        var read = await world.TrackAsync(9001);
        await world.TrackAsync(9002);
        var revision = await world.RecordAsync(read, changes: 1);

        var segment = (await world.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Since = "2025-09-01", Until = "2025-09-10" })).Segment;

        Assert.Equal((revision, 10, "2025-09-01", "2025-09-10"), (segment.Revision, segment.Minutes, segment.Since, segment.Until));
        var item = Assert.Single(segment.Sections.Single(section => section.Kind == SectionKind.Moving).Items);
        Assert.Equal(read.ResourceName, item.Bill);
        Assert.Equal("September 1, 2025: “Read first time. To print.”", Assert.Single(item.Changes).Text);
        Assert.Contains($"bill_id={read.LeginfoId}", item.Claims[0].Source.Url, StringComparison.Ordinal);
        Assert.True(item.Claims[0].ReadTime <= segment.AsOf);
        Assert.Contains(segment.Notes, note => note.Contains("AB 9002 (2025-26)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_period_is_a_draft_that_says_so()
    {
        await using var world = await ApiWorld.StartAsync();
        await world.RecordAsync(await world.TrackAsync(9001), changes: 1);

        var segment = (await world.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Since = "2025-09-02", Until = "2025-09-10", Minutes = 5 })).Segment;

        Assert.Equal("No tracked bill changed between September 2, 2025 and September 10, 2025.", segment.Sections[0].Items[0].Claims[0].Text);
        Assert.Equal(5, segment.Minutes);
    }

    [Theory]
    [InlineData("", "2025-09-10", 10)]
    [InlineData("2025-09-01", "9/10/2025", 10)]
    [InlineData("2025-09-11", "2025-09-10", 10)]
    [InlineData("2025-02-29", "2025-09-10", 10)]
    [InlineData("2025-09-01", "2025-09-10", -1)]
    [InlineData("2025-09-01", "2025-09-10", 100000)]
    public async Task A_period_that_is_none_is_an_invalid_argument(string since, string until, int minutes)
    {
        await using var world = await ApiWorld.StartAsync();

        var fault = await Assert.ThrowsAsync<RpcException>(async () =>
            await world.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Since = since, Until = until, Minutes = minutes }));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
    }
}
