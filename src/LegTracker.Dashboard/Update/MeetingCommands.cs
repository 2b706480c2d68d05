using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The commands on meetings and their segments.</summary>
internal static class MeetingCommands
{
    private const Screen OfBill = Screen.Bills | Screen.Changes | Screen.Detail;

    public static ImmutableArray<Command> All { get; } =
    [
        CommandRegistry.Make("meeting.open", "open the meeting's segment", "Act", Screen.Meetings, new Msg.Open(), "open", "enter"),
        CommandRegistry.Make("meeting.add", "add a meeting", "Act", Screen.Meetings, new Msg.AskMeeting(), "add", "a"),
        CommandRegistry.Make("meeting.edit", "title and minutes", "Act", Screen.Meetings, new Msg.AskMeetingEdit(), "edit", "e"),
        CommandRegistry.Make("meeting.remove", "remove the meeting (asks)", "Act", Screen.Meetings, new Msg.AskRemoveMeeting(), "remove", "x"),
        CommandRegistry.Make("meeting.restore", "bring the removed meeting back", "Act", Screen.Meetings, new Msg.RestoreMeeting(), "", "u"),
        CommandRegistry.Make("item.down", "move the item down", "Segment", Screen.Segment, new Msg.MoveItem(1), "down", "J"),
        CommandRegistry.Make("item.up", "move the item up", "Segment", Screen.Segment, new Msg.MoveItem(-1), "", "K"),
        CommandRegistry.Make("item.longer", "15 seconds more", "Segment", Screen.Segment, new Msg.ItemTime(1), "longer", "+"),
        CommandRegistry.Make("item.shorter", "15 seconds less", "Segment", Screen.Segment, new Msg.ItemTime(-1), "", "-"),
        CommandRegistry.Make("item.add", "put a tracked bill in", "Segment", Screen.Segment, new Msg.ChooseItem(), "add", "a"),
        CommandRegistry.Make("item.out", "leave it out, or take it back", "Segment", Screen.Segment, new Msg.ToggleOut(), "out", "x"),
        CommandRegistry.Make("item.note", "speaker note", "Segment", Screen.Segment, new Msg.AskNote(), "note", "n"),
        CommandRegistry.Make("item.edit", "open the bill, edit its texts", "Segment", Screen.Segment, new Msg.Open(), "", "e", "enter"),
        CommandRegistry.Make("item.undo", "take the last decision back", "Segment", Screen.Segment, new Msg.UndoDecision(), "", "u"),
        CommandRegistry.Make("item.text", "the item as written", "Segment", Screen.Segment, new Msg.ToggleItemText(), "text", "p", "tab"),
        CommandRegistry.Make("segment.write", "write the segment as a file", "Segment", Screen.Segment, new Msg.ChooseFormat(), "write", "w"),
        CommandRegistry.Make("segment.freeze", "freeze the segment", "Segment", Screen.Segment, new Msg.AskFreeze(), "freeze", "F"),
        CommandRegistry.Make("meeting.in", "into the next meeting's segment", "Act", OfBill, new Msg.ForNextMeeting(true), "", "+"),
        CommandRegistry.Make("meeting.out", "out of the next meeting's segment", "Act", OfBill, new Msg.ForNextMeeting(false), "", "x"),
    ];
}
