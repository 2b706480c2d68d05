using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The last row: what is being typed, a message, the rest of a chord, or an alarm and what the keys do here.</summary>
internal static class StatusBar
{
    private const string Leaving = "   Esc cancels";

    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var place = Place(model);
        var width = frame.Width - TextWidth.Of(place) - 2;
        var line = frame.Line(width).Add(" ");
        if (model.Prompt is { } prompt && (model.Toast is null || !prompt.Multiline))
        {
            PromptView.Draw(prompt, frame.Glyphs, line);
        }
        else if (model.Toast is { } toast)
        {
            line.Add(toast.Words, toast.IsProblem ? Role.Problem : Role.Strong);
        }
        else if (model.Chord.Length > 0)
        {
            Chords(model, line);
        }
        else
        {
            Hints(model, frame, line);
        }

        frame.Add(line.Build().Beside(frame.Line(frame.Width - width).Add(" " + place + " ", Role.Dim).Build()));
    }

    private static void Hints(DashboardModel model, FrameBuilder frame, LineBuilder line)
    {
        // Where help is stands there however many keys there are before it, and whatever else is to be said.
        var all = model.Keys.Commands.Where(command => command is { Hint.Length: > 0, Keys.Length: > 0 } && command.When.HasFlag(model.Screen) && (Place(model).Length > 0 || !NeedsRow(command.Does))).ToList();
        var help = all.Find(command => command.Does is Msg.ShowCommands { WithBills: false });
        var kept = help is null ? 0 : WidthOf(help);
        if (model.Sources.FirstOrDefault(source => source.Alarm.Length > 0) is { } alarmed && model.Screen != Screen.Sources)
        {
            var start = line.Column;
            line.Add(Fitting.Cut(line.Ready($"! {alarmed.Title}: {alarmed.Alarm}"), line.Room - kept - 2, frame.Glyphs.Ellipsis), Role.Problem);
            frame.Zone(start, line.Column, new Msg.Show(Screen.Sources));
            line.Add("  ");
        }

        foreach (var command in all.Where(command => command != help).TakeWhile(command => WidthOf(command) + kept <= line.Room).Append(help).OfType<Command>())
        {
            if (WidthOf(command) > line.Room)
            {
                break;
            }

            var start = line.Column;
            line.Add(KeyWords.Of(command.Keys[0]), Role.Key).Add(" " + command.Hint, Role.Dim);
            frame.Zone(start, line.Column, command.Does);
            line.Add("  ");
        }
    }

    private static bool NeedsRow(Msg does) => does is Msg.Open or Msg.StartEdit or Msg.ToggleRead or Msg.ToUnread or Msg.OpenPage or Msg.CopyNumber or Msg.TogglePreview
        or Msg.Accept or Msg.Dismiss or Msg.AskMeetingEdit or Msg.AskRemoveMeeting or Msg.Refresh;

    private static int WidthOf(Command command) => TextWidth.Of(KeyWords.Of(command.Keys[0])) + 1 + TextWidth.Of(command.Hint) + 2;

    private static void Chords(DashboardModel model, LineBuilder line)
    {
        line.Add(model.Chord + " ", Role.Input);
        var commands = model.Keys.Beginning(model.Chord, model.Screen);
        var common = CommonWords([.. commands.Select(command => command.Title)]);

        // The words in common give way to the choices, and so does how to leave them.
        var room = line.Room - commands.Sum(command => TextWidth.Of(command.Title) - common.Length + 4);
        line.Add(room >= common.Length ? common : "", Role.Dim);
        foreach (var command in commands)
        {
            var rest = command.Keys.First(key => key.StartsWith(model.Chord + " ", StringComparison.Ordinal))[(model.Chord.Length + 1)..];
            line.Add("  " + rest, Role.Key).Add(" " + command.Title[common.Length..], Role.Dim);
        }

        line.Add(line.Room >= Leaving.Length ? Leaving : "", Role.Dim);
    }

    // The words with which all titles begin, with the space behind them; none for one title alone.
    private static string CommonWords(IReadOnlyList<string> titles)
    {
        var words = "";
        while (titles.Count > 1 && titles[0].IndexOf(' ', words.Length) is var space and > 0 && titles.All(title => title.StartsWith(titles[0][..(space + 1)], StringComparison.Ordinal)))
        {
            words = titles[0][..(space + 1)];
        }

        return words;
    }

    private static string Place(DashboardModel model) => model.Screen switch
    {
        Screen.Bills when model.InPane => Place(model.PaneRow, model.BillUnderCursor?.Actions.Length ?? 0),
        Screen.Bills => Place(model.BillPlace.Index, model.BillRows.Length),
        Screen.Changes => Place(model.ChangePlace.Index, model.ChangeRows.Length),
        Screen.Sources => Place(model.SourcePlace.Index, model.Sources.Length),
        Screen.Calendar => Place(model.Calendar.Place.Index, model.Calendar.Rows.Length),
        Screen.Candidates => Place(model.Candidates.Place.Index, model.Candidates.Rows.Length),
        Screen.Meetings => Place(model.Meetings.Place.Index, model.Meetings.All.Length),
        Screen.Segment => Place(model.Meetings.RowPlace.Index, model.Meetings.OpenSheet?.All.Length ?? 0),
        _ => Place(model.DetailRow, DetailContent.Steps(model)),
    };

    private static string Place(int index, int count) => count == 0 ? "" : FormattableString.Invariant($"{index + 1}/{count}");
}
