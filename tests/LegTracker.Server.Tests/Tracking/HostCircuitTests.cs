using LegTracker.Server.Tracking;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Tracking;

public sealed class HostCircuitTests
{
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2025, 3, 3, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Opens_after_the_set_failures_and_closes_when_the_pause_is_over()
    {
        var circuit = new HostCircuit(3, TimeSpan.FromMinutes(15), time);

        circuit.Failed(null);
        circuit.Failed(null);
        Assert.Null(circuit.OpenUntil);
        circuit.Failed(null);

        Assert.Equal(time.GetUtcNow() + TimeSpan.FromMinutes(15), circuit.OpenUntil);
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(circuit.OpenUntil);
    }

    [Fact]
    public void Doubles_the_pause_up_to_six_hours_and_a_success_starts_over()
    {
        var circuit = new HostCircuit(1, TimeSpan.FromMinutes(15), time);

        var pauses = Enumerable.Range(0, 7).Select(_ =>
        {
            circuit.Failed(null);
            var pause = circuit.OpenUntil!.Value - time.GetUtcNow();
            time.Advance(pause);
            return pause.TotalMinutes;
        }).ToList();
        circuit.Succeeded();
        circuit.Failed(null);

        Assert.Equal([15, 30, 60, 120, 240, 360, 360], pauses);
        Assert.Equal(TimeSpan.FromMinutes(15), circuit.OpenUntil!.Value - time.GetUtcNow());
    }

    [Fact]
    public void What_was_saved_is_taken_up_and_a_wrong_clock_cannot_close_it_for_years()
    {
        var circuit = new HostCircuit(5, TimeSpan.FromMinutes(15), time);
        var lost = new HostCircuit(5, TimeSpan.FromMinutes(15), time);

        circuit.Restore(6, 2, time.GetUtcNow() + TimeSpan.FromMinutes(20));
        circuit.Restore(0, 0, null);
        lost.Restore(5, 1, time.GetUtcNow().AddYears(3));

        Assert.Equal(TimeSpan.FromMinutes(20), circuit.RestsFor);
        Assert.Equal(TimeSpan.FromHours(6), lost.RestsFor);
        time.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(circuit.OpenUntil);
        circuit.Failed(null);
        Assert.Equal(TimeSpan.FromHours(1), circuit.RestsFor);
    }

    [Fact]
    public void The_hosts_own_wish_is_kept()
    {
        var circuit = new HostCircuit(5, TimeSpan.FromMinutes(15), time);

        circuit.Failed(time.GetUtcNow() + TimeSpan.FromHours(1));

        Assert.Equal(time.GetUtcNow() + TimeSpan.FromHours(1), circuit.OpenUntil);
    }
}
