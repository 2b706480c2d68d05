using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>What the user chooses on the screen: order, columns, views, marks, looks; each choice asks to be remembered.</summary>
public sealed class ChoicesTests
{
    [Theory]
    [InlineData("s n", "AB 9002 AB 9077 AB 9101 AB 9130 AB 9150 ACA 9 SB 9015 SB 9042 AB 9201")]
    [InlineData("s n S", "SB 9042 SB 9015 ACA 9 AB 9150 AB 9130 AB 9101 AB 9077 AB 9002 AB 9201")]
    [InlineData("s p", "AB 9101 SB 9042")]
    [InlineData("s p S", "SB 9042 AB 9101")]
    [InlineData("s d", "AB 9101 AB 9130")]
    [InlineData("s d S", "AB 9130 AB 9101")]
    [InlineData("s l S", "AB 9002 SB 9015")]
    [InlineData("s t", "AB 9130 AB 9101")]
    public void The_list_is_sorted_with_what_is_not_known_behind_and_bills_never_read_last(string keys, string first)
    {
        var (model, commands) = Press(Invented.Model(), keys);

        var order = string.Join(' ', model.BillRows.Select(bill => bill.Measure));
        Assert.StartsWith(first, order, StringComparison.Ordinal);
        Assert.EndsWith("AB 9201", order, StringComparison.Ordinal);
        Assert.Equal(model.View, Assert.IsType<Cmd.Keep>(Assert.Single(commands)).View);
    }

    [Fact]
    public void The_cursor_stays_with_its_bill_when_the_list_is_sorted()
    {
        var model = Invented.Keys(Invented.Model(), "j", "j");

        Assert.Equal(model.BillUnderCursor!.Name, Invented.Keys(model, "s", "t").BillUnderCursor!.Name);
    }

    [Fact]
    public void An_arrival_within_a_second_of_a_key_waits_for_its_place_in_any_order()
    {
        var sorted = Invented.Keys(Invented.Model(), "s", "p");
        var order = sorted.BillRows.Select(bill => bill.Name).ToList();
        var news = new Msg.BillChanged(sorted.BillRows[5] with { Priority = 1, LastActionDate = new(2024, 8, 11) });

        var held = Invented.Play(sorted, news);
        var released = Invented.Play(held, new Msg.Tick(sorted.Now.AddSeconds(2)));

        Assert.Equal(order, held.BillRows.Select(bill => bill.Name));
        Assert.Equal(news.Bill.Name, released.BillRows[1].Name);
    }

    [Fact]
    public void A_column_is_shown_and_hidden_and_the_list_of_columns_stays_open_where_it_was()
    {
        var (shown, commands) = Press(Invented.Model(), "c down enter");
        var (hidden, _) = Press(shown, "enter");

        Assert.Equal([ListColumn.Session, ListColumn.Position, ListColumn.Lanes, ListColumn.Stage, ListColumn.Last, ListColumn.Age], shown.View.Columns.AsEnumerable());
        Assert.IsType<Cmd.Keep>(Assert.Single(commands));
        Assert.Equal((1, true), (shown.Picker!.Place.Index, shown.Picker.Chosen!.Marked));
        Assert.Equal(ListColumns.Usual.AsEnumerable(), hidden.View.Columns.AsEnumerable());
        Assert.Null(Invented.Keys(hidden, "esc").Picker);
    }

    [Fact]
    public void A_view_keeps_filter_order_and_columns_under_its_name()
    {
        var (saved, commands) = Press(Invented.Keys(Invented.Model(), "s", "n", "/"), "p o s : s u p enter V Q 3 enter");
        var (elsewhere, _) = Press(saved, "esc s t c enter esc");
        var (back, _) = Press(elsewhere, "v Q 3 enter");

        Assert.Equal("Q3", Assert.Single(Assert.IsType<Cmd.Keep>(Assert.Single(commands)).View.Views).Name);
        Assert.Equal(("", SortField.Title, false), (elsewhere.Filter, elsewhere.View.Sort.Field, elsewhere.View.Columns.Contains(ListColumn.Session)));
        Assert.Equal(("pos:sup", SortField.Number, true), (back.Filter, back.View.Sort.Field, back.View.Columns.Contains(ListColumn.Session)));
        Assert.Equal(["AB 9101"], back.BillRows.Select(bill => bill.Measure));
    }

    [Fact]
    public void A_view_is_deleted_and_a_built_in_name_is_refused()
    {
        var (saved, _) = Press(Invented.Model(), "V Q 3 enter");
        var (deleted, commands) = Press(saved, "v d e l e t e enter");
        var (refused, none) = Press(saved, "V ctrl+u A l l enter");

        Assert.Empty(deleted.View.Views);
        Assert.IsType<Cmd.Keep>(Assert.Single(commands));
        Assert.Contains("built in", refused.Toast!.Words, StringComparison.Ordinal);
        Assert.Empty(none);
    }

