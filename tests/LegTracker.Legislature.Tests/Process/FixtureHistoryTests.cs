namespace LegTracker.Legislature.Tests;

/// <summary>The reader over histories modelled on real ones under invented numbers, for clones where ../shared/data is absent.</summary>
public class FixtureHistoryTests
{
    [Theory]
    [InlineData("ab-chaptered", "2024-12-31")]
    [InlineData("sb-vetoed", "2024-12-31")]
    [InlineData("sb-held", "2024-08-31")]
    [InlineData("sb-rescinded", "2024-02-01")]
    [InlineData("aca-filed", "2023-12-31")]
    public void A_course_is_read_as_it_went(string name, string asOf)
    {
        var history = Histories.Fixture(name);

        Golden.Matches("fixture-" + name, Golden.Of(StageReader.Read(history.Id, history.Lines, Histories.Day(asOf))));
    }
}
