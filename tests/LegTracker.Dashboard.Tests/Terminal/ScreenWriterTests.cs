using System.Text;
using FsCheck.Fluent;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Terminal;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Tests.Update;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Terminal;

public sealed class ScreenWriterTests
{
    [Theory]
    [InlineData(ColourDepth.TrueColour, 1)]
    [InlineData(ColourDepth.TwoHundredFiftySix, 2)]
    [InlineData(ColourDepth.Sixteen, 3)]
    [InlineData(ColourDepth.None, 4)]
    public void Each_diff_of_a_random_walk_replayed_on_a_terminal_gives_the_frame(object depth, int seed)
    {
        var writer = Writer((ColourDepth)depth);
        var walk = Gen.Sample(RandomWalks.Message, 150, 0).ToList();
        var model = Invented.Keys(Invented.Model(), Enumerable.Repeat("j", seed));
        var paper = new PaperTerminal(model.Columns, model.Rows);
        var size = (model.Columns, model.Rows);

        foreach (var msg in walk)
        {
            (model, _) = DashboardUpdate.Apply(model, msg);
            if (size != (model.Columns, model.Rows))
            {
                size = (model.Columns, model.Rows);
                paper = new(model.Columns, model.Rows);
            }

            var frame = DashboardView.Render(model);
            paper.Write(writer.Draw(frame));

            AssertShows(paper, Writer((ColourDepth)depth), frame, $"after {msg}");
        }
    }

    [Fact]
    public void An_unchanged_frame_takes_no_bytes()
    {
        var writer = Writer(ColourDepth.TrueColour);
        var model = Invented.Model();

        var first = writer.Draw(DashboardView.Render(model));
        var again = writer.Draw(DashboardView.Render(model with { Now = model.Now.AddSeconds(1) }));

        Assert.NotEmpty(first);
        Assert.Empty(again);
    }

    [Fact]
    public void One_changed_row_takes_at_most_400_bytes()
    {
        var writer = Writer(ColourDepth.TrueColour);
        var model = Invented.Model();
        writer.Draw(DashboardView.Render(model));

        var changed = Invented.Play(model, new Msg.BillChanged(model.BillRows[3] with { Stage = "On the floor", LastActionDate = model.BillRows[3].LastActionDate!.Value.AddDays(2) }));
        var bytes = writer.Draw(DashboardView.Render(changed));

        Assert.InRange(bytes.Length, 1, 400);
    }

    [Fact]
    public void Control_characters_in_a_title_never_reach_the_terminal()
    {
        var model = Invented.Model();
        var hostile = Invented.Play(model, new Msg.BillChanged(model.BillRows[0] with { Title = "a\u001b]0;pwned\u0007\u009b31mb\u202Ec\r\n" }));

        var text = Encoding.UTF8.GetString(Writer(ColourDepth.None).Draw(DashboardView.Render(hostile)));

        Assert.DoesNotContain("\u001b]", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => c is '\a' or '\r' or '\n' or '\u009b' or '\u202E');
        Assert.Contains("a]0;pwned31mbc", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_colours_only_attributes_are_sent()
    {
        var text = Encoding.UTF8.GetString(Writer(ColourDepth.None).Draw(DashboardView.Render(Invented.Model())));

        Assert.Contains("\e[0;7m", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\e\[[0-9;]*\b[349][0-8]\b[0-9;]*m", text);
    }

    private static ScreenWriter Writer(ColourDepth depth) => new(Theme.Named("dark", depth), depth);

    // A fresh painting of the same frame is what the terminal must show after the diff.
    private static void AssertShows(PaperTerminal paper, ScreenWriter fresh, Frame frame, string when)
    {
        var whole = new PaperTerminal(frame.Columns, frame.Rows.Length);
        whole.Write(fresh.Draw(frame));
        var cells = fresh.Lay(frame);
        for (var row = 0; row < frame.Rows.Length; row++)
        {
            for (var column = 0; column < frame.Columns; column++)
            {
                Assert.True(cells[row][column].Text == (paper[row, column].Text ?? ""), $"row {row}, column {column}: “{paper[row, column].Text}” instead of “{cells[row][column].Text}” {when}");
                Assert.True(whole[row, column] == paper[row, column], $"row {row}, column {column}: {paper[row, column]} instead of {whole[row, column]} {when}");
            }
        }

        Assert.Empty(paper.Unknown);
    }
}
