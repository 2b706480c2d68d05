using System.Globalization;

namespace LegTracker.Legislature.Tests;

public class CaliforniaTimeTests
{
    [Theory]
    [InlineData("2025-10-12T06:59:59Z", "2025-10-11")]
    [InlineData("2025-10-12T07:00:00Z", "2025-10-12")]
    [InlineData("2025-01-01T07:59:59Z", "2024-12-31")]
    [InlineData("2025-01-01T08:00:00Z", "2025-01-01")]
    public void A_legislative_day_ends_at_midnight_in_Los_Angeles(string instant, string day) =>
        Assert.Equal(Histories.Day(day), CaliforniaTime.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2025-07-01", "2025-07-01T16:30:00Z")]
    [InlineData("2025-12-01", "2025-12-01T17:30:00Z")]
    public void A_time_on_a_day_is_an_instant_in_either_season(string day, string instant)
    {
        var at = CaliforniaTime.At(Histories.Day(day), new TimeOnly(9, 30));

        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), at);
        Assert.Equal(new TimeSpan(9, 30, 0), CaliforniaTime.InLosAngeles(at.ToUniversalTime()).TimeOfDay);
    }

    [Fact]
    public void A_time_that_the_spring_change_skips_is_still_an_instant_of_that_day() =>
        Assert.Equal(Histories.Day("2025-03-09"), CaliforniaTime.DayOf(CaliforniaTime.At(Histories.Day("2025-03-09"), new TimeOnly(2, 30))));
}
