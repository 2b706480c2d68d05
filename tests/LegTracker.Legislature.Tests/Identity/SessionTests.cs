namespace LegTracker.Legislature.Tests;

public class SessionTests
{
    [Theory]
    [InlineData("2023-24", 2023, 0)]
    [InlineData("2023-2024", 2023, 0)]
    [InlineData("20232024", 2023, 0)]
    [InlineData("2023/24", 2023, 0)]
    [InlineData("20232024-1", 2023, 1)]
    [InlineData("1999-00", 1999, 0)]
    [InlineData("1999-2000", 1999, 0)]
    public void A_session_is_read_in_each_spelling(string text, int start, int extraordinary) =>
        Assert.Equal(new Session(start, extraordinary), Session.Parse(text));

    [Theory]
    [InlineData("2024-25")]
    [InlineData("2023-25")]
    [InlineData("2023")]
    [InlineData("23-24")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_two_year_session_is_refused(string? text) => Assert.False(Session.TryParse(text, out _));

    [Fact]
    public void Every_session_comes_back_from_its_spellings() => Samples.Properties(Samples.Sessions, session =>
        Session.Parse(session.Key) == session
        && Session.Parse(session.Display) == session with { Extraordinary = 0 }
        && Session.Parse(session.Years) == session with { Extraordinary = 0 });

    [Theory]
    [InlineData("2024-12-01", 2023)]
    [InlineData("2024-12-02", 2025)]
    [InlineData("2025-12-31", 2025)]
    [InlineData("2026-12-06", 2025)]
    [InlineData("2026-12-07", 2027)]
    public void The_session_changes_on_the_first_Monday_of_December(string day, int start)
    {
        Assert.Equal(new Session(start), Session.On(Histories.Day(day)));
        Assert.InRange(Histories.Day(day), Session.On(Histories.Day(day)).FirstDay, Session.On(Histories.Day(day)).LastDay.AddDays(6));
    }

    [Fact]
    public void A_session_begins_and_ends_on_its_days()
    {
        var session = new Session(2025);

        Assert.Equal((Histories.Day("2024-12-02"), Histories.Day("2026-11-30")), (session.FirstDay, session.LastDay));
    }

    [Fact]
    public void Every_day_is_in_the_session_that_has_convened_and_no_gap_is_longer_than_the_days_between_two() => Samples.Properties(
        FsCheck.Fluent.Gen.Select(FsCheck.Fluent.Gen.Choose(0, 54_000), days => new DateOnly(1901, 1, 1).AddDays(days)),
        day => Session.On(day) is { StartYear: var start } session
            && start % 2 == 1 && session.Extraordinary == 0
            && session.FirstDay <= day && day < new Session(start + 2).FirstDay
            && session.FirstDay is { DayOfWeek: DayOfWeek.Monday, Month: 12, Day: <= 7 });
}
