using FsCheck;
using FsCheck.Fluent;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>Texts of several rows being typed.</summary>
public sealed class MultilineTests
{
    [Fact]
    public void Rows_break_at_spaces_and_line_breaks_and_inside_a_word_only_where_it_is_too_long()
    {
        const string text = "one two three\n\nfour fivefivefive 未成年者";

        var rows = TextRows.Of(text, 8).Select(row => text.Substring(row.Start, row.Length));

        Assert.Equal(["one two ", "three", "", "four ", "fivefive", "five ", "未成年者"], rows);
    }

    [Fact]
    public void Every_letter_stands_in_exactly_one_row_and_no_row_is_too_wide()
    {
        var texts = Gen.Elements("a", "word ", "  ", "\n", "未", "é", "longer-than-a-row ").ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var rows = TextRows.Of(text, 6);
            return string.Concat(rows.Select(row => text.Substring(row.Start, row.Length))) == text.Replace("\n", "", StringComparison.Ordinal)
                && rows.All(row => TextWidth.Of(text.Substring(row.Start, row.Length).TrimEnd()) <= 6);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Up_and_down_keep_the_column_and_home_and_end_stay_in_the_row()
    {
        const string text = "abcdef\nxy\nklmnop";

        Assert.Equal(9, TextRows.Move(text, 4, "down", 20));
        Assert.Equal(12, TextRows.Move(text, 9, "down", 20));
        Assert.Equal(2, TextRows.Move(text, 9, "up", 20));
        Assert.Equal(7, TextRows.Move(text, 8, "home", 20));
        Assert.Equal(6, TextRows.Move(text, 2, "end", 20));
        Assert.Equal(0, TextRows.Move(text, 3, "up", 20));
        Assert.Equal(text.Length, TextRows.Move(text, 12, "down", 20));
    }

    [Fact]
    public void A_long_text_is_drawn_in_rows_above_the_last_with_its_caret_however_small_the_screen()
    {
        foreach (var (columns, rows) in new[] { (40, 8), (80, 24), (120, 40) })
        {
            var text = string.Join(' ', Enumerable.Repeat("words of a text that goes on", 200));
            var model = Invented.Model(columns, rows) with { Prompt = new Prompt("AB 9101 notes", text, words => new Msg.Said(words)) { Multiline = true, Breaks = true, Caret = text.Length / 2 } };

            var frame = DashboardView.Render(model);

            Assert.All(frame.Rows, row => Assert.Equal(columns, TextWidth.Of(row.ToString())));
            Assert.Single(frame.Rows, row => row.ToString().Contains(Glyphs.Utf8.Caret, StringComparison.Ordinal));
            Assert.Contains("row ", string.Concat(frame.Rows), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_paste_that_is_too_long_is_cut_and_that_is_said()
    {
        var open = Invented.Model() with { Prompt = new Prompt("owner", "", text => new Msg.Said(text)) { Multiline = true, Longest = 5 } };

        var (model, _) = DashboardUpdate.Apply(open, new Msg.Pasted("1234😀5"));

        Assert.Equal("1234", model.Prompt!.Text);
        Assert.Contains("did not fit", model.Toast!.Words, StringComparison.Ordinal);
        Assert.Contains("did not fit", DashboardView.Render(model).Rows[^1].ToString(), StringComparison.Ordinal);
    }
}
