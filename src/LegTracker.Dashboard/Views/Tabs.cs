using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The row of tabs: whole words where they fit, short ones or the digits alone where they do not.</summary>
internal static class Tabs
{
    /// <param name="right">What stands at the right end: the demo clock, or where help is.</param>
    /// <param name="needed">It stands there whatever becomes of the tabs.</param>
    public static void Draw(DashboardModel model, FrameBuilder frame, string right, bool needed)
    {
        var all = Of(model);
        var room = frame.Width - 1;
        var end = TextWidth.Of(right) + 1;
        var (words, withRight) = Fits(Words.Whole, end) ? (Words.Whole, true)
            : !needed && Fits(Words.Whole, 0) ? (Words.Whole, false)
            : Fits(Words.Short, end) ? (Words.Short, true)
            : !needed && Fits(Words.Short, 0) ? (Words.Short, false)
            : (Words.Digits, needed || Fits(Words.Digits, end));

        var line = frame.Line().Add(" ");
        foreach (var tab in all)
        {
            var start = line.Column;
            var text = tab.Text(words);
            line.Add(tab.Here ? $"[{text}]" : $" {text} ", tab.Here ? Role.TabHere : Role.Tab);
            frame.Zone(start, line.Column, new Msg.Show(tab.Screen));
        }

        if (withRight)
        {
            line.To(Math.Max(line.Column, frame.Width - end));
            if (!needed)
            {
                frame.Zone(line.Column, frame.Width, new Msg.ShowCommands(false));
            }

            line.Add(right, needed ? Role.Warning : Role.Dim);
        }

        frame.Add(line.Build());

        bool Fits(Words form, int beside) => all.Sum(tab => TextWidth.Of(tab.Text(form)) + 2) + beside <= room;
    }

    // A line a tab, in the order of their keys.
    private static List<Tab> Of(DashboardModel model)
    {
        var behind = model.Sources.Count(source => source.Mark is SourceMark.Behind or SourceMark.Failing);
        return
        [
            Tab(Screen.Bills, "1", "Bills", "Bills", ""),
            Tab(Screen.Changes, "2", "Changes", "Chg", Count(model.UnreadChanges)),
            Tab(Screen.Calendar, "3", "Calendar", "Cal", ""),
            Tab(Screen.Meetings, "4", "Meetings", "Mtg", ""),
            Tab(Screen.Sources, "5", "Sources", "Src", behind > 0 ? "!" + Count(behind) : ""),
            Tab(Screen.Candidates, "6", "Candidates", "Cand", Count(model.Candidates.Undecided)),
        ];

        Tab Tab(Screen screen, string standard, string whole, string brief, string mark) => new(
            screen, model.Keys.KeyOf(new Msg.Show(screen), standard), whole, brief, mark, screen == model.Screen || (model.Screen is Screen.Detail or Screen.Segment && model.Trail.Length > 0 && model.Trail[0] == screen));
    }

    private static string Count(int count) => count == 0 ? "" : count > 999 ? "1k+" : FormattableString.Invariant($"{count}");

    private enum Words
    {
        Whole,
        Short,
        Digits,
    }

    private sealed record Tab(Screen Screen, string Key, string Whole, string Brief, string Mark, bool Here)
    {
        public string Text(Words form) => form == Words.Digits && Mark.Length > 0 ? $"{Key}({Mark})" : string.Join(' ', new[] { Key, form == Words.Whole ? Whole : form == Words.Short ? Brief : "", Mark }.Where(part => part.Length > 0));
    }
}
