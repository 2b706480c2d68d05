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
        { Screen: Screen.Help or Screen.Detail } => Return(model),
        { Filter.Length: > 0 } => Arrivals.Reorder(model with { Filter = "" }),
        _ => model,
    };

    public static (DashboardModel Model, Cmd[] Commands) Open(DashboardModel model)
    {
        if (model.Screen == Screen.Help)
        {
            return RunFromHelp(model);
        }

        if (model.Screen is not (Screen.Bills or Screen.Changes) || BillAtHand(model) is not { } bill)
        {
            return (model, []);
        }

        return model.Bills.ContainsKey(bill.Name)
            ? ShowBill(Enter(model, Screen.Detail), bill.Name)
            : (DashboardUpdate.Say(model, $"{bill.Measure} is not tracked any more", isProblem: true), []);
    }

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

    /// <summary>Asks that a source or a bill be read now.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Refresh(DashboardModel model)
    {
        if (model.Screen == Screen.Sources)
        {
            return model.SourcePlace.Index < model.Sources.Length && model.Sources[model.SourcePlace.Index] is var source
                ? (DashboardUpdate.Say(model, $"Asked the server to read {source.Title} now"), [new Cmd.Poll(source.Name, "")])
                : (model, []);
        }

        return BillAtHand(model) is { } bill
            ? (DashboardUpdate.Say(model, $"Asked the server to read {bill.Measure} now"), [new Cmd.Poll("", bill.Name)])
            : (model, []);
    }

    public static (DashboardModel Model, Cmd[] Commands) Copy(DashboardModel model) => BillAtHand(model) is { } bill
        ? (DashboardUpdate.Say(model, $"Sent “{bill.Measure}” to the terminal's clipboard"), [new Cmd.Copy(bill.Measure)])
        : (model, []);

    public static (DashboardModel Model, Cmd[] Commands) OpenPage(DashboardModel model)
    {
        if (BillAtHand(model) is not { } bill)
        {
            return (model, []);
        }

        var known = model.Bills.GetValueOrDefault(bill.Name);
        return (model is { Screen: Screen.Detail, DetailTab: DetailTab.Analyses } ? known?.AnalysesUrl : known?.PageUrl) is { Length: > 0 } url
            ? (DashboardUpdate.Say(model, $"Opening {url}"), [new Cmd.Open(url)])
            : (DashboardUpdate.Say(model, $"No web page is known for {bill.Measure}", isProblem: true), []);
    }

    private static (DashboardModel Model, Cmd[] Commands) ShowBill(DashboardModel model, string bill) => Details.Opened(Reading.Mark(
        model with
        {
            DetailBill = bill,
            DetailRow = 0,
            DetailNew = [.. model.Changes.Where(change => change.Unread && change.Bill == bill).Select(change => change.Name)],
        },
        change => change.Bill == bill,
        read: true));

    private static (DashboardModel Model, Cmd[] Commands) RunFromHelp(DashboardModel model)
    {
        var command = model.Keys.Commands.ElementAtOrDefault(model.HelpPlace.Index);
        var below = Return(model);
        return command is null || command.Does is Msg.ToggleHelp or Msg.Back ? (below, [])
            : command.When.HasFlag(below.Screen) ? DashboardUpdate.Apply(below, command.Does)
            : (DashboardUpdate.Say(model, $"“{command.Title}” does nothing on the screen below"), []);
    }
}
