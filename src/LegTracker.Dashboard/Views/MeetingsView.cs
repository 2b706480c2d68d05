using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The meetings, newest first, and how the segment of the one under the cursor stands.</summary>
internal static class MeetingsView
{
    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var (layout, state) = (model.Layout, model.Meetings);
        frame.Add(Columns(frame.Line().Add("   "), "Day", "Slot", "Segment", "Bills", "Title", _ => Role.Heading).Build());
        for (var row = 0; row < layout.ListHeight; row++)
        {
            var index = state.Place.Top + row;
            if (index < state.All.Length)
            {
                frame.Zone(0, frame.Width, new Msg.Pick(index));
                frame.Add(Row(model, frame, state.All[index], index == state.Place.Index));
            }
            else
            {
                frame.Add(row == 1 && state.All.IsEmpty ? frame.Line().Add("  " + WhyEmpty(model)).Build() : Line.Blank(frame.Width));
            }
        }

        if (layout.PaneHeight > 0)
        {
            frame.Rule(state.UnderCursor is { } meeting ? FormattableString.Invariant($"{meeting.Date:yyyy-MM-dd}") : "");
            frame.Add(state.UnderCursor is { } chosen ? Pane(model, chosen, frame) : [], model.Rows - 1);
        }
    }

    private static LineBuilder Columns(LineBuilder line, string day, string slot, string segment, string bills, string title, Func<int, Role> role) => line
        .Cell(day, 14, role(0)).RightCell(slot, 6, role(1)).Add(" ").Cell(segment, 8, role(2)).RightCell(bills, 5, role(3)).Add(" ").Add(title, role(4));

    private static Line Row(DashboardModel model, FrameBuilder frame, MeetingItem meeting, bool selected)
    {
        var sheet = model.Meetings.Sheets.GetValueOrDefault(meeting.Name);
        return Columns(
            frame.Line().Add(selected ? frame.Glyphs.Cursor : " ", Role.Key).Add("  "),
            TimeWords.Weekday(meeting.Date),
            FormattableString.Invariant($"{meeting.Minutes} min"),
            meeting.IsFrozen ? "FROZEN" : "DRAFT",
            sheet is null ? frame.Glyphs.Dash : FormattableString.Invariant($"{sheet.Bills}"),
            meeting.Title,
            cell => cell == 2 ? meeting.IsFrozen ? Role.Done : Role.Here : cell == 4 ? Role.Strong : Role.Text).Build(selected: selected);
    }

    private static IEnumerable<Line> Pane(DashboardModel model, MeetingItem meeting, FrameBuilder frame)
    {
        if (model.Meetings.Sheets.GetValueOrDefault(meeting.Name) is not { } sheet)
        {
            return [frame.Line().Add(model.Connection.Link == LinkMark.Live ? "  The server is asked for its segment ..." : "  Its segment was not told before the connection was lost.", Role.Dim).Build()];
        }

        var (words, role) = SlotWords.Of(sheet, frame.Glyphs);
        var stands = meeting.IsFrozen ? $"frozen as {meeting.PublishedAs}" : $"{TimeWords.Relative(meeting.Date, model.Today)}, as the record says at {TimeWords.Clock(sheet.AsOf, model, frame.Glyphs.Dash)}";
        return new[]
        {
            BillCard.Labelled("Slot", words, role, frame.Width - 1, 1, frame.Glyphs),
            BillCard.Labelled("State", stands, Role.Text, frame.Width - 1, 1, frame.Glyphs),
            BillCard.Labelled("Out", sheet.LeftOut.IsEmpty ? "nothing is left out by hand" : string.Join("; ", sheet.LeftOut.Select(row => $"{row.Measure}: {row.LeftOutReason}")), Role.Text, frame.Width - 1, 2, frame.Glyphs),
            BillCard.Labelled("To do", sheet.Missing.IsEmpty ? "no text is missing" : FormattableString.Invariant($"{sheet.Missing.Length} missing: {string.Join(", ", sheet.Missing)}"), sheet.Missing.IsEmpty ? Role.Good : Role.Warning, frame.Width - 1, 2, frame.Glyphs),
        }.SelectMany(lines => lines).Select(line => Line.Blank(1).Beside(line));
    }

    private static string WhyEmpty(DashboardModel model) => model switch
    {
        { Meetings.Known: true } => "No meeting yet: a adds one.",
        { Connection.Link: LinkMark.Offline } => $"The server has not told its meetings yet. {model.Connection.Reason}",
        _ => "Waiting for the server's meetings ...",
    };
}
