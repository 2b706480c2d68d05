using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

public sealed class DashboardUpdateTests
{
    [Fact]
    public void The_newest_last_action_stands_first_and_a_bill_never_read_last()
    {
        var model = Invented.Model();

        Assert.Equal("AB 9130", model.BillRows[0].Measure);
        Assert.Equal("AB 9201", model.BillRows[^1].Measure);
    }

    [Fact]
    public void The_cursor_follows_the_bill_not_the_row()
    {
        var model = Later(Invented.Keys(Invented.Model(), "j", "j"), seconds: 5);
        var bill = model.BillUnderCursor!;

        var moved = Invented.Play(model, new Msg.BillChanged(model.BillRows[^1] with { LastActionDate = new(2024, 8, 11) }));

        Assert.Equal("AB 9201", moved.BillRows[0].Measure);
        Assert.Equal(bill.Name, moved.BillUnderCursor!.Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Another_day_orders_the_list_by_next_date_anew(bool byServerClock)
    {
        var model = Invented.Model();
        model = model with { View = model.View with { Sort = new BillSort(SortField.Next, Reversed: false) } };
        var (early, late) = (model.BillRows[0], model.BillRows[1]);
        model = Later(Invented.Play(
            model,
            new Msg.BillChanged(early with { NextDates = [new(new(2024, 8, 12), "hearing"), new(new(2024, 9, 1), "deadline")] }),
            new Msg.BillChanged(late with { NextDates = [new(new(2024, 8, 14), "hearing")] }),
            new Msg.Filtered("")), seconds: 5);
        int Place(DashboardModel shown, BillItem bill) => shown.BillRows.ToList().FindIndex(row => row.Name == bill.Name);
        Assert.True(Place(model, early) < Place(model, late));

        var turned = Invented.Play(model, byServerClock ? new Msg.ClockSet(new ServerClock(Invented.Now.AddDays(2), Invented.Now, 1)) : new Msg.Tick(Invented.Now.AddDays(2)));

        Assert.True(Place(turned, late) < Place(turned, early));
    }

    [Fact]
    public void A_cursor_nobody_has_moved_stays_at_the_top()
    {
        var model = Invented.Model();

        var moved = Invented.Play(model, new Msg.BillChanged(model.BillRows[^1] with { LastActionDate = new(2024, 8, 11) }));

        Assert.Equal(("AB 9201", 0), (moved.BillUnderCursor!.Measure, moved.BillPlace.Index));
    }

    [Fact]
    public void Nothing_is_sorted_again_within_a_second_of_a_key_and_everything_after_it()
    {
        var model = Invented.Keys(Invented.Model(), "j");
        var order = model.BillRows.Select(bill => bill.Name).ToList();

        var held = Invented.Play(model, new Msg.BillChanged(model.BillRows[^1] with { LastActionDate = new(2024, 8, 11), Title = "read now" }));
        var released = Later(held, seconds: 1.1);

        Assert.Equal(order, held.BillRows.Select(bill => bill.Name));
        Assert.Equal("read now", held.BillRows[^1].Title);
        Assert.Equal("AB 9201", released.BillRows[0].Measure);
        Assert.Equal(model.LastKey.AddSeconds(1), Passing.NextTick(held));
    }

    [Fact]
    public void Passing_by_leaves_a_bill_unread_and_Enter_clears_it_and_asks_to_remember()
    {
        var passed = Invented.Keys(Invented.Model(), "j", "k");

        var (opened, commands) = DashboardUpdate.Apply(passed, new Msg.KeyPressed(new("enter")));

        Assert.Equal(2, passed.UnreadOf(passed.BillRows[0].Name));
        Assert.Equal(Screen.Detail, opened.Screen);
        Assert.Equal(0, opened.UnreadOf(passed.BillRows[0].Name));
        Assert.Equal(2, opened.DetailNew.Count);
        var mark = Assert.Single(commands.OfType<Cmd.MarkRead>());
        Assert.Equal(opened.DetailBill, Assert.Single(commands.OfType<Cmd.FetchDetail>()).Bill);
        Assert.True(mark.Read);
        Assert.Equal<string>(["changes/1204.0", "changes/1203.0"], mark.Changes);
    }

    [Fact]
    public void A_read_bill_that_changes_is_unread_again()
    {
        var read = Invented.Keys(Invented.Model(), "m");
        var bill = read.BillRows[0];

        var changed = Invented.Play(read, new Msg.ChangesArrived([new("changes/1205.0", bill.Name, bill.Measure) { Revision = 1_205, Unread = true }]));

        Assert.Equal(0, read.UnreadOf(bill.Name));
        Assert.Equal(1, changed.UnreadOf(bill.Name));
    }

    [Fact]
    public void M_on_a_read_bill_makes_its_newest_change_unread_again()
    {
        var model = Invented.Keys(Invented.Model(), "m");

        var (again, commands) = DashboardUpdate.Apply(model, new Msg.KeyPressed(KeyStroke.Typed("m")));

        Assert.Equal(1, again.UnreadOf(again.BillRows[0].Name));
        Assert.Equal<string>(["changes/1204.0"], Assert.IsType<Cmd.MarkRead>(Assert.Single(commands)).Changes);
    }

    [Fact]
    public void A_change_that_arrives_twice_is_shown_once()
    {
        var model = Invented.Model();

        var again = Invented.Play(model, new Msg.ChangesArrived(Invented.Changes(Invented.Now)));

        Assert.Equal(model.Changes, again.Changes);
    }

    [Theory]
    [InlineData("floor", "SB 9042")]
    [InlineData("ab9077", "AB 9077")]
    [InlineData("stage:chap", "AB 9002")]
    [InlineData("pos:support p:1", "AB 9101")]
    [InlineData("next:<5d", "AB 9101")]
    [InlineData("stale -pass", "AB 9130")]
    [InlineData("house:sen -vetoed", "SB 9042")]
    [InlineData("未成年", "SB 9015")]
    public void The_filter_narrows_the_list_as_it_is_typed(string filter, string only)
    {
        var typed = filter.EnumerateRunes().Select(rune => rune.Value == ' ' ? "space" : rune.ToString());
        var model = Invented.Play(Invented.Keys(Invented.Model(), "/"), typed.Select(key => (Msg)new Msg.KeyPressed(key == "space" ? KeyStroke.Typed(" ") : KeyStroke.Typed(key))));

        Assert.Equal([only], model.BillRows.Select(bill => bill.Measure));
    }

    [Fact]
    public void Enter_keeps_the_filter_and_Escape_clears_it()
    {
        var kept = Invented.Keys(Invented.Model(), "/", "f", "l", "o", "o", "r", "enter");
        var cleared = Invented.Keys(kept, "esc");

        Assert.Equal(("floor", false, 1), (kept.Filter, kept.Filtering, kept.BillRows.Length));
        Assert.Equal(("", 9), (cleared.Filter, cleared.BillRows.Length));
    }

    [Fact]
    public void A_paste_types_into_an_open_filter_and_does_nothing_elsewhere()
    {
        var model = Invented.Model();

        var elsewhere = Invented.Play(model, new Msg.Pasted("q\nj"));
        var inFilter = Invented.Play(Invented.Keys(model, "/"), new Msg.Pasted("safe\nharbor\u001b"));

        Assert.Same(model, elsewhere);
        Assert.Equal("safe harbor", inFilter.Filter);
    }

    [Fact]
    public void A_chord_waits_without_a_timer_and_Escape_cancels_it()
    {
        var waiting = Invented.Keys(Invented.Model(), "G", "g");
        var first = Invented.Keys(waiting, "g");
        var cancelled = Invented.Keys(waiting, "esc");

        Assert.Equal(("g", 8), (waiting.Chord, waiting.BillPlace.Index));
        Assert.Equal(("", 0), (first.Chord, first.BillPlace.Index));
        Assert.Equal(("", 8), (cancelled.Chord, cancelled.BillPlace.Index));
    }

    [Fact]
    public void Escape_and_a_key_that_come_as_one_work_as_two()
    {
        var detail = Invented.Keys(Invented.Model(), "enter");

        var changes = Invented.Play(detail, new Msg.KeyPressed(new("alt+2", "2")));

        Assert.Equal(Screen.Changes, changes.Screen);
    }

    [Fact]
    public void Brackets_walk_through_the_bills_of_the_list_and_stop_at_its_ends()
    {
        var detail = Invented.Keys(Invented.Model(), "enter");
        var next = Invented.Keys(detail, "]");
        var back = Invented.Keys(next, "[", "[");

        Assert.Equal(detail.BillRows[1].Name, next.DetailBill);
        Assert.Equal(1, next.BillPlace.Index);
        Assert.Equal(detail.DetailBill, back.DetailBill);
        Assert.NotNull(back.Toast);
    }

    [Fact]
    public void N_goes_from_unread_to_unread_round_the_end()
    {
        var second = Invented.Keys(Invented.Model(), "n");
        var first = Invented.Keys(second, "n");

        Assert.Equal("SB 9042", second.BillUnderCursor!.Measure);
        Assert.Equal("AB 9130", first.BillUnderCursor!.Measure);
    }

    [Theory]
    [InlineData("q", typeof(Cmd.Quit))]
    [InlineData("ctrl+c", typeof(Cmd.Quit))]
    [InlineData("ctrl+l", typeof(Cmd.Redraw))]
    [InlineData("ctrl+z", typeof(Cmd.Suspend))]
    [InlineData("y", typeof(Cmd.Copy))]
    public void Keys_ask_for_their_effects(string key, Type effect)
    {
        var (_, commands) = DashboardUpdate.Apply(Invented.Model(), new Msg.KeyPressed(key.Length == 1 ? KeyStroke.Typed(key) : new(key)));

        Assert.IsType(effect, Assert.Single(commands));
    }

    [Fact]
    public void No_two_commands_share_a_key_on_a_screen()
    {
        var commands = CommandRegistry.Default.Commands;

        var clashes = from one in commands
                      from other in commands
                      where string.CompareOrdinal(one.Id, other.Id) < 0 && (one.When & other.When) != Screen.None && one.Keys.Intersect(other.Keys).Any()
                      select $"{one.Id} and {other.Id}";

        Assert.Empty(clashes);
    }

    [Fact]
    public void A_calm_screen_asks_for_a_tick_a_minute_and_a_retry_for_one_a_second()
    {
        var calm = Later(Invented.Model(), seconds: 0);
        var offline = Invented.Play(calm, new Msg.ConnectionChanged(new(LinkMark.Offline, calm.Now) { RetryAt = calm.Now.AddSeconds(8) }));

        Assert.Equal(Invented.Now.AddSeconds(40), Passing.NextTick(calm));
        Assert.Equal(Invented.Now.AddSeconds(1), Passing.NextTick(offline));
    }

    [Fact]
    public void Failed_retries_do_not_move_the_instant_since_which_it_is_offline()
    {
        var lost = Invented.Play(Invented.Model(), new Msg.ConnectionChanged(new(LinkMark.Offline, Invented.Now)));

        var retried = Invented.Play(lost, new Msg.ConnectionChanged(new(LinkMark.Offline, Invented.Now.AddMinutes(3)) { RetryAt = Invented.Now.AddMinutes(4) }));

        Assert.Equal(Invented.Now, retried.Connection.Since);
        Assert.Equal(Invented.Now.AddMinutes(4), retried.Connection.RetryAt);
    }

    private static DashboardModel Later(DashboardModel model, double seconds) => Invented.Play(model, new Msg.Tick(model.Now.AddSeconds(seconds)));
}
