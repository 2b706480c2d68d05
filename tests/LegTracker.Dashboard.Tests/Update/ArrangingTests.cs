using FsCheck;
using FsCheck.Fluent;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>The builder: each decision is shown at once and sent whole, nothing is lost, and the cursor stays with its bill.</summary>
public sealed class ArrangingTests
{
    private static readonly string Ab9101 = InventedMeetings.Bill("AB9101");
    private static readonly string Sb9042 = InventedMeetings.Bill("SB9042");
    private static readonly string Ab9130 = InventedMeetings.Bill("AB9130");

    [Fact]
    public void Opening_a_meeting_asks_for_its_segment()
    {
        var meetings = InventedMeetings.Know(Invented.Model());
        var (shown, load) = Press(meetings, "4");
        var (_, open) = Press(shown, "enter");

        Assert.Equal([new Cmd.LoadMeetings(true)], load);
        Assert.Equal([new Cmd.LoadSegment(InventedMeetings.Next, "")], open);
    }

    [Fact]
    public void An_item_moves_inside_its_section_the_cursor_goes_with_it_and_others_keep_what_was_decided()
    {
        var (model, commands) = Press(On("AB 9101"), "J");

        Assert.Equal([Sb9042, Ab9101], model.Meetings.OpenSheet!.Rows.Where(row => row.Section == PartKind.Moving).Select(row => row.Bill));
        Assert.Equal(Ab9101, model.Meetings.Row!.Bill);
        var sent = Assert.IsType<Cmd.Arrange>(Assert.Single(commands));
        Assert.Equal((InventedMeetings.Next, "m3", 1), (sent.Meeting, sent.Etag, sent.Serial));
        Assert.Equal((1, 2), (sent.Arrangement.Single(choice => choice.Bill == Sb9042).Place, sent.Arrangement.Single(choice => choice.Bill == Ab9101).Place));
        Assert.Equal(InventedMeetings.Ahead.Arrangement, sent.Arrangement.Take(2));
    }

