using LegTracker.Legislature;
using LegTracker.Replay;
using LegTracker.Server.Recording;
using LegTracker.Server.Sources.Pages;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>What a site can answer wrongly: nothing is recorded, the poll says why, and the last good state stays.</summary>
public sealed class BadInputTests
{
    private static readonly BillId Ab831 = BillId.FromLeginfoId("202520260AB831");

    [Theory]
    [InlineData(FaultKind.OtherBill, nameof(PollOutcome.Quarantined), Freshness.Quarantined)]
    [InlineData(FaultKind.EmptyHistory, nameof(PollOutcome.Quarantined), Freshness.Quarantined)]
    [InlineData(FaultKind.Blocked, nameof(PollOutcome.Quarantined), Freshness.Quarantined)]
    [InlineData(FaultKind.Maintenance, nameof(PollOutcome.Quarantined), Freshness.Quarantined)]
    [InlineData(FaultKind.SessionExpired, nameof(PollOutcome.Quarantined), Freshness.Quarantined)]
    [InlineData(FaultKind.DeepNesting, nameof(PollOutcome.Quarantined), Freshness.Quarantined)]
    [InlineData(FaultKind.CutWithLength, nameof(PollOutcome.FetchFailed), Freshness.Stale)]
    [InlineData(FaultKind.CutChunked, nameof(PollOutcome.FetchFailed), Freshness.Stale)]
    [InlineData(FaultKind.CutWithoutLength, nameof(PollOutcome.FetchFailed), Freshness.Stale)]
    [InlineData(FaultKind.Reset, nameof(PollOutcome.FetchFailed), Freshness.Stale)]
    [InlineData(FaultKind.Status, nameof(PollOutcome.FetchFailed), Freshness.Stale)]
    public async Task A_bad_page_is_told_and_the_last_good_state_stays(FaultKind kind, string outcome, Freshness freshness)
    {
        await using var world = await ReadWorldAsync("pages");
        var before = await world.BillAsync(Ab831);
        var head = await world.Store.HeadRevisionAsync(CancellationToken.None);

        world.Replay.Faults.Add(new ReplayFault(kind) { Path = "/faces/" });
        world.GoTo(new DateOnly(2025, 9, 15), new TimeOnly(22, 0));
        var (source, bills) = await world.PollAsync("pages");
        var after = await world.BillAsync(Ab831);

        Assert.Equal(outcome, bills[Ab831].Outcome.ToString());
        Assert.False(string.IsNullOrEmpty(bills[Ab831].ErrorReason));
        Assert.False(string.IsNullOrEmpty(source.ErrorDetail));
        Assert.Equal(head, await world.Store.HeadRevisionAsync(CancellationToken.None));
        Assert.Equal(before.Actions.ToList(), after.Actions.ToList());
        Assert.Equal(before.LastConfirmedTime, after.LastConfirmedTime);
        Assert.Equal(freshness, after.Freshness);
        Assert.False(string.IsNullOrEmpty(after.FreshnessReason));

        world.Replay.Faults.Clear();
        await world.PollAsync("pages");
        var healed = await world.BillAsync(Ab831);
        Assert.Equal(Freshness.Current, healed.Freshness);
        Assert.True(healed.Actions.Length > before.Actions.Length);
    }

    [Theory]
    [InlineData(FaultKind.GarbageZip)]
    [InlineData(FaultKind.HalfZip)]
    [InlineData(FaultKind.CutWithLength)]
    [InlineData(FaultKind.Blocked)]
    [InlineData(FaultKind.Status)]
    public async Task A_bad_bulk_file_is_told_and_read_again_when_it_is_whole(FaultKind kind)
    {
        await using var world = await ReadWorldAsync("bulk");
        var before = await world.BillAsync(Ab831);

        world.Replay.Faults.Add(new ReplayFault(kind) { Path = "/pubinfo_" });
        world.GoTo(new DateOnly(2025, 9, 15), new TimeOnly(22, 0));
        var (source, _) = await world.PollAsync("bulk");
        var after = await world.BillAsync(Ab831);

        Assert.True(source.Outcome is PollOutcome.Quarantined or PollOutcome.FetchFailed, $"{source.Outcome}");
        Assert.False(string.IsNullOrEmpty(source.ErrorDetail));
        Assert.Equal(before.Actions.ToList(), after.Actions.ToList());
        Assert.True(after.Freshness is Freshness.Stale or Freshness.Quarantined, $"{after.Freshness}");

        world.Replay.Faults.Clear();
        await world.PollAsync("bulk");
        var healed = await world.BillAsync(Ab831);
        Assert.Equal(Freshness.Current, healed.Freshness);
        Assert.True(healed.Actions.Length > before.Actions.Length);
    }

