using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Help and command palette in one: every command with its keys, to be searched and run, and the tracked bills.</summary>
internal static class CommandList
{
    public static Picker Of(DashboardModel model, bool withBills) => new(withBills ? "Commands and bills" : "Help: every command, by word or by key",
    [
        .. model.Keys.Commands
            .GroupBy(command => command.Group)
            .SelectMany(group => group.Select(command => Choice(command, model.Screen))),
        .. withBills ? Bills(model) : [],
    ])
    {
        Legend = withBills ? [] : ["Filter: words -word \"two words\" stage: pos: p:1 house:sen session: topic: next:<7d new stale marked", "Shift and drag selects text while the mouse is taken.", .. model.Keys.Note.Length > 0 ? (string[])[model.Keys.Note] : []],
        Empty = withBills ? "No command and no tracked bill has these words" : "No command has these words",
    };

    private static Choice Choice(Command command, Screen screen) => new(command.Title, command.Does)
    {
        Keys = KeyWords.Of(command),
        Group = command.Group,
        Detail = ScreenWords.Of(command.When) is { Length: > 0 } where ? $"on {where}" : "",
        Also = $"{command.Id} {command.Group}",
        Off = command.When.HasFlag(screen) ? "" : $"“{command.Title}” works on {ScreenWords.Of(command.When)}",
    };

    private static IEnumerable<Choice> Bills(DashboardModel model) => model.Bills.Values.Order(new BillOrder(new(SortField.Number), model.Today)).Select(bill =>
        new Choice($"{bill.Measure} {bill.Session}  {bill.Title}", new Msg.OpenBill(bill.Name))
        {
            Group = "Bills",
            Detail = bill.StageInWords(),
            Also = bill.Measure.Replace(" ", "", StringComparison.Ordinal),
        });
}
