using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>Hearings through HTTP from the replayed legislature, whose COMMITTEE_HEARING_TBL is constructed from the real histories.</summary>
public sealed class HearingDaysTests
{
    private static readonly BillId Ab831 = BillId.FromLeginfoId("202520260AB831");

    /// <summary>The days that AB 831's own reports name, with the committee that had it.</summary>
    private static readonly (string Day, string Committee)[] Held =
    [
        ("2025-04-02", "Assembly Governmental Organization Committee"),
        ("2025-06-10", "Senate Governmental Organization Committee"),
        ("2025-07-08", "Senate Governmental Organization Committee"),
        ("2025-07-15", "Senate Public Safety Committee"),
        ("2025-08-29", "Senate Appropriations Committee"),
        ("2025-09-11", "Assembly Governmental Organization Committee"),
    ];

    [Fact]
    public async Task The_hearings_of_AB_831_are_announced_on_their_days_and_told_once()
    {
        await using var world = await TrackedWorld.StartAsync("2025-03-10");
        await world.TrackAsync(Ab831);
        var ahead = new List<(string, string)>();

        for (var day = new DateOnly(2025, 3, 10); day <= new DateOnly(2025, 9, 15); day = day.AddDays(1))
        {
            world.GoTo(day, new TimeOnly(22, 0));
            await world.PollAsync("bulk");
            ahead.AddRange((await HearingsAsync(world)).Where(hearing => hearing.IsAhead(day.AddDays(1))).Select(hearing => ($"{hearing.Date:yyyy-MM-dd}", hearing.Committee!)));
        }

        var hearings = await HearingsAsync(world);
        Assert.Equal(Held, hearings.Select(hearing => ($"{hearing.Date:yyyy-MM-dd}", hearing.Committee!)));
        Assert.All(hearings, hearing => Assert.Equal((HearingStatus.Held, null), (hearing.Status, hearing.Time)));
        Assert.All(hearings, hearing => Assert.Equal([HearingSourceKind.Line, HearingSourceKind.Table], hearing.Sources.Select(source => source.Kind)));
        Assert.Equal(Held, ahead.Distinct());
        var log = await world.LogAsync();
        Assert.Equal(Held.Select(hearing => hearing.Day), log.Where(change => change.Difference.Kind == ChangeKind.HearingSet).Select(change => change.Difference.NewValue));
        Assert.DoesNotContain(log, change => change.Difference.Kind is ChangeKind.HearingChanged or ChangeKind.HearingCanceled);
        Assert.All(log.Where(change => change.Difference.Kind == ChangeKind.HearingSet), change => Assert.Equal("hearings/1", change.Provenance!.Parser));
    }

    [Fact]
    public async Task A_table_that_loses_a_row_is_believed_at_the_second_look()
    {
        await using var world = await HearingWorld.StartAsync();
        await world.PollAsync("CX18 2026-03-10", "CX25 2026-03-17");

        await world.PollAsync("CX18 2026-03-10");
        Assert.Empty(await world.NewsAsync());
        await world.PollAsync("CX18 2026-03-10");

        Assert.Equal((ChangeKind.HearingCanceled, "2026-03-17"), Assert.Single(await world.NewsAsync()));
        await world.PollAsync("CX18 2026-03-10");
        Assert.Single(await world.NewsAsync());
    }

    [Fact]
    public async Task A_row_that_is_back_at_the_second_look_was_never_gone()
    {
        await using var world = await HearingWorld.StartAsync();
        await world.PollAsync("CX18 2026-03-10");

        await world.PollAsync();
        await world.PollAsync("CX18 2026-03-10");
        await world.PollAsync();
        Assert.Empty(await world.NewsAsync());
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("missing")]
    [InlineData("broken")]
    public async Task An_empty_missing_or_broken_table_cancels_nothing_and_leaves_the_bill_current(string table)
    {
        await using var world = await HearingWorld.StartAsync();
        await world.PollAsync("CX18 2026-03-10");

        for (var look = 0; look < 3; look++)
        {
            var poll = await world.PollTableAsync(table switch { "empty" => "", "missing" => null, _ => "`202520260AB1`\tnonsense\n" });
            Assert.Equal((PollOutcome.Changed, null), (poll.Outcome, poll.ErrorReason));
        }

        var bill = await world.BillAsync();
        Assert.Equal(Freshness.Current, bill.Freshness);
        Assert.Equal(4, bill.Actions.Length);
        Assert.Empty(await world.NewsAsync());
        Assert.Null(Assert.Single(bill.HearingRows!.Value).GoneOn);
        var health = await world.HealthAsync();
        Assert.Equal(SourceState.Ok, health.State);
        Assert.Equal(table == "broken", health.StateReason?.StartsWith("hearings not read (BROKEN_TABLE)", StringComparison.Ordinal) is true);
    }

    private static async Task<System.Collections.Immutable.ImmutableArray<Hearing>> HearingsAsync(TrackedWorld world)
    {
        var bill = await world.BillAsync(Ab831);
        return HearingList.Of(StageReader.Read(Ab831, [.. bill.Actions.Select(action => action.Line)], world.Clock.Today), bill.HearingRows ?? []);
    }
}
