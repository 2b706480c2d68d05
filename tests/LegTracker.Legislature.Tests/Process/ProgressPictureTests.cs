namespace LegTracker.Legislature.Tests;

public class ProgressPictureTests
{
    [Theory]
    [InlineData("ab-chaptered", "2024-01-20", "◐··· ···· ··")]
    [InlineData("ab-chaptered", "2024-03-01", "●◐·· ···· ··")]
    [InlineData("ab-chaptered", "2024-05-09", "●●■· ···· ··")]
    [InlineData("ab-chaptered", "2024-05-20", "●●●◐ ···· ··")]
    [InlineData("ab-chaptered", "2024-05-23", "●●●● ···· ··")]
    [InlineData("ab-chaptered", "2024-05-24", "●●●● ◐··· ··")]
    [InlineData("ab-chaptered", "2024-08-19", "●●●● ●●●◐ ··")]
    [InlineData("ab-chaptered", "2024-09-01", "●●●● ●●●● ●·")]
    [InlineData("ab-chaptered", "2024-09-12", "●●●● ●●●● ●◐")]
    [InlineData("ab-chaptered", "2024-09-29", "●●●● ●●●● ●★")]
    [InlineData("sb-vetoed", "2024-11-01", "●●○● ●●○● ○✗")]
    [InlineData("sb-held", "2024-08-15", "●●●● ●●■· ··")]
    [InlineData("sb-held", "2024-12-01", "●●●● ●●✗· ··")]
    [InlineData("sb-rescinded", "2023-09-06", "●●○● ●●○● ●·")]
    [InlineData("sb-rescinded", "2023-09-07", "●●○● ●●○◐ ··")]
    [InlineData("aca-filed", "2023-07-20", "●●●● ●●○● ○")]
    public void Two_lanes_show_how_far_a_measure_is(string fixture, string asOf, string picture)
    {
        var history = Histories.Fixture(fixture);

        var marks = StageReader.Read(history.Id, history.Lines, Histories.Day(asOf)).Marks;

        Assert.Equal(picture, Picture(marks));
    }

    [Theory]
    [InlineData("ab-chaptered", "In committee: Set, first hearing. Referred to APPR. suspense file.", "??●● ●●●● ●★")]
    [InlineData("ab-chaptered", "Read third time. Passed. Ordered to the Senate.", "???● ●●●● ●★")]
    [InlineData("ab-chaptered", "In Senate. Read first time. To Com. on RLS. for assignment.", "???? ●●●● ●★")]
    [InlineData("ab-chaptered", "Approved by the Governor.", "???? ???? ?★")]
    [InlineData("ab-chaptered", "Chaptered by Secretary of State - Chapter 9901, Statutes of 2024.", "???? ???? ?★")]
    [InlineData("sb-vetoed", "From committee: Do pass. (Ayes 9.", "???● ●●○● ○✗")]
    [InlineData("aca-filed", "Enrolled and filed with the Secretary of State at 2 p.m.", "???? ???? ?")]
    public void A_step_that_the_history_does_not_reach_back_to_is_not_known(string fixture, string first, string picture)
    {
        var history = Histories.Fixture(fixture);
        var lines = history.Lines.SkipWhile(line => !line.Text.StartsWith(first, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(lines);

        Assert.Equal(picture, Picture(StageReader.Read(history.Id, lines, Histories.Day("2024-11-01")).Marks));
    }

    [Theory]
    [InlineData(11, "●●●● ???? ?★")]
    [InlineData(4, "●●?? ???? ?★")]
    public void Where_a_history_has_a_gap_over_a_floor_nothing_is_called_skipped(int lines, string picture)
    {
        var history = Histories.Fixture("ab-chaptered");
        HistoryLine[] kept = [.. history.Lines.Take(lines), .. history.Lines.SkipWhile(line => !line.Text.StartsWith("Approved", StringComparison.Ordinal))];

        Assert.Equal(picture, Picture(StageReader.Read(history.Id, kept, Histories.Day("2024-11-01")).Marks));
    }

    [Theory]
    [InlineData]
    [InlineData("2024-02-01 | A line that nobody understands")]
    [InlineData("2024-02-01 | Died pursuant to Art. IV, Sec. 10(c) of the Constitution.")]
    public void Without_a_line_that_places_the_measure_nothing_is_known_or_to_come(params string[] lines) => Assert.Equal(
        "???? ???? ??", Picture(StageReader.Read(Histories.Fixture("ab-chaptered").Id, Histories.Lines(lines), Histories.Day("2024-11-01")).Marks));

    [SharedDataFact]
    public void Every_step_of_a_complete_real_history_is_known() => Assert.All(Histories.Complete(), history =>
        Assert.DoesNotContain('?', Picture(StageReader.Read(history.Id, history.Lines, Histories.Day("2026-11-24")).Marks)));

    [SharedDataTheory]
    [InlineData("202520260AB379", "???● ●●●● ○★")]
    [InlineData("202520260SB7", "???? ???? ?✗")]
    [InlineData("202520260AB63", "???? ???? ??")]
    public void A_real_history_whose_beginning_is_missing_says_so(string leginfoId, string picture)
    {
        var history = Histories.OfBill(leginfoId);

        Assert.Equal(picture, Picture(StageReader.Read(history.Id, history.Lines, Histories.Day("2026-11-24")).Marks));
    }

    [Fact]
    public void The_lane_of_the_house_of_origin_comes_first()
    {
        var history = Histories.Fixture("sb-held");

        var marks = StageReader.Read(history.Id, history.Lines, Histories.Day("2023-05-22")).Marks;

        Assert.Equal([House.Senate, House.Assembly, null], marks.Select(mark => mark.House).Distinct());
        Assert.Equal(new ProgressMark(House.Senate, ProgressStep.Floor, ProgressState.Done, Histories.Day("2023-05-22")), marks[3]);
        Assert.Equal(new ProgressMark(House.Senate, ProgressStep.Introduced, ProgressState.Done, Histories.Day("2023-02-16")), marks[0]);
    }

    private static string Picture(IReadOnlyList<ProgressMark> marks) =>
        string.Join(' ', new[] { marks.Take(4), marks.Skip(4).Take(4), marks.Skip(8) }.Select(lane => string.Concat(lane.Select(Sign))));

    private static char Sign(ProgressMark mark) => mark.State switch
    {
        ProgressState.ToCome => '·',
        ProgressState.Here => '◐',
        ProgressState.Done => '●',
        ProgressState.Skipped => '○',
        ProgressState.Held => '■',
        ProgressState.Dead => '✗',
        ProgressState.Unknown => '?',
        _ => '★',
    };
}
