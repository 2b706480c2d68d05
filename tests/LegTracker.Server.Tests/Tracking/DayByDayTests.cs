using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>AB 831 polled day by day from its introduction to its chapter, through each source.</summary>
public sealed class DayByDayTests
{
    private static readonly BillId Ab831 = BillId.FromLeginfoId("202520260AB831");

    [Theory]
    [InlineData("bulk")]
    [InlineData("pages")]
    public async Task Each_action_is_recorded_once_and_each_later_one_is_one_change(string source)
    {
        await using var world = await TrackedWorld.StartAsync("2025-02-19");
        await world.TrackAsync(Ab831);
        var baseline = 0;

        for (var day = new DateOnly(2025, 2, 19); day <= new DateOnly(2025, 11, 13); day = day.AddDays(1))
        {
            world.GoTo(day, new TimeOnly(22, 0));
            var (whole, _) = await world.PollAsync(source);
            Assert.True(whole.ErrorReason is null, $"{day}: {whole.ErrorReason} {whole.ErrorDetail}");
            var again = await world.PollAsync(source);
            Assert.Equal(0, again.Source.ChangeCount);
            baseline = baseline == 0 ? (await world.BillAsync(Ab831)).Actions.Length : baseline;
        }

        var bill = await world.BillAsync(Ab831);
        var log = await world.LogAsync();
        var added = log.Where(change => change.Difference.Kind is ChangeKind.ActionAdded or ChangeKind.ActionPostedLate).ToList();
        Assert.Equal(37, bill.Actions.Length);
        Assert.Equal(37, bill.Actions.Select(action => (action.Line.Date, ActionText.Normalize(action.Line.Text), action.Occurrence)).Distinct().Count());
        Assert.True(baseline is > 0 and < 5, $"the first reading had {baseline} actions");
        Assert.Equal(
            bill.Actions.Skip(baseline).Select(action => (action.Line.Date, action.Line.Text)).Order(),
            added.Select(change => (change.Difference.EventDate!.Value, change.Difference.NewValue!)).Order());
        Assert.DoesNotContain(log, change => change.Difference.Kind is ChangeKind.ActionRemoved or ChangeKind.ActionReworded);
        Assert.Single(log, change => change.Difference.Kind == ChangeKind.Tracked);
        Assert.Single(log, change => change.Difference.Kind == ChangeKind.Chaptered);
        Assert.Contains(log, change => change.Difference is { Kind: ChangeKind.FieldChanged, Field: "topic" });

        var progress = StageReader.Read(Ab831, [.. bill.Actions.Select(action => action.Line)], world.Clock.Today);
        Assert.Equal(Stage.Chaptered, progress.Stage);
        Assert.Equal(new ChapterCitation(623, 2025, 0, false), progress.Chapter);
        Assert.Equal(Freshness.Current, bill.Freshness);
    }

    [Fact]
    public async Task Both_sources_give_the_same_record_so_that_reading_by_turns_is_no_news()
    {
        await using var world = await TrackedWorld.StartAsync("2025-09-15");
        await world.TrackAsync(Ab831);
        await world.PollAsync("bulk");
        var head = await world.Store.HeadRevisionAsync(CancellationToken.None);

        var pages = await world.PollAsync("pages");
        var bulk = await world.PollAsync("bulk");

        Assert.Equal(head, await world.Store.HeadRevisionAsync(CancellationToken.None));
        Assert.Equal(0, pages.Source.ChangeCount + bulk.Source.ChangeCount);
        Assert.NotEqual(PollOutcome.Changed, pages.Bills[Ab831].Outcome);
    }
}
