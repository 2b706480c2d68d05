using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The dashboard's commands: the one list behind key map, help and status bar.</summary>
internal static class CommandRegistry
{
    private const Screen Feeds = Screen.Bills | Screen.Changes;
    private const Screen OfBill = Screen.Bills | Screen.Changes | Screen.Detail;
    private const Screen WithPane = Feeds | Screen.Calendar | Screen.Candidates;
    private const Screen Readable = Feeds | Screen.Candidates;

    /// <summary>The commands with their default keys.</summary>
    public static KeyMap Default { get; } = new(
    [
        Make("open", "open the bill, mark it read", "Act", WithPane, new Msg.Open(), "open", "enter"),
        Make("back", "back, close", "Act", Screen.Detail | Screen.Segment, new Msg.Back(), "back", "esc"),
        Make("clear", "clear filter, leave", "Find", Screen.Lists, new Msg.Back(), "", "esc"),
        Make("filter", "filter as you type", "Find", WithPane, new Msg.StartFilter(), "filter", "/"),
        .. BillCommands.All,
        Make("candidate.accept", "track this candidate", "Act", Screen.Candidates, new Msg.Accept(), "accept", "A"),
        Make("candidate.dismiss", "set this candidate aside", "Act", Screen.Candidates, new Msg.Dismiss(), "dismiss", "D"),
        Make("calendar.back", "the last 30 days too, or not", "Find", Screen.Calendar, new Msg.LookBack(), "30 days back", "["),
        Make("read", "read or unread", "Read", OfBill | Screen.Candidates, new Msg.ToggleRead(), "read", "m"),
        Make("read.all", "mark all shown read (asks)", "Read", Feeds, new Msg.AskMarkShown(), "", "M"),
        Make("unread.next", "next unread", "Read", Readable, new Msg.ToUnread(1), "next unread", "n"),
        Make("unread.previous", "previous unread", "Read", Readable, new Msg.ToUnread(-1), "", "N"),
        Make("bill.next", "next bill", "Move", Screen.Detail, new Msg.ToBill(1), "next bill", "]"),
        Make("bill.previous", "previous bill", "Move", Screen.Detail, new Msg.ToBill(-1), "previous", "["),
        Make("web", "open the bill's web page", "Act", OfBill | WithPane, new Msg.OpenPage(), "web page", "o"),
        Make("copy", "copy the bill's number", "Act", OfBill | WithPane, new Msg.CopyNumber(), "copy", "y"),
        Make("copy.link", "copy the bill's link", "Act", OfBill | WithPane, new Msg.CopyLink(), "", "Y"),
        Make("bookmark", "mark the bill, or not", "Act", OfBill, new Msg.ToggleBookmark(), "", "b"),
        Make("preview", "preview on or off", "Screen", WithPane, new Msg.TogglePreview(), "preview", "p"),
        Make("refresh", "read the bill or list now", "Act", (Screen.Lists | Screen.Detail) & ~Screen.Sources, new Msg.Refresh(), "", "r"),
        Make("refresh.source", "read this source now", "Act", Screen.Sources, new Msg.Refresh(), "read now", "r"),
        .. MeetingCommands.All,
        Make("list.down", "next row", "Move", Screen.All, new Msg.MoveBy(1), "", "j", "down"),
        Make("list.up", "previous row", "Move", Screen.All, new Msg.MoveBy(-1), "", "k", "up"),
        Make("list.pagedown", "next page", "Move", Screen.All, new Msg.PageBy(1), "", "pgdn", "ctrl+d"),
        Make("list.pageup", "previous page", "Move", Screen.All, new Msg.PageBy(-1), "", "pgup", "ctrl+u"),
        Make("list.first", "first row", "Move", Screen.All, new Msg.ToFirst(), "", "g g", "home"),
        Make("list.last", "last row", "Move", Screen.All, new Msg.ToLast(), "", "G", "end"),
        Make("view.bills", "bills", "Screen", Screen.All, new Msg.Show(Screen.Bills), "", "1"),
        Make("view.changes", "changes", "Screen", Screen.All, new Msg.Show(Screen.Changes), "", "2"),
        Make("view.calendar", "calendar", "Screen", Screen.All, new Msg.Show(Screen.Calendar), "", "3"),
        Make("view.meetings", "meetings", "Screen", Screen.All, new Msg.Show(Screen.Meetings), "", "4"),
        Make("view.sources", "sources", "Screen", Screen.All, new Msg.Show(Screen.Sources), "", "5"),
        Make("view.candidates", "candidates", "Screen", Screen.All, new Msg.Show(Screen.Candidates), "", "6"),
        Make("preview.place", "preview side, under", "Screen", WithPane, new Msg.MovePreview(), "", "P"),
        Make("pane", "to the pane and back", "Move", Screen.Bills, new Msg.TogglePane(), "", "tab", "shift+tab"),
        Make("zoom", "the pane alone", "Screen", Screen.Bills, new Msg.ToggleZoom(), "", "z"),
        Make("view.choose", "saved views", "Find", Feeds, new Msg.ChooseView(), "views", "v"),
        Make("view.save", "save this view", "Find", Feeds, new Msg.NameView(), "", "V"),
        Make("sort.number", "sort by number", "Sort and columns", Screen.Bills, new Msg.SortBy(SortField.Number), "", "s n"),
        Make("sort.next", "sort by next date", "Sort and columns", Screen.Bills, new Msg.SortBy(SortField.Next), "", "s d"),
        Make("sort.last", "sort by last action", "Sort and columns", Screen.Bills, new Msg.SortBy(SortField.Last), "", "s l"),
        Make("sort.priority", "sort by priority", "Sort and columns", Screen.Bills, new Msg.SortBy(SortField.Priority), "", "s p"),
        Make("sort.title", "sort by title", "Sort and columns", Screen.Bills, new Msg.SortBy(SortField.Title), "", "s t"),
        Make("sort.reverse", "reverse the order", "Sort and columns", Screen.Bills, new Msg.ReverseSort(), "", "S"),
        Make("columns", "choose the columns", "Sort and columns", Screen.Bills, new Msg.ChooseColumns(), "", "c"),
        Make("theme", "next theme", "Screen", Screen.All, new Msg.NextTheme(), "", "T"),
        Make("ascii", "ASCII glyphs", "Screen", Feeds | Screen.Sources, new Msg.ToggleAscii(), "", "a"),
        Make("mouse", "mouse: free or take", "Screen", Screen.All, new Msg.ToggleMouse(), "", "ctrl+t"),
        Make("commands", "commands and bills", "Find", Screen.All, new Msg.ShowCommands(true), "", ":", "ctrl+p"),
        Make("help", "this help", "Screen", Screen.All, new Msg.ShowCommands(false), "help", "?", "f1"),
        Make("tour", "a tour of the keys, or its end", "Screen", Screen.All, new Msg.ToggleTour(), "", "ctrl+g"),
        Make("redraw", "draw the screen again", "Screen", Screen.All, new Msg.Repaint(), "", "ctrl+l"),
        Make("stop", "stop; fg brings it back", "Screen", Screen.All, new Msg.Stop(), "", "ctrl+z"),
        Make("quit", "quit", "Screen", Screen.All, new Msg.Leave(), "quit", "q", "ctrl+c"),
    ]);

    public static Command Make(string id, string title, string group, Screen when, Msg does, string hint, params string[] keys) =>
        new(id, title, group, when, [.. keys], does) { Hint = hint };
}
