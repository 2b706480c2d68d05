using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>What is ahead, by day: hearings, deadlines, the Legislature's days, meetings; with the evidence of the one under the cursor.</summary>
internal static class CalendarView
{
    // From these widths on: the day in full, a column for the source, the year.
    private const int Wide = 100;
    private const int WithSource = 78;
    private const int WithYear = 56;

    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var (state, width) = (model.Calendar, model.Layout.ListWidth);
        var heading = Columns(frame.Line(width).Add("    "), "Day", "Bill", ("What", Role.Heading), "Known from", (Role.Heading, Role.Heading, Role.Heading)).Build();
        ListWithPane.Draw(model, frame, state.Place, heading, state.Rows.Length, index => Row(model, frame, index), [.. Rest(model, frame, width)], (columns, rows) => CalendarCard.Lines(model, columns, rows, frame.Glyphs));
    }

    private static LineBuilder Columns(LineBuilder line, string day, string bill, (string Words, Role Role) what, string source, (Role Day, Role Bill, Role Source) roles)
    {
        var width = line.Column + line.Room;
        line.Cell(day, width >= Wide ? 22 : width >= WithYear ? 20 : 11, roles.Day).Cell(bill, 8, roles.Bill);
        return width >= WithSource ? line.Cell(what.Words, line.Room - 16, what.Role).Add(source, roles.Source) : line.Add(what.Words, what.Role);
    }

    private static Line Row(DashboardModel model, FrameBuilder frame, int index)
    {
        var (state, today, width) = (model.Calendar, model.Today, model.Layout.ListWidth);
        var entry = state.Rows[index];
        var selected = index == state.Place.Index;
        var day = entry.DayOn(today);
        var isNewDay = index == state.Place.Top || day != state.Rows[index - 1].DayOn(today);
        var urgent = entry.IsUrgent(today);
        var line = frame.Line(width).Add(selected ? frame.Glyphs.Cursor : " ", Role.Key)
            .Add(urgent ? "!" : entry.Off ? frame.Glyphs.Dead : " ", urgent ? Role.Warning : Role.Dead)
            .Add(entry.Doubtful ? "~ " : "  ", Role.Warning);
        return Columns(
            line,
            isNewDay ? DayWords(day, today, width) : "",
            entry.Measure.Length > 0 ? entry.Measure : entry.Kind == CalendarKind.Meeting ? "meeting" : "calendar",
            (Words(entry, today), urgent ? Role.Warning : entry.Off ? Role.Dim : Role.Text),
            SourceWords(entry),
            (day == today ? Role.Strong : Role.Dim, entry.Measure.Length > 0 ? Role.Strong : Role.Dim, Role.Dim)).Build(selected: selected);
    }

    /// <summary>What it is, with what became of it and how near it is before it, and a time only where a source gives one.</summary>
    private static string Words(CalendarItem entry, DateOnly today)
    {
        var near = !entry.IsUrgent(today) ? "" : (entry.Date.DayNumber - today.DayNumber) switch { 0 => "today: ", 1 => "tomorrow: ", _ => "soon: " };
        var until = entry.Until is { } last ? $", until {TimeWords.Iso(last)}" : "";
        return $"{near}{(entry.Standing.Length > 0 ? entry.Standing + ": " : "")}{entry.What}{(entry.Time.Length > 0 ? ", " + entry.Time : "")}{until}";
    }

    private static string DayWords(DateOnly day, DateOnly today, int width)
    {
        var left = day.DayNumber - today.DayNumber;
        var near = left == 0 ? "today" : FormattableString.Invariant($"{left}d");
        return width >= Wide ? $"{TimeWords.Weekday(day)} {Left(day, today)}"
            : width >= WithYear ? $"{TimeWords.Weekday(day)} {near}"
            : $"{TimeWords.Iso(day)[5..]} {near}";
    }

    /// <summary>Days to a day: "today", "in 45d", "3d ago".</summary>
    public static string Left(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        < 0 and var ago => FormattableString.Invariant($"{-ago}d ago"),
        var days => FormattableString.Invariant($"in {days}d"),
    };

    private static string SourceWords(CalendarItem entry) => entry.Kind == CalendarKind.Hearing
        ? entry.Source.Replace("bill history", "history", StringComparison.Ordinal).Replace("table of hearings", "table", StringComparison.Ordinal)
        : entry.Kind == CalendarKind.Effect ? entry.Source.Split(':')[0]
        : entry.Source;

    // Below the last entry: why there is none, and what the calendar was made from.
    private static IEnumerable<Line> Rest(DashboardModel model, FrameBuilder frame, int width)
    {
        yield return Line.Blank(width);
        var state = model.Calendar;
        if (state.Basis is not { } basis)
        {
            foreach (var line in ListWithPane.Words(frame, model.Connection.Link == LinkMark.Offline ? $"The server has not told its calendar yet. {model.Connection.Reason}" : "Waiting for the server's calendar ...", Role.Text, width))
            {
                yield return line;
            }

            yield break;
        }

        var why = basis.Fault.Length > 0 ? basis.Fault
            : !state.Rows.IsEmpty ? ""
            : model.Filter.Length > 0 ? $"No date matches \"{model.Filter}\". Esc clears the filter."
            : $"No date is known from {TimeWords.Iso(state.LooksBack ? model.Today.AddDays(-30) : model.Today)} on. That is no proof that nothing happens.";
        foreach (var line in (why.Length > 0 ? ListWithPane.Words(frame, why, Role.Strong, width) : []).Concat(basis.Fault.Length > 0 ? [] : ListWithPane.Words(frame, Basis(basis, model), Role.Dim, width)))
        {
            yield return line;
        }
    }

    private static string Basis(CalendarBasis basis, DashboardModel model)
    {
        var read = basis.Bills == 0 ? "No bill is on the watch list."
            : basis.Confirmed is not { } at ? FormattableString.Invariant($"None of the {basis.Bills} bills has been read yet: no hearing or deadline is known.")
            : FormattableString.Invariant($"Read: {basis.Bills - basis.Unread} of {basis.Bills} bills, last at {TimeWords.Clock(at, model.Zone, model.RecordNow)}.");
        var unread = basis is { Unread: > 0, Confirmed: not null } ? FormattableString.Invariant($" Of {basis.Unread} not yet read no date is known.") : "";
        var years = basis.UnpublishedYears.IsEmpty ? "" : $" No legislative calendar of {string.Join(", ", basis.UnpublishedYears)} is published: only the Constitution's days are known.";
        return read + unread + years;
    }
}
