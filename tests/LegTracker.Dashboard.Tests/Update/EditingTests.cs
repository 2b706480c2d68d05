using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>Editing a bill from the dashboard, undo, conflicts, and what waits.</summary>
public sealed class EditingTests
{
    private readonly InventedServer server = new();

    private DashboardModel Dashboard => server.Dashboard;

    [Fact]
    public void A_position_is_picked_and_undone_and_redone_and_each_is_said()
    {
        server.Keys("e", "p", "o", "s", "enter", "s", "u", "p", "p", "enter");
        server.Settle();
        Assert.Equal(("support", "AB 9101: position is support"), (server["position"], Dashboard.Toast!.Words));

        server.Keys("u");
        Assert.Equal("Undone: AB 9101 position is (empty) again", Dashboard.Toast!.Words);
        server.Settle();
        Assert.Equal(("", "Undone: AB 9101 position is (empty) again"), (server["position"], Dashboard.Toast!.Words));

        server.Keys("ctrl+r");
        Assert.Equal("Redone: AB 9101 position is support again", Dashboard.Toast!.Words);
        server.Settle();
        Assert.Equal(("support", 3), (server["position"], server.Log.Count));
    }

    [Fact]
    public void Notes_take_lines_typed_and_pasted_and_other_texts_do_not()
    {
        server.Keys("e", "n", "o", "t", "e", "s", "enter", "a", "alt+enter", "b", "ctrl+j");
        server.Apply(new Msg.Pasted("c\r\nd"));
        server.Keys("enter");
        server.Settle();
        Assert.Equal("a\nb\nc\nd", server["notes"]);

        server.Keys("e", "o", "w", "n", "e", "r", "enter", "x");
        server.Apply(new Msg.Pasted("y\nz"));
        server.Keys("ctrl+j");
        server.Settle();
        Assert.Equal("xy z", server["owner"]);
    }

    [Fact]
    public void Escape_on_a_changed_text_asks_and_every_answer_does_what_it_says()
    {
        server.Keys("e", "o", "w", "n", "enter", "D", "a", "n", "a", "esc");
        Assert.Equal<string>(["keep it as a draft", "go on writing", "discard it"], server.Choices());

        server.Keys("enter");
        Assert.Equal("Dana", Dashboard.Editing.DraftOf(InventedServer.Bill, "owner")!.Text);

        server.Keys("e", "o", "w", "n", "enter");
        Assert.Equal("Dana", Dashboard.Prompt!.Text);
        server.Keys("esc", "down", "enter", "!");
        Assert.Equal("Dana!", Dashboard.Prompt!.Text);

        server.Keys("esc", "d", "i", "s", "c", "enter");
        Assert.Empty(Dashboard.Editing.Drafts);
        server.Keys("e", "o", "w", "n", "enter", "esc");
        Assert.Null(Dashboard.Picker);
        Assert.Empty(server.Log);
    }

    [Fact]
    public void A_conflict_shows_both_texts_and_keeping_theirs_keeps_mine_as_a_draft()
    {
        var mine = "the words of mine that are long enough to need more than one row of the picker, however wide it is drawn on a screen";
        server.Other("notes", "theirs, first\ntheirs, second", told: false);
        server.Write("notes", mine);
        server.Settle();

        var shown = string.Join('\n', server.Choices());
        Assert.Contains("now there, by Ana", shown, StringComparison.Ordinal);
        Assert.Contains("theirs, second", shown, StringComparison.Ordinal);
        Assert.Equal(mine, string.Join(' ', server.Choices().SkipWhile(row => row != "yours:").Skip(1).Select(row => row.Trim())));

        server.Keys("enter");
        server.Settle();
        Assert.Equal("theirs, first\ntheirs, second", server["notes"]);
        Assert.Equal(mine, Dashboard.Editing.DraftOf(InventedServer.Bill, "notes")!.Text);
        Assert.Empty(Dashboard.Editing.Queue);
    }

    [Fact]
    public void Mine_is_written_over_theirs_and_undo_brings_theirs_back()
    {
        server.Other("owner", "Ana", told: false);
        server.Write("owner", "Bo");
        server.Settle();
        server.Keys("down", "enter");
        server.Settle();
        Assert.Equal("Bo", server["owner"]);

        server.Keys("u");
        server.Settle();
        Assert.Equal("Ana", server["owner"]);
    }

