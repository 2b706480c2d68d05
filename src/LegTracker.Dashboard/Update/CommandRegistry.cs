using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The dashboard's commands: the one list behind key map, help and status bar.</summary>
internal static class CommandRegistry
{
    private const Screen Feeds = Screen.Bills | Screen.Changes;
    private const Screen OfBill = Screen.Bills | Screen.Changes | Screen.Detail;

    /// <summary>The commands with their default keys.</summary>
    public static KeyMap Default { get; } = new(
    [
        Make("open", "open the bill, mark it read", "Act", Feeds, new Msg.Open(), "open", "enter"),
        Make("help.run", "do it", "Act", Screen.Help, new Msg.Open(), "do it", "enter"),
        Make("back", "back, close", "Act", Screen.Detail | Screen.Help, new Msg.Back(), "back", "esc"),
        Make("clear", "clear the filter", "Find", Screen.Lists, new Msg.Back(), "", "esc"),
        Make("filter", "filter as you type", "Find", Feeds, new Msg.StartFilter(), "filter", "/"),
        Make("read", "read or unread", "Read", OfBill, new Msg.ToggleRead(), "read", "m"),
        Make("read.all", "mark all shown read (asks)", "Read", Feeds, new Msg.AskMarkShown(), "", "M"),
        Make("unread.next", "next unread", "Read", Feeds, new Msg.ToUnread(1), "next unread", "n"),
        Make("unread.previous", "previous unread", "Read", Feeds, new Msg.ToUnread(-1), "", "N"),
        Make("bill.next", "next bill", "Move", Screen.Detail, new Msg.ToBill(1), "next bill", "]"),
        Make("bill.previous", "previous bill", "Move", Screen.Detail, new Msg.ToBill(-1), "previous", "["),
        Make("web", "open the bill's web page", "Act", OfBill, new Msg.OpenPage(), "web page", "o"),
        Make("copy", "copy the bill's number", "Act", OfBill, new Msg.CopyNumber(), "copy", "y"),
        Make("preview", "preview on or off", "Screen", Feeds, new Msg.TogglePreview(), "preview", "p"),
        Make("refresh", "read the source or bill now", "Act", Screen.Lists | Screen.Detail, new Msg.Refresh(), "", "r"),
        Make("list.down", "next row", "Move", Screen.All, new Msg.MoveBy(1), "", "j", "down"),
        Make("list.up", "previous row", "Move", Screen.All, new Msg.MoveBy(-1), "", "k", "up"),
        Make("list.pagedown", "next page", "Move", Screen.All, new Msg.PageBy(1), "", "pgdn", "ctrl+d"),
        Make("list.pageup", "previous page", "Move", Screen.All, new Msg.PageBy(-1), "", "pgup", "ctrl+u"),
        Make("list.first", "first row", "Move", Screen.All, new Msg.ToFirst(), "", "g g", "home"),
        Make("list.last", "last row", "Move", Screen.All, new Msg.ToLast(), "", "G", "end"),
        Make("view.bills", "bills", "Screen", Screen.All, new Msg.Show(Screen.Bills), "", "1"),
        Make("view.changes", "changes", "Screen", Screen.All, new Msg.Show(Screen.Changes), "", "2"),
        Make("view.sources", "sources", "Screen", Screen.All, new Msg.Show(Screen.Sources), "", "5"),
        Make("help", "this help", "Screen", Screen.All, new Msg.ToggleHelp(), "help", "?", "f1"),
        Make("tour", "a tour of the keys, or its end", "Screen", Screen.All, new Msg.ToggleTour(), "", "ctrl+t"),
        Make("redraw", "draw the screen again", "Screen", Screen.All, new Msg.Repaint(), "", "ctrl+l"),
        Make("stop", "stop; fg brings it back", "Screen", Screen.All, new Msg.Stop(), "", "ctrl+z"),
        Make("quit", "quit", "Screen", Screen.All, new Msg.Leave(), "quit", "q", "ctrl+c"),
    ]);

    private static Command Make(string id, string title, string group, Screen when, Msg does, string hint, params string[] keys) =>
        new(id, title, group, when, [.. keys], does) { Hint = hint };
}
