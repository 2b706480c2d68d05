using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Going into screens and back, and what is done with the bill at hand.</summary>
internal static class Visits
{
    /// <summary>The bill that bill commands act on: in detail, or under the cursor.</summary>
    public static (string Name, string Measure)? BillAtHand(DashboardModel model) => model.Screen switch
    {
        Screen.Detail => model.Bills.GetValueOrDefault(model.DetailBill) is { } bill ? (bill.Name, bill.Measure) : null,
        Screen.Bills => model.BillUnderCursor is { } bill ? (bill.Name, bill.Measure) : null,
        Screen.Changes => model.ChangeUnderCursor is { } change ? (change.Bill, change.Measure) : null,
        Screen.Calendar => model.Calendar.UnderCursor is { Bill.Length: > 0 } entry ? (entry.Bill, entry.Measure) : null,
        Screen.Candidates => model.Candidates.UnderCursor is { } candidate ? (candidate.Bill, candidate.Measure) : null,
        Screen.Segment => model.Meetings.Row is { Bill.Length: > 0 } row ? (row.Bill, row.Measure) : null,
        _ => null,
    };

    public static DashboardModel Enter(DashboardModel model, Screen screen) =>
        model with { Screen = screen, Trail = model.Trail.Add(model.Screen), Prompt = null };

    public static DashboardModel Return(DashboardModel model) => model.Trail.IsEmpty
        ? model with { Screen = Screen.Bills }
        : model with { Screen = model.Trail[^1], Trail = model.Trail.RemoveAt(model.Trail.Length - 1) };

    /// <summary>Closes, clears or goes back: a visited screen, then a kept filter.</summary>
    public static DashboardModel Back(DashboardModel model) => model switch
    {
        { Screen: Screen.Detail or Screen.Segment } => Return(model),
        { Screen: Screen.Candidates, Candidates.Whole: true } => model with { Candidates = model.Candidates with { Whole = false } },
        { InPane: true } => Panes.Leave(model),
        { Filter.Length: > 0 } => Arrivals.Reorder(model with { Filter = "" }),
        _ => model,
    };

    public static (DashboardModel Model, Cmd[] Commands) Open(DashboardModel model)
    {
        if (model.Screen is Screen.Meetings or Screen.Segment)
        {
            return MeetingVisits.Open(model);
        }

        if (model is { Screen: Screen.Candidates, Candidates.Whole: false })
        {
            return (Candidates.Open(model), []);
        }

        if (model.Screen == Screen.Sources || BillAtHand(model) is not { } bill)
        {
            return model.Calendar.UnderCursor is { } entry && model.Screen == Screen.Calendar ? (DashboardUpdate.Say(model, $"No bill belongs to this day: {entry.What}"), []) : (model, []);
        }

        return model.Bills.ContainsKey(bill.Name)
            ? OpenBill(model, bill.Name)
            : (DashboardUpdate.Say(model, $"{bill.Measure} is not tracked any more", isProblem: true), []);
    }

    /// <summary>A tracked bill in detail; from another bill's detail, going back leads to where that was opened.</summary>
    public static (DashboardModel Model, Cmd[] Commands) OpenBill(DashboardModel model, string bill) =>
        model.Bills.ContainsKey(bill) ? ShowBill(model.Screen == Screen.Detail ? model : Enter(model, Screen.Detail), bill) : (model, []);

    /// <summary>In detail: the next or previous bill of the list, stopping at its ends.</summary>
    public static (DashboardModel Model, Cmd[] Commands) ToBill(DashboardModel model, int direction)
    {
        var rows = model.BillRows;
        var at = rows.IndexOf(rows.FirstOrDefault(bill => bill.Name == model.DetailBill)!);
        var to = at + direction;
        if (at < 0 || to < 0 || to >= rows.Length)
        {
            return (DashboardUpdate.Say(model, direction > 0 ? "This is the last bill of the list" : "This is the first bill of the list"), []);
        }

        var moved = model with { BillPlace = model.BillPlace.At(to, rows.Length, model.LayoutOf(Screen.Bills).ListHeight, i => rows[i].Name) };
        return ShowBill(moved, rows[to].Name);
    }

    /// <summary>Asks that a source or a bill be read now; where a bill's details could not be fetched, they come first.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Refresh(DashboardModel model)
    {
        if (model.Screen == Screen.Candidates)
        {
            return (DashboardUpdate.Say(model, "Asked the server to read the bulk files now: new bills are found in them"), [new Cmd.Poll("sources/bulk", "")]);
        }

        if (model.Screen == Screen.Sources)
        {
            return model.SourcePlace.Index < model.Sources.Length && model.Sources[model.SourcePlace.Index] is var source
                ? (DashboardUpdate.Say(model, $"Asked the server to read {source.Title} now"), [new Cmd.Poll(source.Name, "")])
                : (model, []);
        }

        if (model.Screen == Screen.Meetings)
        {
            return MeetingVisits.Show(model);
        }

        return Details.Again(model) is { } again ? again
            : BillAtHand(model) is { } bill
            ? (DashboardUpdate.Say(model, $"Asked the server to read {bill.Measure} now"), [new Cmd.Poll("", bill.Name)])
            : (model, []);
    }

    public static (DashboardModel Model, Cmd[] Commands) Copy(DashboardModel model) => BillAtHand(model) is { } bill
        ? (DashboardUpdate.Say(model, $"Sent “{bill.Measure}” to the terminal's clipboard"), [new Cmd.Copy(bill.Measure)])
        : (model, []);

    public static (DashboardModel Model, Cmd[] Commands) CopyLink(DashboardModel model) => BillAtHand(model) is not { } bill ? (model, [])
        : model.Bills.GetValueOrDefault(bill.Name)?.PageUrl is { Length: > 0 } url ? (DashboardUpdate.Say(model, $"Sent {url} to the terminal's clipboard"), [new Cmd.Copy(url)])
        : (DashboardUpdate.Say(model, $"No web page is known for {bill.Measure}", isProblem: true), []);

    public static (DashboardModel Model, Cmd[] Commands) OpenPage(DashboardModel model)
    {
        if (BillAtHand(model) is not { } bill)
        {
            return (model, []);
        }

        var known = model.Bills.GetValueOrDefault(bill.Name);
        return (model switch
        {
            { Screen: Screen.Candidates } => model.Candidates.UnderCursor?.PageUrl,
            { Screen: Screen.Detail, DetailTab: DetailTab.Analyses } => known?.AnalysesUrl,
            _ => known?.PageUrl,
        }) is { Length: > 0 } url
            ? (DashboardUpdate.Say(model, $"Opening {url}"), [new Cmd.Open(url)])
            : (DashboardUpdate.Say(model, $"No web page is known for {bill.Measure}", isProblem: true), []);
    }

    /// <summary>The bill in detail, its changes read.</summary>
    public static (DashboardModel Model, Cmd[] Commands) ShowBill(DashboardModel model, string bill) => Details.Opened(Reading.Mark(
        model with
        {
            DetailBill = bill,
            DetailRow = 0,
            DetailNew = [.. model.Changes.Where(change => change.Unread && change.Bill == bill).Select(change => change.Name)],
        },
        change => change.Bill == bill,
        read: true));
}