    [Theory]
    [InlineData("moving", "AB 9130 SB 9042 AB 9101 ACA 9")]
    [InlineData("laws", "AB 9002")]
    [InlineData("new", "AB 9130 SB 9042")]
    [InlineData("soon", "AB 9101")]
    [InlineData("stale", "AB 9130 AB 9150")]
    public void A_built_in_view_shows_what_its_name_says(string name, string measures)
    {
        var named = Invented.Model() is var model && new Msg.SnapshotArrived([.. model.Bills.Values.Select(bill => bill with { StageName = bill.Mark == StageMark.Dead ? "Dead" : "" })]) is var bills
            ? Invented.Play(model, new Msg.Tick(model.Now.AddSeconds(2)), bills) : null!;

        var (seen, _) = Press(named, $"v {string.Join(' ', name.Select(letter => letter))} enter");

        Assert.Equal(measures, string.Join(' ', seen.BillRows.Select(bill => bill.Measure)));
    }

    [Fact]
    public void A_bill_is_marked_and_the_word_marked_finds_it()
    {
        var (marked, commands) = Press(Invented.Keys(Invented.Model(), "j"), "b");
        var found = Invented.Keys(marked, "/", "m", "a", "r", "k", "e", "d", "enter");

        Assert.Equal([marked.BillUnderCursor!.Name], Assert.IsType<Cmd.Keep>(Assert.Single(commands)).View.Bookmarks);
        Assert.Equal(["SB 9042"], found.BillRows.Select(bill => bill.Measure));
        Assert.Equal(["SB 9042"], found.ChangeRows.Select(change => change.Measure).Distinct());
        Assert.Empty(Invented.Keys(marked, "b").View.Bookmarks);
    }

    [Theory]
    [InlineData("\"sexual exploitation\"", 2)]
    [InlineData("session:2011", 1)]
    [InlineData("stage:in_committee", 2)]
    [InlineData("-\"sexual exploitation\" -session:2011 -vacatur", 6)]
    [InlineData("-\"", 9)]
    public void The_filter_reads_the_language_of_the_command_line(string filter, int count)
    {
        Assert.Equal(count, Invented.Play(Invented.Model(), new Msg.Filtered(filter)).BillRows.Length);
    }

    [Fact]
    public void Themes_go_round_and_are_remembered_and_without_colours_T_says_why_nothing_changes()
    {
        var model = Invented.Model();
        var seen = new List<string>();
        for (var at = 0; at < ViewState.Themes.Length; at++)
        {
            (model, var commands) = Press(model, "T");
            seen.Add(Assert.IsType<Cmd.Keep>(Assert.Single(commands)).View.Theme);
        }

        var (plain, none) = Press(model with { Colours = false }, "T");

        Assert.Equal(["light", "contrast", "colour-blind", "none", "dark"], seen);
        Assert.Equal(("dark", true), (plain.View.Theme, plain.Toast!.IsProblem));
        Assert.Empty(none);
    }

    [Fact]
    public void The_mouse_is_freed_and_taken_back()
    {
        var (freed, release) = Press(Invented.Model(), "ctrl+t");
        var (_, take) = Press(freed, "ctrl+t");

        Assert.Equal([new Cmd.TakeMouse(false)], release);
        Assert.Equal([new Cmd.TakeMouse(true)], take);
    }

    [Fact]
    public void The_preview_goes_under_and_beside_where_there_is_room()
    {
        var wide = Invented.Keys(Invented.Model(120, 40), "P");
        var narrow = Invented.Keys(Invented.Model(80, 24), "P");

        Assert.Equal((0, true), (wide.Layout.PaneWidth, wide.Layout.PaneHeight > 0));
        Assert.True(Invented.Keys(wide, "P").Layout.PaneWidth > 0);
        Assert.Equal(PreviewPlace.ByWidth, narrow.View.Place);
        Assert.Contains("100 columns", narrow.Toast!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_pane_moving_keys_scroll_the_history_and_Escape_comes_back_to_the_list()
    {
        var inside = Invented.Keys(Invented.Model(), "j", "j", "tab", "j", "pgdn");
        var last = Invented.Keys(inside, "G");
        var back = Invented.Keys(last, "esc");

        Assert.Equal((2, 9), (inside.BillPlace.Index, inside.PaneRow));
        Assert.Equal(last.BillUnderCursor!.Actions.Length - 1, last.PaneRow);
        Assert.False(back.InPane);
        Assert.Equal(3, Invented.Keys(back, "j").BillPlace.Index);
        Assert.Equal((true, true), (Invented.Keys(back, "z") is var zoomed && zoomed.InPane, zoomed.PaneZoom));
        Assert.False(Invented.Keys(zoomed, "z").PaneZoom);
        Assert.Equal((false, 0, 5), (Invented.Play(inside, new Msg.Pick(5)) is var clicked && clicked.InPane, clicked.PaneRow, clicked.BillPlace.Index));
        Assert.False(Invented.Keys(Invented.Model(60, 16), "tab").InPane);
    }

    [Fact]
    public void The_link_is_copied()
    {
        var (_, commands) = Press(Invented.Keys(Invented.Model(), "j", "j"), "Y");

        Assert.Equal([new Cmd.Copy("https://leginfo.legislature.ca.gov/")], commands);
    }

    // Keys written with spaces between; the effects of the last.
    private static (DashboardModel Model, Cmd[] Commands) Press(DashboardModel model, string keys)
    {
        Cmd[] commands = [];
        foreach (var key in keys.Split(' '))
        {
            (model, commands) = DashboardUpdate.Apply(model, new Msg.KeyPressed(key.Length == 1 ? KeyStroke.Typed(key) : new(key)));
        }

        return (model, commands);
    }
}
