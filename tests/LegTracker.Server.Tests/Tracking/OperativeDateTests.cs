using LegTracker.Legislature;
using LegTracker.Server.Api;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>AB 1394 from the replayed bulk file, over HTTP, to what the API says of it.</summary>
public sealed class OperativeDateTests
{
    private static readonly BillId Ab1394 = BillId.FromLeginfoId("202320240AB1394");

    [Fact]
    public async Task AB_1394_ends_in_effect_from_2024_and_operative_from_2025_with_its_sentence()
    {
        await using var world = await TrackedWorld.StartAsync("2024-06-10");
        await world.TrackAsync(Ab1394);

        await world.PollAsync("bulk");
        var bill = await world.BillAsync(Ab1394);
        var message = new BillMapping(world.Clock, LegislativeCalendar.Official).Of(bill, summaryOnly: false);

        var said = Assert.Single(message.Operative);
        Assert.Equal(("2025-01-01", "", V1.OperativeKind.Operative), (said.Date, said.Part, said.Kind));
        Assert.StartsWith("This bill would, beginning January 1, 2025, prohibit a social media platform", said.Source, StringComparison.Ordinal);
        Assert.Equal("2024-01-01", message.Effective.Date);
        Assert.Equal("Chaptered by Secretary of State - Chapter 579, Statutes of 2023. (text of 20230AB139493CHP)", message.Effective.Source);
        Assert.Equal("operative from January 1, 2025 (text of 20230AB139493CHP)", message.OperativeNote);
        Assert.Contains("constructed for the replay", message.Title, StringComparison.Ordinal);
        Assert.Contains(message.NextDates, next => next is { Date: "2025-01-01", What: "Operative" });
        Assert.EndsWith(".lob", message.Text.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_read_from_pages_alone_keeps_saying_that_its_operative_date_is_not_checked()
    {
        await using var world = await TrackedWorld.StartAsync("2024-06-10");
        await world.TrackAsync(Ab1394);

        await world.PollAsync("pages");
        var message = new BillMapping(world.Clock, LegislativeCalendar.Official).Of(await world.BillAsync(Ab1394), summaryOnly: false);

        Assert.Equal(OperativeDates.NotChecked, message.OperativeNote);
        Assert.Empty(message.Operative);
        Assert.Null(message.Text);
    }

    [Fact]
    public async Task A_later_poll_finds_the_same_text_unchanged()
    {
        await using var world = await TrackedWorld.StartAsync("2024-06-10");
        await world.TrackAsync(Ab1394);
        await world.PollAsync("bulk");
        var head = await world.Store.HeadRevisionAsync(CancellationToken.None);

        world.Pass(TimeSpan.FromDays(7));
        await world.PollAsync("bulk");
        await world.PollAsync("pages");

        Assert.Equal(head, await world.Store.HeadRevisionAsync(CancellationToken.None));
        Assert.True((await world.BillAsync(Ab1394)).Record!.Text!.IsRead);
    }
}
