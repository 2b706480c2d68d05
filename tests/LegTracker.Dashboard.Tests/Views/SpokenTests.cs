using FsCheck;
using FsCheck.Fluent;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Tests.Update;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Views;

/// <summary>The dialogue in lines.</summary>
public sealed class SpokenTests
{
    [Fact]
    public void Lists_are_numbered_and_a_number_opens_its_row()
    {
        var list = Spoken.Of(Invented.Model(), "bills");
        Assert.StartsWith("1. AB 9130, 2023-24: With the Governor (in doubt: stale). Last action 2024-08-09. 2 unread changes.", list.Lines[0], StringComparison.Ordinal);
        Assert.Equal(9, list.Lines.Length);

        var opened = Spoken.Of(list.Model, "3");

        Assert.StartsWith("AB 9101, 2023-24.", opened.Lines[0], StringComparison.Ordinal);
        Assert.Contains("2024-08-05: August 5 hearing: Placed on APPR. suspense file.", opened.Lines);
        Assert.Equal("The list has rows 1 to 9.", Assert.Single(Spoken.Of(opened.Model, "10").Lines));
    }

    [Theory]
    [InlineData("open AB 9130")]
    [InlineData("OPEN ab9130")]
    [InlineData("open AB 9130 2023-24")]
    public void A_bill_is_opened_by_its_number_even_when_the_filter_hides_it(string words)
    {
        var hidden = Spoken.Of(Invented.Model(), "filter 9042").Model;

        var opened = Spoken.Of(hidden, words);

        Assert.StartsWith("AB 9130, 2023-24.", opened.Lines[0], StringComparison.Ordinal);
        Assert.Contains(opened.Lines, line => line.StartsWith("Stage (new): With the Governor", StringComparison.Ordinal));
        Assert.Single(opened.Commands.OfType<Cmd.MarkRead>());
    }

    [Fact]
    public void Next_tells_each_unread_change_and_read_marks_the_one_told_last()
    {
        var first = Spoken.Of(Invented.Model(), "next");
        Assert.Equal("Unread. AB 9130 is with the Governor since August 9.", first.Lines[0]);
        var marked = Spoken.Of(first.Model, "read");
        Assert.Equal("1 marked read; 2 unread.", Assert.Single(marked.Lines));
        Assert.Equal("changes/1204.0", Assert.Single(Assert.IsType<Cmd.MarkRead>(Assert.Single(marked.Commands)).Changes));

        var second = Spoken.Of(marked.Model, "next");

        Assert.StartsWith("Unread. AB 9130: Enrolled", second.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" 0 unread.", Assert.Single(Spoken.Of(second.Model, "read all").Lines), StringComparison.Ordinal);
        Assert.Equal("Nothing is unread.", Assert.Single(Spoken.Of(Spoken.Of(second.Model, "read all").Model, "next").Lines));
    }

    [Fact]
    public void A_filter_is_that_of_the_screen_and_filter_alone_clears_it()
    {
        var filtered = Spoken.Of(Invented.Model(), "filter stage:floor");
        Assert.StartsWith("1. SB 9042", Assert.Single(filtered.Lines), StringComparison.Ordinal);

        Assert.Equal(9, Spoken.Of(filtered.Model, "filter").Lines.Length);
        Assert.StartsWith("Nothing fits the filter xyzzy.", Assert.Single(Spoken.Of(filtered.Model, "filter xyzzy").Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_kept_is_told_with_its_age_in_every_row()
    {
        var kept = Invented.Play(DashboardUpdate.Start(Invented.Now, Invented.Zone, ascii: false), new Msg.Recalled(Invented.Kept(Invented.Now)));

        Assert.All(Spoken.Of(kept, "bills").Lines, line => Assert.Contains("As of 08:00, not yet confirmed.", line, StringComparison.Ordinal));
        Assert.Contains("9 bills, 3 unread changes. What is told is as of 08:00, not yet confirmed.", Spoken.Of(kept, "status").Lines);
    }

    [Fact]
    public void Unknown_words_say_how_to_get_help_and_quit_leaves()
    {
        Assert.Equal("\"dance\" is no command. Type help for the commands.", Assert.Single(Spoken.Of(Invented.Model(), "dance").Lines));
        Assert.Contains(Spoken.Of(Invented.Model(), "help").Lines, line => line.StartsWith("next:", StringComparison.Ordinal));
        Assert.Equal(new Cmd.Quit(), Assert.Single(Spoken.Of(Invented.Model(), "quit").Commands));
    }

    [Fact]
    public void Any_lines_among_any_messages_leave_a_sound_model()
    {
        string[] words = ["bills", "changes", "sources", "more", "next", "read", "unread", "read all", "1", "7", "99999999999999999999", "0", "open AB 9130", "open", "filter floor", "filter", "status", "help", "refresh", "", "x"];
        var walks = Gen.OneOf(Gen.Elements(words).Select(line => (Line: (string?)line, Msg: (Msg?)null)), RandomWalks.Message.Select(msg => (Line: (string?)null, Msg: (Msg?)msg))).NonEmptyListOf().ToArbitrary();

        Prop.ForAll(walks, walk =>
        {
            var model = Invented.Model();
            foreach (var (line, msg) in walk)
            {
                model = line is null ? DashboardUpdate.Apply(model, msg!).Model : Spoken.Of(model, line).Model;
            }

            return model.UnreadChanges == model.Changes.Count(change => change.Unread);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }
}
