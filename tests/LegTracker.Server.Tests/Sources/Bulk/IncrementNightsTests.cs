using LegTracker.Legislature;
using LegTracker.Server.Sources.Bulk;

namespace LegTracker.Server.Tests.Sources.Bulk;

public sealed class IncrementNightsTests
{
    private static readonly DateTimeOffset Sunday = At(1, "21:25");

    [Fact]
    public void Nothing_is_missed_when_every_night_since_the_session_file_has_its_increment() =>
        Assert.Empty(IncrementNights.SnapshotsFor([Read("Mon", 2), Read("Tue", 3), Read("Wed", 4)], Sunday, At(5, "12:00")));

    [Theory]
    [InlineData("22:30", false)]
    [InlineData("23:05", true)]
    public void A_night_counts_as_missed_after_the_evening_s_attempts(string hour, bool missed) =>
        Assert.Equal(missed, !IncrementNights.SnapshotsFor([Read("Mon", 2), Read("Tue", 3)], Sunday, At(4, hour)).IsEmpty);

    [Fact]
    public void An_increment_of_last_week_is_not_this_week_s() =>
        Assert.Equal("pubinfo_daily_Tue.zip", Assert.Single(IncrementNights.SnapshotsFor([Read("Mon", 2), Read("Tue", -4)], Sunday, At(4, "12:00"))));

    [Fact]
    public void Snapshots_since_the_first_missed_night_are_asked_for_newest_first() =>
        Assert.Equal(
            "pubinfo_daily_Wed.zip pubinfo_daily_Tue.zip",
            string.Join(' ', IncrementNights.SnapshotsFor([Read("Mon", 2), new SessionFile("pubinfo_Tue.zip", new BulkFileOutcome.Missing("404")), Read("Wed", 4)], Sunday, At(5, "12:00"))));

    [Fact]
    public void A_session_file_that_was_not_rebuilt_for_weeks_is_a_missed_night_too() =>
        Assert.Equal(7, IncrementNights.SnapshotsFor([Read("Mon", 16), Read("Tue", 17), Read("Wed", 18), Read("Thu", 12), Read("Fri", 13), Read("Sat", 14)], Sunday, At(19, "12:00")).Length);

    [Fact]
    public void Without_a_whole_session_nothing_can_be_missed() => Assert.Empty(IncrementNights.SnapshotsFor([], null, At(5, "12:00")));

    // Days of March 2026, whose first is a Sunday; daylight saving time begins on the 8th.
    private static DateTimeOffset At(int day, string hour) => CaliforniaTime.At(new DateOnly(2026, 3, 1).AddDays(day - 1), TimeOnly.Parse(hour, null));

    private static SessionFile Read(string weekDay, int day) =>
        new($"pubinfo_{weekDay}.zip", new BulkFileOutcome.NotModified { LastModified = At(day, "21:20") });
}
