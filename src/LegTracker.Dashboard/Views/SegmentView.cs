using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The builder: a meeting's items in order with their minutes, how full the slot is, what is left out, and what is to be checked.</summary>
internal static class SegmentView
{
    /// <summary>What the title bar says.</summary>
    public static string Where(DashboardModel model) => model.Meetings.OpenMeeting is { } meeting
        ? FormattableString.Invariant($"Segment of {meeting.Date:yyyy-MM-dd}  {(meeting.IsFrozen ? "FROZEN" : "DRAFT")}")
        : "Segment";

    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var (layout, state) = (model.Layout, model.Meetings);
        if (state.OpenSheet is not { } sheet)
        {
            frame.Add(Line.Blank(frame.Width));
            frame.Add(frame.Line().Add(state.OpenMeeting is null ? "  This meeting is not there any more. Esc goes back."
                : model.Connection.Link == LinkMark.Live ? "  The server drafts the segment ..." : $"  The segment was not told before the connection was lost. {model.Connection.Reason}").Build());
            return;
        }

        frame.Add(Slot(sheet, frame));
        if (state.ShowsText && layout.PaneWidth == 0 && state.Row is { } shown)
        {
            frame.Rule(shown.Heading);
            frame.Add(SegmentItemView.Lines(shown, frame.Width - 2, frame.Glyphs).Select(line => Line.Blank(1).Beside(line).Beside(Line.Blank(1))), model.Rows - 1);
            return;
        }

        var lines = List(model, sheet, frame, layout).ToList();
        List<Line> beside = layout.PaneWidth > 0 && state.Row is { } row ? [.. SegmentItemView.Lines(row, layout.PaneWidth - 1, frame.Glyphs)] : [];
        for (var at = 0; at < lines.Count; at++)
        {
            var index = state.RowPlace.Top + at - 1;
            if (at > 0 && index < sheet.All.Length)
            {
                frame.Zone(0, layout.ListWidth, new Msg.Pick(index));
            }

            frame.Add(layout.PaneWidth == 0 ? lines[at] : lines[at].Beside(frame.Line(2).Add(frame.Glyphs.Bar, Role.Border).Build())
                .Beside(at < beside.Count ? beside[at] : Line.Blank(layout.PaneWidth - 1)));
        }

        if (layout.PaneHeight > 0)
        {
            frame.Rule(sheet.Name.Length > 0 ? "As it was shown" : "Before it is shown");
            frame.Add(SegmentChecks.Lines(model, sheet, frame.Width - 1, frame.Glyphs).Select(line => Line.Blank(1).Beside(line)), model.Rows - 1);
        }
    }

    private static Line Slot(SegmentSheet sheet, FrameBuilder frame)
    {
        var (words, role) = SlotWords.Of(sheet, frame.Glyphs);
        var line = frame.Line().Add(" ").Add(words, role);
        var bar = Math.Min(30, frame.Width - line.Column - 5);
        return (bar >= 10 ? line.Add("  ").Add(SlotWords.Bar(sheet, bar, frame.Glyphs), role) : line).Build();
    }

    private static IEnumerable<Line> List(DashboardModel model, SegmentSheet sheet, FrameBuilder frame, ScreenLayout layout)
    {
        var (rows, place, wide) = (sheet.All, model.Meetings.RowPlace, layout.ListWidth >= 70);
        yield return Columns(frame.Line(layout.ListWidth).Add("  "), "#", "Section", "Item", "min", "Note", "Why it is in", wide, Role.Heading, Role.Heading).Build();
        for (var at = 0; at < layout.ListHeight; at++)
        {
            var index = place.Top + at;
            yield return index < rows.Length ? Row(rows[index], index, index == place.Index) : Line.Blank(layout.ListWidth);
        }

        Line Row(SheetRow row, int index, bool selected) => Columns(
            frame.Line(layout.ListWidth).Add(selected ? frame.Glyphs.Cursor : " ", Role.Key).Add(row.Pinned ? "+" : " ", Role.Key),
            row.IsOut ? frame.Glyphs.Dash : FormattableString.Invariant($"{index + 1}"),
            SectionOf(row.Section),
            row.Heading,
            row.IsOut ? "out" : row.Seconds == 0 ? frame.Glyphs.Dash : SlotWords.Minutes(row.Seconds) + (row.SecondsByHand ? "=" : " "),
            row.SpeakerNote.Length > 0 ? "yes" : frame.Glyphs.Dash,
            row.IsOut ? row.LeftOutReason : row.Why,
            wide,
            row.IsOut ? Role.Dim : Role.Text,
            row.IsOut ? Role.Dim : row.Bill.Length > 0 ? Role.Strong : Role.Text).Build(selected: selected);
    }

    private static LineBuilder Columns(LineBuilder line, string number, string section, string item, string minutes, string note, string why, bool wide, Role role, Role itemRole)
    {
        line.RightCell(number, 2, role);
        if (wide)
        {
            line.Cell(section, 8, role);
        }

        return line.Cell(item, line.Room >= 90 ? 40 : 24, itemRole).RightCell(minutes, 6, role).Cell(note, 4, role).Add(why, role);
    }

    private static string SectionOf(PartKind section) => section switch
    {
        PartKind.NowInCalifornia => "Now",
        PartKind.Coming => "Coming",
        PartKind.Governor => "Governor",
        PartKind.Moving => "Moving",
        PartKind.Adopted => "Adopted",
        PartKind.Stopped => "Stopped",
        _ => "",
    };
}
