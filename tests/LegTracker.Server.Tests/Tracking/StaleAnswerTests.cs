using LegTracker.Legislature;
using LegTracker.Replay;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>A cache that hands out what was true days ago: found by the season, where it removed lines and moved stages back.</summary>
public sealed class StaleAnswerTests
{
    private static readonly BillId Ab831 = BillId.FromLeginfoId("202520260AB831");
    private static readonly BillId Ab379 = BillId.FromLeginfoId("202520260AB379");

    [Fact]
    public async Task A_session_file_older_than_the_one_applied_tells_no_bill_an_older_state_when_a_new_bill_makes_every_file_be_read()
    {
        // AB 831 moved on June 27: on July 2 only the session file of June 29 holds that, and the one of June 22 does not. Its analysis of
        // July 3 would be news of the snapshot.
        await using var world = await TrackedWorld.StartAsync("2025-07-02");
        await world.TrackAsync(Ab831);
        Assert.Null((await world.PollAsync("bulk")).Source.ErrorReason);
        var before = await world.BillAsync(Ab831);
        await world.TrackAsync(Ab379);
        var ab831 = (await world.LogAsync()).Where(change => change.Bill == Ab831).ToList();

        world.Replay.Faults.Add(new ReplayFault(FaultKind.Stale) { Path = "pubinfo_2025" });
        var first = await world.PollAsync("bulk");
        await world.PollAsync("bulk");
        await world.PollAsync("bulk");

        // The newest daily snapshot stands in for the session file, and shows AB 831 as it is recorded.
        Assert.Equal(("STALE_FILE", PollOutcome.Unchanged), (first.Source.ErrorReason, first.Bills[Ab831].Outcome));
        Assert.Equal(ab831, (await world.LogAsync()).Where(change => change.Bill == Ab831).ToList());
        Assert.Equal(before.Actions.ToList(), (await world.BillAsync(Ab831)).Actions.ToList());
        world.Replay.Faults.Clear();
        Assert.Null((await world.PollAsync("bulk")).Source.ErrorReason);
        Assert.Equal(Freshness.Current, (await world.BillAsync(Ab831)).Freshness);
    }

    [Fact]
    public async Task A_shrunken_history_is_looked_at_afresh_after_it_was_seen_whole()
    {
        await using var world = await TrackedWorld.StartAsync("2025-07-08");
        await world.TrackAsync(Ab831);
        await world.PollAsync("pages");
        var head = await world.Store.HeadRevisionAsync(CancellationToken.None);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            world.Replay.Faults.Add(new ReplayFault(FaultKind.Stale) { Path = "/faces/" });
            Assert.Equal("HISTORY_SHRANK", (await world.PollAsync("pages")).Bills[Ab831].ErrorReason);
            world.Replay.Faults.Clear();
            Assert.Equal(PollOutcome.Unchanged, (await world.PollAsync("pages")).Bills[Ab831].Outcome);
        }

        Assert.Equal(head, await world.Store.HeadRevisionAsync(CancellationToken.None));
    }
}
