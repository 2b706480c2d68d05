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

    [SharedDataTheory]
    [InlineData("2023-24-rare.json")]
    [InlineData("2023-24-unnumbered.json")]
    public void A_rare_course_is_read_as_it_went(string file)
    {
        var readings = Histories.Complete()
            .Where(history => history.Name.StartsWith(file.Contains("rare", StringComparison.Ordinal) ? "rare" : "unnumbered", StringComparison.Ordinal))
            .Select(history => $"== {history.Name}, read as {history.Id.Type}\n{Golden.Of(StageReader.Read(history.Id, history.Lines, Histories.Day("2024-12-01")))}");

        Golden.Matches(file.Replace(".json", "", StringComparison.Ordinal), string.Join('\n', readings));
    }
}
