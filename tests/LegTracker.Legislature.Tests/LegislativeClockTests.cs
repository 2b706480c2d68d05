namespace LegTracker.Legislature.Tests;

public class LegislativeClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_real_clock_shows_the_real_time()
    {
        var real = new ManualTimeProvider(Start);
        var clock = new LegislativeClock(real);

        real.Advance(TimeSpan.FromHours(2));

        Assert.Equal(Start.AddHours(2), clock.Now);
        Assert.Equal((1, null), (clock.Speed, clock.Start));
    }

    [Fact]
    public void A_fast_clock_runs_a_day_a_second()
    {
        var real = new ManualTimeProvider(Start);
        var clock = new LegislativeClock(real, CaliforniaTime.At(Histories.Day("2024-08-01"), TimeOnly.MinValue), 86_400, Start);

        real.Advance(TimeSpan.FromSeconds(14));

        Assert.Equal(Histories.Day("2024-08-15"), clock.Today);
    }

    [Fact]
    public void Today_is_the_day_in_Los_Angeles()
    {
        var clock = new LegislativeClock(new ManualTimeProvider(new DateTimeOffset(2026, 1, 1, 5, 0, 0, TimeSpan.Zero)));

        Assert.Equal(Histories.Day("2025-12-31"), clock.Today);
    }

    [Fact]
    public void A_clock_of_speed_zero_stands_still()
    {
        var real = new ManualTimeProvider(Start);
        var clock = new LegislativeClock(real, Start.AddYears(-1), 0, Start);

        real.Advance(TimeSpan.FromDays(3));

        Assert.Equal(Start.AddYears(-1), clock.Now);
    }

    [Fact]
    public void A_clock_never_runs_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LegislativeClock(new ManualTimeProvider(Start), Start, -1, Start));
}
