using LegTracker.Legislature;
using LegTracker.Replay;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Sources;
using LegTracker.Server.Sources.Bulk;
using LegTracker.Server.Sources.Pages;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>Pages polled bill by bill over HTTP: what is due, who may poll it, and what a restart finds.</summary>
public sealed class BillDuesTests
{
    private static readonly BillId Ab831 = BillId.FromLeginfoId("202520260AB831");

    [Fact]
    public async Task A_new_bill_is_due_at_once_then_in_its_interval_and_the_health_says_when_and_why()
    {
        await using var world = await WorldAsync("2025-09-10", "12:00");

        var first = await world.TickAsync();
        var again = await world.TickAsync();
        var health = await world.HealthAsync("pages");
        world.Pass(TimeSpan.FromMinutes(59));
        var early = await world.TickAsync();
        world.Pass(TimeSpan.FromMinutes(1));
        var due = await world.TickAsync();

        Assert.Equal([Ab831], first);
        Assert.Empty(again);
        Assert.Equal(TrackedWorld.Instant("2025-09-10", "13:00"), health.NextAttempt);
        Assert.Equal("it is on the floor while the houses hold floor sessions only", health.NextReason);
        Assert.Empty(early);
        Assert.Equal([Ab831], due);
    }

    [Fact]
    public async Task Two_planners_of_one_store_poll_a_due_bill_once()
    {
        await using var world = await WorldAsync("2025-09-10", "12:00");
        var other = world.AnotherDesk();

        var polled = await Task.WhenAll(world.TickAsync(), TrackedWorld.TickAsync(other, "pages"), world.TickAsync());

        Assert.Equal([Ab831], polled.SelectMany(bills => bills));
        Assert.Equal(2, world.Replay.Requests.Count(request => request.Address.StartsWith("/faces/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_lease_of_a_killed_server_runs_out()
    {
        await using var world = await WorldAsync("2025-09-10", "12:00");
        var dead = new DueClaim("pages", "a server that was killed", world.Clock.Now, world.Clock.Now, world.Clock.Now + PollDesk.Lease);
        Assert.Equal(Ab831, Assert.Single(await world.Store.Dues.ClaimDueAsync(dead, CancellationToken.None)));

        var leased = await world.TickAsync();
        world.Pass(PollDesk.Lease - TimeSpan.FromSeconds(1));
        var still = await world.TickAsync();
        world.Pass(TimeSpan.FromSeconds(2));
        var free = await world.TickAsync();

        Assert.Empty(leased);
        Assert.Empty(still);
        Assert.Equal([Ab831], free);
    }

    [Fact]
    public async Task A_poll_by_hand_does_not_wait_for_a_lease_and_advances_the_due_time()
    {
        await using var world = await WorldAsync("2025-09-10", "12:00");
        var dead = new DueClaim("pages", "a server that was killed", world.Clock.Now, world.Clock.Now, world.Clock.Now + PollDesk.Lease);
        await world.Store.Dues.ClaimDueAsync(dead, CancellationToken.None);

        var (_, bills) = await world.PollAsync("pages");
        world.Pass(PollDesk.Lease + TimeSpan.FromSeconds(1));

        Assert.Equal([Ab831], bills.Keys);
        Assert.Empty(await world.TickAsync());
    }

    [Fact]
    public async Task A_bill_that_could_not_be_read_is_due_again_in_an_hour()
    {
        await using var world = await WorldAsync("2025-11-20", "12:00");
        world.Replay.Faults.Add(new ReplayFault(FaultKind.OtherBill) { Path = "/faces/" });

        var failed = await world.TickAsync();
        var health = await world.HealthAsync("pages");
        world.Replay.Faults.Clear();
        world.Pass(TimeSpan.FromHours(1));
        var healed = await world.TickAsync();

        Assert.Equal([Ab831], failed);
        Assert.Equal(TrackedWorld.Instant("2025-11-20", "13:00"), health.NextAttempt);
        Assert.Equal([Ab831], healed);
        Assert.Equal(TrackedWorld.Instant("2025-11-27", "13:00"), (await world.HealthAsync("pages")).NextAttempt);
    }

    [Fact]
    public async Task What_the_bulk_file_tells_moves_the_pages_due_time()
    {
        await using var world = await WorldAsync("2025-09-10", "20:30");
        await world.TickAsync();
        var before = await world.HealthAsync("pages");

        world.GoTo(new DateOnly(2025, 11, 13), new TimeOnly(22, 0));
        await world.PollAsync("bulk");
        var after = await world.HealthAsync("pages");

        Assert.Equal(TrackedWorld.Instant("2025-09-11", "08:00"), before.NextAttempt);
        Assert.Equal(TrackedWorld.Instant("2025-11-21", "08:00"), after.NextAttempt);
        Assert.Equal("it is chaptered", after.NextReason);
    }

    [Fact]
    public async Task An_open_circuit_survives_a_restart_and_nothing_is_asked_before_it_closes()
    {
        await using var world = await WorldAsync("2025-09-10", "12:00");
        world.Replay.Faults.Add(new ReplayFault(FaultKind.Status) { Path = "/faces/", RetryAfter = "5400" });
        await world.TickAsync();
        var opened = await world.HealthAsync("pages");
        world.Replay.Faults.Clear();
        var asked = world.Replay.Requests.Count;

        await world.RestartAsync();
        world.Pass(TimeSpan.FromMinutes(89));
        var resting = await world.TickAsync();
        var (byHand, _) = await world.PollAsync("pages");
        var askedMeanwhile = world.Replay.Requests.Count;
        world.Pass(TimeSpan.FromMinutes(2));
        var after = await world.TickAsync();

        Assert.Equal(SourceState.CircuitOpen, opened.State);
        Assert.Equal(TrackedWorld.Instant("2025-09-10", "13:30"), opened.NextAttempt!.Value, TimeSpan.FromMinutes(1));
        Assert.Empty(resting);
        Assert.Equal("SOURCE_CIRCUIT_OPEN", byHand.ErrorReason);
        Assert.Equal(asked, askedMeanwhile);
        Assert.Equal([Ab831], after);
        Assert.Equal(SourceState.Ok, (await world.HealthAsync("pages")).State);
    }

    [Fact]
    public async Task The_sites_maintenance_is_no_failure_and_what_was_due_stays_due()
    {
        await using var world = await WorldAsync("2025-09-10", "05:50");
        world.Replay.Faults.Add(new ReplayFault(FaultKind.Status) { Path = "/faces/" });

        var early = await world.TickAsync();
        var health = await world.HealthAsync("pages");
        var soon = await world.TickAsync();
        world.GoTo(new DateOnly(2025, 9, 10), new TimeOnly(6, 6));
        var asked = world.Replay.Requests.Count;
        var within = await world.TickAsync();
        var (byHand, _) = await world.PollAsync("pages");
        var askedWithin = world.Replay.Requests.Count - asked;
        world.Replay.Faults.Clear();
        world.GoTo(new DateOnly(2025, 9, 10), new TimeOnly(6, 16));
        var after = await world.TickAsync();

        Assert.Empty(early.Concat(soon).Concat(within));
        Assert.Equal((SourceState.Ok, 0, 0), (health.State, health.ConsecutiveFailures, health.CircuitOpenings));
        Assert.Contains("daily maintenance", health.StateReason, StringComparison.Ordinal);
        Assert.Equal(TrackedWorld.Instant("2025-09-10", "06:05"), health.NextAttempt);
        Assert.Equal(("SITE_PAUSED", PollOutcome.Skipped), (byHand.ErrorReason, byHand.Outcome));
        Assert.Equal(0, askedWithin);
        Assert.Equal([Ab831], after);
    }

    [Fact]
    public async Task A_site_that_does_not_permit_is_not_tried_at_every_tick()
    {
        await using var world = await TrackedWorld.StartAsync("2025-09-10", "12:00", robots: ReplayOptions.RobotsOfTheSite, byBill: true);
        await world.TrackAsync(Ab831);

        await world.TickAsync();
        var health = await world.HealthAsync("pages");
        await world.TickAsync();

        Assert.Equal(SourceState.NotPermitted, health.State);
        Assert.Equal(TrackedWorld.Instant("2025-09-10", "13:00"), health.NextAttempt);
        Assert.Single(await world.Store.ListPollsAsync("pages", null, 10, CancellationToken.None));
        Assert.Single(world.Replay.Requests);
    }

    [Fact]
    public async Task A_paused_source_stays_paused_over_a_restart_until_it_is_resumed()
    {
        await using var world = await WorldAsync("2025-09-10", "12:00");
        await world.Desk.PauseAsync(Pages(world), "the site asked us to", CancellationToken.None);

        await world.RestartAsync();
        var paused = await world.TickAsync();
        var (byHand, _) = await world.PollAsync("pages");
        await world.Desk.PauseAsync(Pages(world), null, CancellationToken.None);
        var resumed = await world.TickAsync();

        Assert.Empty(paused);
        Assert.Equal(("SOURCE_PAUSED", "the site asked us to"), (byHand.ErrorReason, byHand.ErrorDetail));
        Assert.Equal([Ab831], resumed);
    }

    [Fact]
    public async Task Two_sources_of_one_host_never_overlap_and_keep_the_gap()
    {
        var gap = TimeSpan.FromMilliseconds(120);
        await using var world = await WorldAsync("2025-09-10", "22:00");
        var folder = Directory.CreateTempSubdirectory("legtracker-gap-");
        using var turns = new HostTurns(TimeProvider.System);
        using var bulk = new BulkSource(new BulkSourceOptions(world.Replay.Address, folder.FullName, gap, ""), world.Clock, TimeProvider.System, turns);
        using var pages = new PageSource(new PageSourceOptions(world.Replay.Address, PageAccess.ObeyRobots, gap, ""), world.Clock, TimeProvider.System, turns);
        using var first = new TrackedSource(bulk, new PollSchedule("0 30 21 ? * *"), new HostCircuit(5, TimeSpan.FromMinutes(15), TimeProvider.System), null);
        using var second = new TrackedSource(pages, null, first.Circuit, null) { ByBill = new BillSchedule(LegislativeCalendar.Official) };
        var desk = new PollDesk([first, second], world.Store, new RevisionSignal(), world.Clock, CancellationToken.None);

        var polled = await Task.WhenAll(TrackedWorld.TickAsync(desk, "bulk"), TrackedWorld.TickAsync(desk, "pages"));
        folder.Delete(recursive: true);

        Assert.All(polled, bills => Assert.Equal([Ab831], bills));
        var arrivals = world.Replay.Requests.Select(request => request.At).Order().ToList();
        Assert.Contains(world.Replay.Requests, request => request.Address.StartsWith("/faces/", StringComparison.Ordinal));
        Assert.Contains(world.Replay.Requests, request => request.Address.StartsWith("/pubinfo_", StringComparison.Ordinal));
        Assert.All(arrivals.Zip(arrivals.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, gap - TimeSpan.FromMilliseconds(2), TimeSpan.MaxValue));
    }

    private static TrackedSource Pages(TrackedWorld world) => world.Desk.Sources.Single(tracked => tracked.Source.Name == "pages");

    private static async Task<TrackedWorld> WorldAsync(string day, string hour)
    {
        var world = await TrackedWorld.StartAsync(day, hour, byBill: true);
        await world.TrackAsync(Ab831);
        return world;
    }
}
