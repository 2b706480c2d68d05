using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Server.Tracking;
using static LegTracker.Server.Tests.Tracking.SweepWorld;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>What stands between a believable page and the record: canaries, the share of a sweep, the second look.</summary>
public sealed class ReadingSweepTests
{
    private static readonly BillId Won = Bill(831);
    private static readonly BillId Pending = Bill(379);

    [Theory]
    [InlineData("lost")]
    [InlineData("reworded")]
    public async Task A_law_that_loses_or_changes_a_line_long_after_is_a_fault_of_the_source_and_nothing_of_it_is_recorded(string how)
    {
        await using var world = await LawAndPendingAsync();
        var (head, law) = (await world.HeadAsync(), world.Histories[Won]);

        world.Histories[Won] = how == "lost" ? law.RemoveAt(2) : law.SetItem(2, law[2] with { Text = "Read third time. Passed. Ordered to the Assembly. (Ayes 21. Noes 18. Page 2801.)." });
        world.Histories[Pending] = world.Histories[Pending].AddRange(Lines(("2026-03-06", "Read second time. Ordered to third reading.")));
        var first = await world.PollAsync();
        var second = await world.PollAsync();

        Assert.Equal(("CANARY_MOVED", "SOURCE_DRIFTED"), (first[Won].ErrorReason, second[default].ErrorReason));
        Assert.Equal((PollOutcome.Quarantined, PollOutcome.Quarantined), (first[Won].Outcome, second[Won].Outcome));
        Assert.Equal(("SOURCE_DRIFTED", "SOURCE_DRIFTED"), (first[Pending].ErrorReason, second[Pending].ErrorReason));
        Assert.Equal(head, await world.HeadAsync());
        var health = await world.HealthAsync();
        Assert.Equal(SourceState.Drifted, health.State);
        Assert.Contains("AB 831", health.StateReason, StringComparison.Ordinal);
        Assert.Contains("Read third time. Passed. Ordered to the Assembly. (Ayes 39.", health.StateReason, StringComparison.Ordinal);
        Assert.NotNull(SourceAlarm.Of(health, world.Store.Created, world.Clock.Now, LegislativeCalendar.Official));
        Assert.Equal(1, health.QuarantinedCount);
    }

    [Fact]
    public async Task A_drifted_source_is_believed_again_when_the_law_is_as_recorded_and_what_was_held_back_is_recorded()
    {
        await using var world = await LawAndPendingAsync();
        var (head, law) = (await world.HeadAsync(), world.Histories[Won]);
        world.Histories[Won] = law.RemoveAt(2);
        await world.PollAsync();

        world.Histories[Pending] = world.Histories[Pending].AddRange(Lines(("2026-03-06", "Read second time. Ordered to third reading.")));
        Assert.Equal("SOURCE_DRIFTED", (await world.PollAsync())[Pending].ErrorReason);
        await world.RestartAsync();
        Assert.Equal(head, await world.HeadAsync());
        world.Histories[Won] = law;
        var well = await world.PollAsync();

        Assert.Equal((PollOutcome.Changed, null), (well[Pending].Outcome, well[default].ErrorReason));
        Assert.Equal(head + 1, await world.HeadAsync());
        var health = await world.HealthAsync();
        Assert.Equal((SourceState.Ok, null, null), (health.State, health.StateReason, health.DriftedSince));
        Assert.Empty(await world.Store.DoubtsAsync("told", CancellationToken.None));
    }

    [Fact]
    public async Task A_person_can_say_that_a_changed_law_is_right()
    {
        await using var world = await LawAndPendingAsync();
        var head = await world.HeadAsync();
        world.Histories[Won] = world.Histories[Won].RemoveAt(2);
        await world.PollAsync();

        Assert.Equal(1, await world.Store.AcceptDoubtsAsync("told", CancellationToken.None));
        var poll = await world.PollAsync();

        Assert.Equal((PollOutcome.Changed, null), (poll[Won].Outcome, poll[default].ErrorReason));
        Assert.Equal(head + 1, await world.HeadAsync());
        Assert.Equal(SourceState.Ok, (await world.HealthAsync()).State);
    }