    [Fact]
    public async Task A_disallowing_robots_txt_is_obeyed_and_the_setting_named()
    {
        await using var world = await TrackedWorld.StartAsync("2025-09-10", robots: ReplayOptions.RobotsOfTheSite);
        await world.TrackAsync(Ab831);

        var (source, bills) = await world.PollAsync("pages");
        var health = Assert.Single(await world.Store.ListSourcesAsync(CancellationToken.None), saved => saved.Name == "pages");

        Assert.Equal(PollOutcome.Skipped, source.Outcome);
        Assert.Empty(bills);
        Assert.Equal(SourceState.NotPermitted, health.State);
        Assert.Contains("LegTracker:Sources:Pages:Access", health.StateReason, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Replay.Requests, request => request.Address.StartsWith("/faces/", StringComparison.Ordinal));
        Assert.Equal(Freshness.NeverPolled, (await world.BillAsync(Ab831)).Freshness);
    }

    [Fact]
    public async Task With_permission_the_pages_are_read_all_the_same()
    {
        await using var world = await TrackedWorld.StartAsync("2025-09-10", robots: ReplayOptions.RobotsOfTheSite, access: PageAccess.Permitted);
        await world.TrackAsync(Ab831);

        var (source, _) = await world.PollAsync("pages");

        Assert.Null(source.ErrorReason);
        Assert.Equal(Freshness.Current, (await world.BillAsync(Ab831)).Freshness);
    }

    [Fact]
    public async Task A_bill_that_no_file_holds_stays_not_yet_read_and_does_not_harm_the_source()
    {
        await using var world = await TrackedWorld.StartAsync("2025-09-10");
        var sb1322 = BillId.FromLeginfoId("201520160SB1322");
        await world.TrackAsync(sb1322);
        await world.TrackAsync(Ab831);

        var (source, bills) = await world.PollAsync("bulk");

        Assert.Null(source.ErrorReason);
        Assert.Equal("BILL_NOT_IN_SOURCE", bills[sb1322].ErrorReason);
        Assert.Equal(Freshness.NeverPolled, (await world.BillAsync(sb1322)).Freshness);
        Assert.Equal(Freshness.Current, (await world.BillAsync(Ab831)).Freshness);
    }

    [Fact]
    public async Task A_host_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        await using var world = await ReadWorldAsync("pages");
        world.Replay.Faults.Add(new ReplayFault(FaultKind.Status));
        for (var i = 0; i < 5; i++)
        {
            await world.PollAsync("pages");
        }

        var asked = world.Replay.Requests.Count;
        var (resting, _) = await world.PollAsync("pages");

        Assert.Equal(PollOutcome.Skipped, resting.Outcome);
        Assert.Equal("SOURCE_CIRCUIT_OPEN", resting.ErrorReason);
        Assert.Equal(asked, world.Replay.Requests.Count);

        world.Replay.Faults.Clear();
        world.Pass(TimeSpan.FromMinutes(16));
        Assert.Null((await world.PollAsync("pages")).Source.ErrorReason);
    }

    // AB 831 as it stood on September 10, 2025, read once through a source.
    private static async Task<TrackedWorld> ReadWorldAsync(string source)
    {
        var world = await TrackedWorld.StartAsync("2025-09-10");
        await world.TrackAsync(Ab831);
        var (whole, _) = await world.PollAsync(source);
        Assert.True(whole.ErrorReason is null, $"{whole.ErrorReason} {whole.ErrorDetail}");
        return world;
    }
}