    [Fact]
    public void Both_are_edited_into_one()
    {
        server.Other("what_it_does", "theirs", told: false);
        server.Write("what_it_does", "mine");
        server.Settle();
        server.Keys("down", "down", "enter");
        Assert.Equal("theirs / mine", Dashboard.Prompt!.Text);
        server.Keys("!", "enter");
        server.Settle();
        Assert.Equal("theirs / mine!", server["what_it_does"]);
        Assert.Empty(Dashboard.Editing.Drafts);
    }

    [Fact]
    public void An_edit_beside_an_edit_of_another_field_is_no_conflict()
    {
        server.Other("owner", "Ana", told: false);
        server.Write("position", "watch");
        server.Settle();

        Assert.Equal(("Ana", "watch"), (server["owner"], server["position"]));
        Assert.Null(Dashboard.Picker);
    }

    [Fact]
    public void Undo_does_not_write_over_what_somebody_else_wrote_since()
    {
        server.Write("owner", "me");
        server.Settle();
        server.Other("owner", "Ana");
        server.Keys("u");
        server.Settle();

        Assert.Equal("Ana", server["owner"]);
        Assert.Equal(EditState.Conflict, Dashboard.Editing.Queue[0].State);
        Assert.NotNull(Dashboard.Picker);
    }

    [Fact]
    public void Offline_edits_wait_in_order_survive_a_crash_and_go_out_when_the_server_is_back()
    {
        server.Offline();
        server.Write("position", "watch");
        server.Write("position", "oppose");
        server.Write("notes", "x");
        Assert.Equal(3, Dashboard.Editing.WaitingOf(InventedServer.Bill));
        Assert.Contains("waits for the server", Dashboard.Toast!.Words, StringComparison.Ordinal);

        server.Crash(arrives: false);
        Assert.Equal(3, Dashboard.Editing.Queue.Length);
        server.Online();
        server.Settle();

        Assert.Equal<string>(["watch", "oppose", "x"], server.Log);
        Assert.Empty(Dashboard.Editing.Queue);
    }

    [Fact]
    public void An_edit_whose_answer_was_lost_is_not_written_twice()
    {
        server.Write("notes", "once");
        server.Answer(returns: false);
        server.Later(6);
        server.Settle();

        Assert.Equal<string>(["once"], server.Log);
        Assert.Empty(Dashboard.Editing.Queue);
    }

    [Fact]
    public void A_refused_edit_is_kept_and_can_be_edited_again()
    {
        server.Offline();
        server.Write("owner", "x");
        var id = Dashboard.Editing.Queue[0].Id;
        server.Apply(new Msg.EditRefused(id, "too long"));
        Assert.Contains("too long", Dashboard.Toast!.Words, StringComparison.Ordinal);

        server.Keys("C", "enter");
        Assert.Equal<string>(["edit it again", "send it once more"], server.Choices());
        server.Keys("enter");
        Assert.Equal("x", Dashboard.Prompt!.Text);
    }

    [Fact]
    public void Quitting_asks_while_edits_wait_and_does_not_ask_twice()
    {
        server.Offline();
        server.Write("owner", "x");

        server.Keys("q");
        Assert.StartsWith("Quit? 1 edit waits", Dashboard.Picker!.Title, StringComparison.Ordinal);
        var (_, commands) = DashboardUpdate.Apply(Dashboard, new Msg.KeyPressed(new("ctrl+c")));
        Assert.IsType<Cmd.Quit>(Assert.Single(commands));
        var (_, quit) = DashboardUpdate.Apply(Invented.Keys(Dashboard, "down"), new Msg.KeyPressed(new("enter")));
        Assert.IsType<Cmd.Quit>(Assert.Single(quit));
    }

    [Fact]
    public void Ctrl_C_over_a_text_asks_and_the_text_stays_a_draft()
    {
        server.Keys("e", "o", "w", "n", "enter", "x", "ctrl+c");

        Assert.StartsWith("Quit?", Dashboard.Picker!.Title, StringComparison.Ordinal);
        Assert.Equal("x", Dashboard.Editing.DraftOf(InventedServer.Bill, "owner")!.Text);
        Assert.Contains("\"x\"", server.Kept, StringComparison.Ordinal);
    }
}
