namespace LegTracker.Legislature.Tests;

/// <summary>The reader over complete real histories.</summary>
public class RealHistoryTests
{
    [SharedDataTheory]
    [InlineData("202520260AB831", "2025-12-01")]
    [InlineData("202320240AB1394", "2024-02-01")]
    [InlineData("202320240AB1831", "2024-12-15")]
    [InlineData("202320240SB1414", "2024-12-15")]
    [InlineData("202320240SB646", "2024-12-01")]
    [InlineData("202520260AB2052", "2026-06-11")]
    [InlineData("199920000AB1", "1999-12-31")]
    [InlineData("199920001AB1", "1999-12-31")]
    [InlineData("199920001SCR2", "1999-12-31")]
    public void A_real_bill_is_read_as_it_went(string leginfoId, string asOf)
    {
        var history = Histories.OfBill(leginfoId);

        var progress = StageReader.Read(history.Id, history.Lines, Histories.Day(asOf));

        Golden.Matches(leginfoId, Golden.Of(progress));
    }

    [SharedDataFact]
    public void A_course_without_a_measure_number_is_read_as_it_went() => Assert.All(
        Histories.Complete().Where(history => !char.IsDigit(history.Name[0])),
        history => Golden.Matches(history.Name, $"read as {history.Id.Type}\n{Golden.Of(StageReader.Read(history.Id, history.Lines, Histories.Day("2024-12-01")))}"));

    [SharedDataFact]
    public void The_facts_of_the_named_bills_hold()
    {
        Assert.Equal((Stage.Chaptered, new ChapterCitation(623, 2025, 0, false), Histories.Day("2026-01-01")), Facts("202520260AB831", "2025-10-11"));
        Assert.Equal((Stage.Chaptered, new ChapterCitation(579, 2023, 0, false), Histories.Day("2024-01-01")), Facts("202320240AB1394", "2023-10-08"));
        Assert.Equal((Stage.Chaptered, new ChapterCitation(926, 2024, 0, false), Histories.Day("2025-01-01")), Facts("202320240AB1831", "2024-09-29"));
        Assert.Equal((Stage.Chaptered, new ChapterCitation(617, 2024, 0, false), Histories.Day("2025-01-01")), Facts("202320240SB1414", "2024-09-26"));
        Assert.Equal((Stage.SecondHouseHeld, null, null), Facts("202320240SB646", "2024-08-15"));
        Assert.Equal((Stage.SecondHouseHeld, null, null), Facts("202320240SB646", "2024-11-30"));
        Assert.Equal((Stage.Dead, null, null), Facts("202320240SB646", "2024-12-01"));
        Assert.Equal((Stage.OnSecondHouseFloor, null, null), Facts("202520260AB2052", "2026-06-11"));
    }

    [SharedDataFact]
    public void Fewer_than_one_line_in_a_hundred_of_complete_histories_is_unknown()
    {
        var kinds = Histories.Complete().SelectMany(history => history.Lines.Select(line => ActionReader.Read(history.Id, line).Kinds)).ToArray();

        Assert.True(kinds.Length > 1000, $"only {kinds.Length} lines were found");
        Assert.InRange(kinds.Count(kind => kind.Contains(ActionKind.Unknown)), 0, kinds.Length / 100);
    }

    [SharedDataFact]
    public void No_end_is_read_as_a_live_stage_and_no_live_bill_as_ended()
    {
        foreach (var history in Histories.Complete().Where(history => history.Id.Session == new Session(2023)))
        {
            var text = string.Join('\n', history.Lines.Select(line => line.Text));
            var stage = StageReader.Read(history.Id, history.Lines, Histories.Day("2024-12-01")).Stage;

            var expected = text.Contains("Chaptered by", StringComparison.Ordinal) ? Stage.Chaptered
                : text.Contains("Vetoed by", StringComparison.Ordinal) ? Stage.Vetoed
                : history.Id.Type is MeasureType.HR or MeasureType.SR ? Stage.Adopted
                : Stage.Dead;
            Assert.True(expected == stage, $"{history.Name}: {stage} instead of {expected}");
        }
    }

    [SharedDataTheory]
    [InlineData("202520260AB379", "2025-07-20", Stage.Enrolled, false)]
    [InlineData("202520260AB379", "2025-12-01", Stage.Chaptered, false)]
    [InlineData("202520260AB392", "2025-08-20", Stage.SecondHouseOnSuspense, false)]
    [InlineData("202520260AB392", "2026-02-04", Stage.SecondHouseHeld, true)]
    [InlineData("202520260AB392", "2026-12-01", Stage.Dead, false)]
    [InlineData("202520260ACA8", "2025-08-22", Stage.Adopted, false)]
    [InlineData("202520260HR75", "2026-12-01", Stage.Adopted, false)]
    [InlineData("202520260SB7", "2026-12-01", Stage.Vetoed, false)]
    [InlineData("201120120SB1002", "2012-12-01", Stage.Vetoed, false)]
    [InlineData("202520260AB63", "2026-02-03", Stage.Dead, false)]
    public void A_history_whose_beginning_is_missing_is_read_from_where_it_begins(string leginfoId, string asOf, Stage stage, bool twoYear)
    {
        var history = Histories.OfBill(leginfoId);

        var progress = StageReader.Read(history.Id, history.Lines, Histories.Day(asOf));

        Assert.Equal((stage, twoYear), (progress.Stage, progress.TwoYear));
    }

    private static (Stage Stage, ChapterCitation? Chapter, DateOnly? Effective) Facts(string leginfoId, string asOf)
    {
        var history = Histories.OfBill(leginfoId);
        var progress = StageReader.Read(history.Id, history.Lines, Histories.Day(asOf));
        return (progress.Stage, progress.Chapter, progress.EffectiveDate);
    }
}
