using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The feed of recorded changes, newest first, with the one under the cursor told in full.</summary>
internal static class ChangesView
{
    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var layout = model.Layout;
        var wide = layout.ListWidth >= WithKind;
        var lines = new List<Line> { Columns(frame.Line(layout.ListWidth).Add("   "), ("When", "Bill", "Kind", "What"), (Role.Heading, Role.Heading, Role.Heading), wide).Build() };
        for (var row = 0; row < layout.ListHeight; row++)
        {
            var index = model.ChangePlace.Top + row;
            lines.Add(index < model.ChangeRows.Length
                ? Row(model, frame, index, row == 0, layout.ListWidth, wide)
                : row == 1 && model.ChangeRows.IsEmpty ? frame.Line(layout.ListWidth).Add("  " + WhyEmpty(model)).Build() : Line.Blank(layout.ListWidth));
        }

        var beside = layout.PaneWidth > 0 ? Card(model, layout.PaneWidth - 1, frame.Glyphs) : [];
        for (var row = 0; row < lines.Count; row++)
        {
            if (row > 0 && model.ChangePlace.Top + row - 1 < model.ChangeRows.Length)
            {
                frame.Zone(0, layout.ListWidth, new Msg.Pick(model.ChangePlace.Top + row - 1));
            }

            frame.Add(layout.PaneWidth > 0
                ? lines[row].Beside(frame.Line(2).Add(frame.Glyphs.Bar, Role.Border).Build()).Beside(row < beside.Count ? beside[row] : Line.Blank(layout.PaneWidth - 1))
                : lines[row]);
        }

        if (layout.PaneHeight > 0)
        {
            frame.Rule();
            frame.Add(Card(model, frame.Width - 1, frame.Glyphs).Select(line => Line.Blank(1).Beside(line)), model.Rows - 1);
        }
    }

    private static LineBuilder Columns(LineBuilder line, (string When, string Bill, string Kind, string What) words, (Role When, Role Bill, Role What) roles, bool wide)
    {
        line.Cell(words.When, 16, roles.When).Cell(words.Bill, 8, roles.Bill);
        return (wide ? line.Cell(words.Kind, 15, Role.Dim) : line).Add(words.What, roles.What);
    }

    private static Line Row(DashboardModel model, FrameBuilder frame, int index, bool firstShown, int width, bool wide)
    {
        var change = model.ChangeRows[index];
        var selected = index == model.ChangePlace.Index;
        var day = TimeWords.DayOf(change.Recorded, model);
        var isNewDay = firstShown || day != TimeWords.DayOf(model.ChangeRows[index - 1].Recorded, model);
        var ago = model.Today.DayNumber - day.DayNumber;
        var label = !isNewDay ? "" : ago == 0 ? "Today" : ago == 1 ? "Yesterday" : TimeWords.Iso(day);
        var time = TimeWords.Clock(change.Recorded, model.Zone, change.Recorded);
        var line = frame.Line(width).Add(selected ? frame.Glyphs.Cursor : " ", Role.Key).Add(change.Unread ? frame.Glyphs.Unread : " ", Role.Unread).Add(" ");
        return Columns(line, (label.PadRight(11) + time, change.Measure, change.Kind, WithoutMeasure(change)), (Role.Dim, change.Unread ? Role.Unread : Role.Strong, Role.Text), wide).Build(selected: selected);
    }

    private static List<Line> Card(DashboardModel model, int width, Glyphs glyphs)
    {
        if (model.ChangeUnderCursor is not { } change)
        {
            return [];
        }

        var bill = model.Bills.GetValueOrDefault(change.Bill);
        var lines = bill is null ? [new LineBuilder(width, glyphs).Add(change.Measure, Role.Strong).Build()] : BillCard.Head(bill, width, TitleRows, glyphs);
        lines.AddRange(Told("What", change.Summary, Role.Strong, 4));
        if (change.Before.Length > 0)
        {
            lines.AddRange(Told("Before", change.Before, Role.Text, 4));
            lines.AddRange(Told("After", change.After.Length > 0 ? change.After : glyphs.Dash, Role.Text, 4));
        }

        if (change.Kind.Length > 0)
        {
            lines.AddRange(Told("Kind", change.Kind, Role.Text, 1));
        }

        lines.AddRange(Told("Day", change.EventDate is { } day ? $"{TimeWords.Weekday(day)} ({TimeWords.Relative(day, model.Today)})" : "not dated", Role.Text, 1));
        lines.AddRange(Told("Seen", $"{TimeWords.Clock(change.Recorded, model.Zone, model.RecordNow)}{(change.Source.Length > 0 ? $", {change.Source}" : "")}{(change.Actor.Length > 0 ? $", by {change.Actor}" : "")}", Role.Dim, 2));
        if (bill is not null)
        {
            lines.AddRange(Told("Stage", bill.StageInWords(), glyphs.Of(bill.Mark).Role, 1));
        }

        return lines;

        IEnumerable<Line> Told(string label, string words, Role role, int rows) => BillCard.Labelled(label, words, role, width, rows, glyphs);
    }

    private const int TitleRows = 2;

    // From this width on the list has a column for the kind.
    private const int WithKind = 90;

    // The number stands in its own column already; the day of a line of the history is kept, shortly.
    private static string WithoutMeasure(ChangeItem change) => change is { EventDate: { } day, After.Length: > 0 } && change.Summary.StartsWith("On ", StringComparison.Ordinal)
        && change.Summary.EndsWith($", {change.Measure}: {change.After}", StringComparison.Ordinal)
        ? $"{(day.Year == change.Recorded.Year ? TimeWords.MonthDay(day) : TimeWords.Iso(day))}: {change.After}"
        : change.Measure.Length > 0 && change.Summary.StartsWith(change.Measure, StringComparison.Ordinal)
        && change.Summary[change.Measure.Length..].TrimStart(':', ',', ' ') is { Length: > 0 } rest && !char.IsDigit(change.Summary[change.Measure.Length])
        ? rest
        : change.Summary;

    private static string WhyEmpty(DashboardModel model) => model.Changes.IsEmpty
        ? model.BillsKnown ? "Nothing has changed since you started." : "Nothing has been received yet."
        : $"No change matches \"{model.Filter}\". Esc clears the filter.";
}
