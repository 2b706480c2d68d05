using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The row of a bill's tabs with their keys: with counts, with words, or the keys alone, as the width allows.</summary>
internal static class DetailTabs
{
    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var commands = model.Keys.Commands.Where(command => command.Does is Msg.ShowTab).ToList();
        var widths = new Func<Command, string>[] { command => Named(command, model, counted: true), command => Named(command, model, counted: false), command => Here(command, model) ? Named(command, model, counted: true) : Key(command) };
        var name = widths.FirstOrDefault(kind => commands.Sum(command => TextWidth.Of(kind(command)) + 2) + 1 <= frame.Width) ?? widths[^1];
        var line = frame.Line().Add(frame.Glyphs.Rule, Role.Border);
        foreach (var command in commands)
        {
            var (start, here) = (line.Column, Here(command, model));
            line.Add(here ? $"[{name(command)}]" : $" {name(command)} ", here ? Role.TabHere : Role.Tab);
            frame.Zone(start, line.Column, command.Does);
        }

        frame.Add(line.Fill(frame.Glyphs.Rule, Role.Border).Build());
    }

    private static bool Here(Command command, DashboardModel model) => ((Msg.ShowTab)command.Does).Tab == model.DetailTab;

    private static string Key(Command command) => command.Keys.IsEmpty ? "-" : KeyWords.Of(command.Keys[0]);

    private static string Named(Command command, DashboardModel model, bool counted)
    {
        var tab = ((Msg.ShowTab)command.Does).Tab;
        var count = counted ? DetailContent.Count(model, tab) : null;
        return $"{Key(command)} {Word(tab)}{(count is { } known ? known.ToString(" 0", CultureInfo.InvariantCulture) : "")}";
    }

    private static string Word(DetailTab tab) => tab switch
    {
        DetailTab.Notes => "Ours",
        DetailTab.Related => "Links",
        var other => other.ToString(),
    };
}
