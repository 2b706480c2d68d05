using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>Help and command palette: searched by word and by key, run with Enter.</summary>
public sealed class CommandListTests
{
    [Fact]
    public void Help_has_every_command_with_its_keys()
    {
        var help = Invented.Keys(Invented.Model(), "?").Picker!;

        Assert.Equal(CommandRegistry.Default.Commands.Select(command => (command.Title, KeyWords.Of(command))).Order(), help.All.Select(choice => (choice.Label, choice.Keys)).Order());
    }

    [Theory]
    [InlineData("sources", Screen.Sources)]
    [InlineData("view.changes", Screen.Changes)]
    public void A_command_found_by_word_or_id_is_run(string words, object screen)
    {
        var ran = Invented.Keys(Invented.Keys(Invented.Keys(Invented.Model(), "f1"), words.Select(letter => letter.ToString())), "enter");

        Assert.Equal(screen, ran.Screen);
        Assert.Null(ran.Picker);
    }

    [Fact]
    public void A_key_finds_its_command_before_words_with_that_letter()
    {
        var found = Invented.Keys(Invented.Model(), "?", "T").Picker!;

        Assert.Equal("next theme", found.Chosen!.Label);
        Assert.True(found.Rows.Length > 1);
    }

    [Fact]
    public void What_does_nothing_here_says_where_it_works_and_the_list_stays()
    {
        var sources = Invented.Keys(Invented.Model(), "5", "?");

        var refused = Invented.Keys(Invented.Keys(sources, "columns".Select(letter => letter.ToString())), "enter");

        Assert.Equal("“choose the columns” works on bills", refused.Toast!.Words);
        Assert.NotNull(refused.Picker);
        Assert.Equal(Screen.Sources, refused.Screen);
    }

    [Fact]
    public void A_bills_number_among_the_commands_opens_its_detail_and_Escape_comes_back()
    {
        var sources = Invented.Keys(Invented.Model(), "5");

        var opened = Invented.Keys(sources, "ctrl+p", "a", "b", "9", "0", "7", "7", "enter");

        Assert.Equal((Screen.Detail, "AB 9077"), (opened.Screen, opened.Bills[opened.DetailBill].Measure));
        Assert.Equal(Screen.Sources, Invented.Keys(opened, "esc").Screen);
    }

    [Fact]
    public void Left_and_right_go_from_group_to_group()
    {
        var help = Invented.Keys(Invented.Model(), "?");
        var second = Invented.Keys(help, "right");

        Assert.NotEqual(help.Picker!.Chosen!.Group, second.Picker!.Chosen!.Group);
        Assert.Equal(help.Picker.Chosen, Invented.Keys(second, "down", "left", "left").Picker!.Chosen);
    }
}
