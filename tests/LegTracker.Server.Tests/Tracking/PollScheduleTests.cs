using LegTracker.Legislature;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Tracking;

public sealed class PollScheduleTests
{
    [Theory]
    [InlineData("2025-07-01", "2025-07-01 21:30 -07:00")]
    [InlineData("2025-12-01", "2025-12-01 21:30 -08:00")]
    [InlineData("2025-03-09", "2025-03-09 21:30 -07:00")]
    public void Is_read_in_Los_Angeles_time_over_both_changes_of_the_clock(string day, string expected)
    {
        var schedule = new PollSchedule("0 30 21 ? * *");

        var next = schedule.NextAfter(CaliforniaTime.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(0, 30)))!.Value;

        Assert.Equal(expected, CaliforniaTime.InLosAngeles(next).ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));
    }
}
