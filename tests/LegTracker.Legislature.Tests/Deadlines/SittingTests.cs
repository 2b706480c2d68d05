namespace LegTracker.Legislature.Tests.Deadlines;

/// <summary>When news is to be expected: in session, and while the Governor still has time.</summary>
public sealed class SittingTests
{
    [Theory]
    [InlineData("2025-01-06", true)]
    [InlineData("2025-04-10", true)]
    [InlineData("2025-04-11", false)]
    [InlineData("2025-04-20", false)]
    [InlineData("2025-04-21", true)]
    [InlineData("2025-08-05", false)]
    [InlineData("2025-09-12", true)]
    [InlineData("2025-10-12", true)]
    [InlineData("2025-10-13", false)]
    [InlineData("2026-01-04", false)]
    [InlineData("2026-01-05", true)]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-12-06", false)]
    [InlineData("2026-12-07", true)]
    [InlineData("2031-05-01", true)]
    [InlineData("2032-12-02", false)]
    public void A_recess_begins_after_its_first_day_and_the_Governors_time_counts(string day, bool inSession) =>
        Assert.Equal(inSession, LegislativeCalendar.Official.IsInSession(DateOnly.ParseExact(day, "yyyy-MM-dd", null)));
}
