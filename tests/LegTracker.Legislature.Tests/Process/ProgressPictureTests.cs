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

        Assert.Equal(picture, string.Join(' ', new[] { marks.Take(4), marks.Skip(4).Take(4), marks.Skip(8) }.Select(lane => string.Concat(lane.Select(Sign)))));
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

    private static char Sign(ProgressMark mark) => mark.State switch
    {
        ProgressState.ToCome => '·',
        ProgressState.Here => '◐',
        ProgressState.Done => '●',
        ProgressState.Skipped => '○',
        ProgressState.Held => '■',
        ProgressState.Dead => '✗',
        _ => '★',
    };
}