    [Fact]
    public async Task Touched_page_numbers_and_a_line_added_to_a_law_are_no_drift()
    {
        await using var world = await LawAndPendingAsync();
        var law = world.Histories[Won];

        world.Histories[Won] = law.SetItem(1, law[1] with { Text = law[1].Text.Replace("Page 1362", "Page 1363", StringComparison.Ordinal) });
        var touched = await world.PollAsync();
        world.Histories[Won] = world.Histories[Won].AddRange(Lines(("2025-10-15", "Corrected version of the chapter filed.")));
        var added = await world.PollAsync();

        Assert.Equal((0, null), (touched[Won].ChangeCount, touched[default].ErrorReason));
        Assert.Equal((1, null), (added[Won].ChangeCount, added[default].ErrorReason));
    }

    [Fact]
    public async Task Within_sixty_days_of_chaptering_a_lost_line_is_looked_at_twice_like_any_other()
    {
        await using var world = await SweepWorld.StartAsync();
        await world.GiveAsync(Won, Law("2026-02-20"));
        await world.PollAsync();
        world.Histories[Won] = Law("2026-02-20").RemoveAt(2);

        var first = await world.PollAsync();
        var second = await world.PollAsync();

        Assert.Equal("HISTORY_SHRANK", first[Won].ErrorReason);
        Assert.Equal((PollOutcome.Changed, null), (second[Won].Outcome, second[Won].ErrorReason));
    }

    [Fact]
    public async Task A_restart_does_not_make_a_second_look_of_the_first()
    {
        await using var world = await LawAndPendingAsync();
        var (head, whole) = (await world.HeadAsync(), world.Histories[Pending]);
        world.Histories[Pending] = whole.RemoveAt(1);
        await world.PollAsync();
        await world.RestartAsync();

        world.Histories[Pending] = whole.RemoveAt(0);
        var another = await world.PollAsync();
        Assert.Equal("HISTORY_SHRANK", another[Pending].ErrorReason);
        Assert.Equal(head, await world.HeadAsync());
        await world.RestartAsync();
        var same = await world.PollAsync();

        Assert.Equal(PollOutcome.Changed, same[Pending].Outcome);
        Assert.Equal(head + 1, await world.HeadAsync());
    }

    [Theory]
    [InlineData(50, 11, true)]
    [InlineData(50, 10, false)]
    [InlineData(49, 49, false)]
    public async Task Recording_stops_when_more_than_a_fifth_of_fifty_bills_move_and_never_for_added_lines(int bills, int moving, bool stops)
    {
        await using var world = await SweepWorld.StartAsync();
        for (var number = 1; number <= bills; number++)
        {
            await world.GiveAsync(Bill(number), PendingHistory);
        }

        await world.PollAsync();
        var head = await world.HeadAsync();
        foreach (var number in Enumerable.Range(1, moving))
        {
            world.Histories[Bill(number)] = PendingHistory.SetItem(1, PendingHistory[1] with { Text = "From printer. May be heard in committee April 16." });
        }

        var sweep = await world.PollAsync();

        Assert.Equal(stops ? head : head + moving, await world.HeadAsync());
        Assert.Equal(stops ? SourceState.Drifted : SourceState.Ok, (await world.HealthAsync()).State);
        Assert.Equal(stops ? "SWEEP_MOVED" : null, sweep[Bill(1)].ErrorReason);

        foreach (var number in Enumerable.Range(1, bills))
        {
            world.Histories[Bill(number)] = PendingHistory.AddRange(Lines(("2026-03-05", "Held under submission.")));
        }

        foreach (var number in Enumerable.Range(1, stops ? 0 : moving))
        {
            world.Histories[Bill(number)] = world.Histories[Bill(number)].SetItem(1, PendingHistory[1] with { Text = "From printer. May be heard in committee April 16." });
        }

        var suspense = await world.PollAsync();
        Assert.Null(suspense[default].ErrorReason);
        Assert.Equal(bills, suspense.Values.Count(entry => entry is { Bill: not null, Outcome: PollOutcome.Changed }));
        Assert.Equal(SourceState.Ok, (await world.HealthAsync()).State);
    }

    private static readonly System.Collections.Immutable.ImmutableArray<HistoryLine> PendingHistory = Lines(
        ("2026-01-05", "Read first time. To print."),
        ("2026-01-06", "From printer. May be heard in committee February 5."),
        ("2026-02-10", "Referred to Com. on PUB. S."));

    // A law of October and a bill of this year, each read once.
    private static async Task<SweepWorld> LawAndPendingAsync()
    {
        var world = await SweepWorld.StartAsync();
        await world.GiveAsync(Won, Law("2025-10-11"));
        await world.GiveAsync(Pending, PendingHistory);
        Assert.Null((await world.PollAsync())[default].ErrorReason);
        return world;
    }
}