    [Fact]
    public void The_first_of_a_section_does_not_leave_it()
    {
        var (model, commands) = Press(On("AB 9101"), "K");

        Assert.Empty(commands);
        Assert.Contains("first of its section", model.Toast!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_go_in_quarters_and_the_slot_fills_up()
    {
        var model = Invented.Keys(On("SB 9042"), "+", "+", "-");

        Assert.Equal((60, true), (model.Meetings.Row!.Seconds, model.Meetings.Row.SecondsByHand));
        Assert.Equal(InventedMeetings.Sheet.Seconds + 15, model.Meetings.OpenSheet!.Seconds);
        Assert.Equal(15, Invented.Keys(model, [.. Enumerable.Repeat("-", 20)]).Meetings.Row!.Seconds);
    }

    [Fact]
    public void Leaving_out_needs_a_reason_and_can_be_taken_back_by_x_or_undone()
    {
        var asked = Invented.Keys(On("AB 9130"), "x");
        var (without, none) = Press(asked, "enter");
        var (left, sent) = Press(Invented.Keys(asked, "l", "a", "t", "e", "r"), "enter");
        var (back, taken) = Press(Invented.Keys(left, "G"), "x");
        var (undone, restored) = Press(left, "u");

        Assert.Empty(none);
        Assert.Contains("needs a reason", without.Toast!.Words, StringComparison.Ordinal);
        Assert.Equal("later", Choice(sent, Ab9130).LeftOutReason);
        Assert.Contains(left.Meetings.OpenSheet!.LeftOut, row => row.Bill == Ab9130 && row.LeftOutReason == "later");
        Assert.Equal("", Choice(taken, Ab9130).LeftOutReason);
        Assert.Equal(InventedMeetings.Ahead.Arrangement, Assert.IsType<Cmd.Arrange>(Assert.Single(restored)).Arrangement);
        Assert.Equal("m3", back.Meetings.OpenMeeting!.Etag);
        Assert.Empty(undone.Meetings.Undo);
    }

    [Fact]
    public void A_bill_at_hand_goes_into_the_next_meeting_that_is_not_frozen_and_out_of_it_with_a_reason()
    {
        var bills = InventedMeetings.Know(Invented.Model());
        var (put, sent) = Press(bills, "+");
        var out1 = Invented.Keys(bills, "x", "n", "o");
        var (_, left) = Press(out1, "enter");
        var (nothing, none) = Press(Invented.Play(Invented.Model(), new Msg.MeetingsArrived([InventedMeetings.Shown], 0)), "+");

        var bill = bills.BillUnderCursor!.Name;
        Assert.True(Choice(sent, bill).Pinned);
        Assert.Contains("2024-09-09", put.Toast!.Words, StringComparison.Ordinal);
        Assert.Equal("no", Choice(left, bill).LeftOutReason);
        Assert.Empty(none);
        Assert.Contains("No meeting is ahead", nothing.Toast!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_older_than_a_decision_is_not_taken_over_it()
    {
        var decided = Invented.Keys(On("SB 9042"), "+");
        var old = Invented.Play(decided, new Msg.SheetArrived(InventedMeetings.Sheet, 0), new Msg.MeetingsArrived([InventedMeetings.Ahead], 0));
        var answer = Invented.Play(decided, new Msg.SheetArrived(InventedMeetings.Sheet with { Etag = "s2" }, 1));

        Assert.Equal(decided.Meetings, old.Meetings);
        Assert.Equal("s2", answer.Meetings.OpenSheet!.Etag);
    }

    [Fact]
    public void Offline_and_frozen_segments_are_not_changed_and_it_says_why()
    {
        var offline = Invented.Play(On("SB 9042"), new Msg.ConnectionChanged(new(LinkMark.Offline, Invented.Now)));
        var frozen = Invented.Keys(InventedMeetings.Know(Invented.Model()), "4", "j", "enter");
        foreach (var (model, why) in new[] { (offline, "No connection"), (frozen, "Frozen as segment 1") })
        {
            foreach (var key in new[] { "J", "+", "x", "n", "a", "F" })
            {
                var (after, commands) = Press(model, key);
                Assert.Empty(commands);
                Assert.Contains(why, after.Toast!.Words, StringComparison.Ordinal);
                Assert.Null(after.Prompt);
                Assert.Null(after.Picker);
            }
        }
    }

    [Fact]
    public void A_hasty_Enter_does_not_freeze_what_has_texts_missing_and_leads_to_them()
    {
        var asked = Invented.Keys(InventedMeetings.Builder(Invented.Model()), "F");
        var (not, none) = Press(asked, "enter");
        var (there, still) = Press(Invented.Keys(asked, "down"), "enter");
        var (_, frozen) = Press(Invented.Keys(asked, "end"), "enter");

        Assert.Empty(none);
        Assert.Null(not.Picker);
        Assert.Empty(still);
        Assert.Equal("AB 9130", there.Meetings.Row!.Measure);
        Assert.Equal([new Cmd.FreezeSegment(InventedMeetings.Next, "s1")], frozen);
    }

    [Fact]
    public void A_meeting_is_added_by_its_day_title_and_minutes_and_a_slip_is_asked_again()
    {
        var asked = Invented.Keys(InventedMeetings.Know(Invented.Model()), "4", "a");
        var slip = Invented.Keys(Invented.Play(asked, new Msg.Pasted("3/3/2025")), "enter");
        var (_, kept) = Press(Invented.Keys(Invented.Play(asked, new Msg.Pasted("2025-03-03")), "enter", "A", "enter"), "enter");

        Assert.Equal("3/3/2025", slip.Prompt!.Text);
        Assert.Contains("is no day", slip.Toast!.Words, StringComparison.Ordinal);
        Assert.Equal([new Cmd.KeepMeeting(new DateOnly(2025, 3, 3), "A", 10, "")], kept);
    }

    [Fact]
    public void A_meeting_is_removed_after_asking_and_brought_back_with_what_was_decided()
    {
        var asked = Invented.Keys(InventedMeetings.Know(Invented.Model()), "4", "x");
        var (_, hasty) = Press(asked, "enter");
        var (_, removing) = Press(Invented.Keys(asked, "down"), "enter");
        var removed = Invented.Play(asked with { Picker = null }, new Msg.MeetingRemoved(InventedMeetings.Ahead), new Msg.MeetingsArrived([InventedMeetings.Shown], 0));
        var (_, restoring) = Press(removed, "u");
        var (nothing, none) = Press(Invented.Play(removed, new Msg.MeetingRestored(InventedMeetings.Ahead, "")), "u");

        Assert.Equal("Remove the meeting of 2024-09-09?", asked.Picker!.Title);
        Assert.Equal("with the decisions about 2 bills", asked.Picker.All[1].Detail);
        Assert.Empty(hasty);
        Assert.Equal([new Cmd.RemoveMeeting(InventedMeetings.Ahead)], removing);
        Assert.Equal("Removed the meeting of 2024-09-09; u brings it back", Invented.Play(asked, new Msg.MeetingRemoved(InventedMeetings.Ahead)).Toast!.Words);
        Assert.Equal([new Cmd.RestoreMeeting(InventedMeetings.Ahead)], restoring);
        Assert.Empty(none);
        Assert.Equal("No meeting was removed here", nothing.Toast!.Words);
    }

    [Fact]
    public void A_meeting_that_was_shown_or_cannot_be_asked_for_stays_and_it_says_why()
    {
        var meetings = Invented.Keys(InventedMeetings.Know(Invented.Model()), "4");
        var frozen = Invented.Keys(meetings, "j", "x");
        var offline = Invented.Keys(Invented.Play(meetings, new Msg.ConnectionChanged(new(LinkMark.Offline, Invented.Now))), "x");

        Assert.Equal("Frozen as segment 1: a meeting that was shown is kept", frozen.Toast!.Words);
        Assert.Equal("No connection to the server: nothing was changed", offline.Toast!.Words);
        Assert.All([frozen, offline], model => Assert.Null(model.Picker));
    }

    [Fact]
    public void What_a_changed_record_brings_is_asked_for_once_at_a_time()
    {
        var builder = Answer(InventedMeetings.Builder(Invented.Model()));
        var (first, asks) = DashboardUpdate.Apply(builder, new Msg.ChangesArrived([new("changes/2000.0", Ab9101, "AB 9101") { Revision = 2000 }]));
        var (second, waits) = DashboardUpdate.Apply(first, new Msg.ChangesArrived([new("changes/2001.0", Ab9101, "AB 9101") { Revision = 2001 }]));
        var (third, again) = DashboardUpdate.Apply(second, new Msg.MeetingsAnswered());
        var (_, quiet) = DashboardUpdate.Apply(third, new Msg.MeetingsAnswered());

        Assert.Equal((2, 0, 2, 0), (asks.Length, waits.Length, again.Length, quiet.Length));
    }

    [Fact]
    public void Whatever_is_pressed_in_the_builder_no_bill_is_lost_or_doubled()
    {
        var all = InventedMeetings.Sheet.All.Select(row => row.Id).Order().ToList();
        Prop.ForAll(Gen.Elements("J", "K", "+", "-", "j", "k", "x", "u", "z", "enter", "esc").ListOf().ToArbitrary(), keys =>
        {
            var model = InventedMeetings.Builder(Invented.Model());
            foreach (var key in keys)
            {
                model = Invented.Keys(model, key is "enter" or "esc" && model.Prompt is null ? "j" : key);
                Assert.Equal(all, model.Meetings.OpenSheet!.All.Select(row => row.Id).Order());
                var arrangement = model.Meetings.OpenMeeting!.Arrangement;
                Assert.Equal(arrangement.Length, arrangement.DistinctBy(choice => choice.Bill).Count());
                Assert.DoesNotContain(arrangement, choice => choice.Pinned && choice.LeftOutReason.Length > 0);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static DashboardModel Answer(DashboardModel model) => Invented.Play(model, new Msg.MeetingsAnswered());

    private static DashboardModel On(string measure) => Invented.Play(InventedMeetings.Builder(Invented.Model()), new Msg.ToItem(measure));

    private static (DashboardModel Model, Cmd[] Commands) Press(DashboardModel model, string key) =>
        DashboardUpdate.Apply(model, new Msg.KeyPressed(key.Length == 1 ? KeyStroke.Typed(key) : new(key)));

    private static BillChoice Choice(Cmd[] commands, string bill) =>
        Assert.IsType<Cmd.Arrange>(Assert.Single(commands)).Arrangement.Single(choice => choice.Bill == bill);
}
