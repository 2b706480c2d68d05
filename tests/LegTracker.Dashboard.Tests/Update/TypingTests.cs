using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>What takes typing: prompts and pickers.</summary>
public sealed class TypingTests
{
    private static readonly DashboardModel Start = Invented.Model(80, 24, ascii: false);

    [Fact]
    public void A_prompt_is_edited_where_its_caret_is_by_whole_letters()
    {
        var open = Start with { Prompt = new Prompt("name", "café é̂x", text => new Msg.Said(text)) };

        var model = Invented.Keys(open, "left", "backspace", "home", "right", "delete", "Z", "end", "!");

        Assert.Equal("cZfé x!", model.Prompt!.Text);
        Assert.Equal("cZfé x!", Invented.Keys(model, "enter").Toast!.Words);
        Assert.Null(Invented.Keys(model, "enter").Prompt);
        Assert.Null(Invented.Keys(model, "esc").Toast);
    }

    [Fact]
    public void What_is_pasted_into_a_prompt_is_one_clean_line_of_bounded_length()
    {
        var open = Start with { Prompt = new Prompt("name", "ab", text => new Msg.Said(text)) { Longest = 8, Caret = 1 } };

        var (model, _) = DashboardUpdate.Apply(open, new Msg.Pasted("q\n\u001b[2Jlong text"));

        Assert.Equal("aq [2Jlb", model.Prompt!.Text);
        Assert.Equal(Screen.Bills, model.Screen);
    }

    [Fact]
    public void A_picker_is_narrowed_by_words_and_takes_the_choice_under_the_cursor()
    {
        var open = Pickers.Open(Start, new Picker("Views", [new("moving bills", new Msg.Said("1")), new("laws", new Msg.Said("2")) { Detail = "moved last year" }, new("dead", new Msg.Said("3"))]));

        var narrowed = Invented.Keys(open, "m", "o", "v", "down");

        Assert.Equal(["moving bills", "laws"], narrowed.Picker!.Rows.Select(choice => choice.Label));
        Assert.Equal("2", Invented.Keys(narrowed, "enter").Toast!.Words);
        Assert.Null(Invented.Keys(narrowed, "enter").Picker);
        Assert.Empty(Invented.Keys(narrowed, "q", "enter").Picker!.Rows);
        Assert.Null(Invented.Keys(narrowed, "q", "esc").Picker);
    }

    [Fact]
    public void A_picker_lies_over_the_screen_and_takes_its_clicks()
    {
        var open = Pickers.Open(Start, new Picker("Views", [new("moving bills", new Msg.Said("1")), new("laws 未成年", new Msg.Said("2"))]));

        var frame = DashboardView.Render(open);
        var row = frame.Rows.Select(line => line.ToString()).ToList().FindIndex(line => line.Contains("laws 未成年", StringComparison.Ordinal));

        Assert.All(frame.Rows, line => Assert.Equal(80, TextWidth.Of(line.ToString())));
        Assert.Equal(new Msg.PickChoice(1), frame.At(10, row));
        Assert.Null(frame.At(0, row));
    }
}
