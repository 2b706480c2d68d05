using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The commands of a bill's detail and of editing.</summary>
internal static class BillCommands
{
    private const Screen OfBill = Screen.Bills | Screen.Changes | Screen.Detail;

    public static ImmutableArray<Command> All { get; } =
    [
        Make("edit", "edit position, texts, notes …", "Edit", OfBill, new Msg.StartEdit(), "edit", "e"),
        Make("edit.undo", "undo an edit", "Edit", (Screen.Lists | Screen.Detail) & ~Screen.Meetings, new Msg.UndoEdit(), "", "u"),
        Make("edit.redo", "redo an edit", "Edit", Screen.Lists | Screen.Detail, new Msg.RedoEdit(), "", "ctrl+r"),
        Make("edit.waiting", "edits that wait, conflicts", "Edit", Screen.Lists | Screen.Detail, new Msg.ShowEdits(), "", "C"),
        Make("tab.next", "next part of the bill", "Move", Screen.Detail, new Msg.ToTab(1), "next part", "tab"),
        Make("tab.previous", "previous part of the bill", "Move", Screen.Detail, new Msg.ToTab(-1), "", "shift+tab"),
        Make("tab.history", "history", "Bill", Screen.Detail, new Msg.ShowTab(DetailTab.History), "", "h"),
        Make("tab.status", "status, dates, hearings", "Bill", Screen.Detail, new Msg.ShowTab(DetailTab.Status), "", "s"),
        Make("tab.text", "text versions and digest", "Bill", Screen.Detail, new Msg.ShowTab(DetailTab.Text), "", "t"),
        Make("tab.analyses", "analyses", "Bill", Screen.Detail, new Msg.ShowTab(DetailTab.Analyses), "", "a"),
        Make("tab.votes", "votes", "Bill", Screen.Detail, new Msg.ShowTab(DetailTab.Votes), "", "v"),
        Make("tab.notes", "what people wrote, notes", "Bill", Screen.Detail, new Msg.ShowTab(DetailTab.Notes), "", "n"),
        Make("tab.related", "related bills", "Bill", Screen.Detail, new Msg.ShowTab(DetailTab.Related), "", "l"),
        Make("tab.evidence", "where each value was read", "Bill", Screen.Detail, new Msg.ShowTab(DetailTab.Evidence), "", "E"),
    ];

    private static Command Make(string id, string title, string group, Screen when, Msg does, string hint, string key) =>
        new(id, title, group, when, [key], does) { Hint = hint };
}
