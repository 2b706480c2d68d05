using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>One bill in full: who and what, its passage, what is next, and the open tab; on a wide screen what is ours beside it.</summary>
internal static class BillDetailView
{
    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        if (model.Bills.GetValueOrDefault(model.DetailBill) is not { } bill)
        {
            frame.Add(Line.Blank(frame.Width));
            frame.Add(frame.Line().Add("  This bill is not tracked any more. Esc goes back.").Build());
            return;
        }

        var (glyphs, width, wide) = (frame.Glyphs, frame.Width - 2, frame.Width >= 120);
        frame.Add(Head(bill, model, width, wide, glyphs).Select(Inset), Math.Max(frame.Count + 1, model.Rows - 5));
        DetailTabs.Draw(model, frame);

        var height = model.Rows - 1 - frame.Count;
        var tabWidth = DetailContent.Width(frame.Width);
        var body = Body(model, tabWidth, glyphs);
        var side = wide ? DetailSide.Lines(bill, model, DetailContent.SideWidth, glyphs) : [];
        var top = Top(body, model.DetailRow, height);
        for (var row = 0; row < height; row++)
        {
            var (index, line) = top + row < body.Count ? body[top + row] : (-1, Line.Blank(tabWidth));
            if (index >= 0)
            {
                frame.Zone(0, wide ? tabWidth + 1 : frame.Width, new Msg.Pick(index));
            }

            frame.Add(!wide ? Inset(line) : Inset(line)
                .Beside(frame.Line(2).Add(glyphs.Bar, Role.Border).Build())
                .Beside(row < side.Count ? side[row] : Line.Blank(DetailContent.SideWidth)));
        }
    }

    // Rails and box go first where rows are few.
    private static List<Line> Head(BillItem bill, DashboardModel model, int width, bool wide, Glyphs glyphs)
    {
        var (tall, roomy) = (model.Rows >= 32, model.Rows >= 16);
        var ours = string.Join("  ", new[] { bill.Position, bill.Priority is { } priority ? FormattableString.Invariant($"P{priority}") : "" }.Where(word => word.Length > 0));
        var lines = BillCard.Head(bill, width, tall ? 2 : 1, glyphs, model.View.Bookmarks.Contains(bill.Name));
        if (!roomy)
        {
            return [lines[0]];
        }

        lines[0] = new LineBuilder(width, glyphs).Add($"{bill.Measure}  {bill.Session}", Role.Strong).Add(bill.Authors.IsEmpty ? "" : "  " + string.Join(", ", bill.Authors))
            .Add(ours.Length > 0 ? "  " + ours : "", Role.Good).Add(Waits(bill, model, glyphs), Role.Warning)
            .Add(model.View.Bookmarks.Contains(bill.Name) ? $"  {glyphs.Bookmark} marked" : "", Role.Key).Build();
        lines.AddRange(BillCard.Standing(bill, model, width, 1, glyphs).Take(bill.Freshness is Freshness.Current or Freshness.NeverRead ? 1 : 2));
        if (tall)
        {
            lines.Add(Line.Blank(width));
        }

        var detail = model.Detail?.Bill == bill.Name ? model.Detail : null;
        lines.AddRange(tall && width >= PassageView.LeastWidth ? PassageView.Lines(bill, detail?.Votes ?? [], width, glyphs, model.Today) : RailView.Compact(bill, width, glyphs, model.Today));
        if (model.Rows >= 22 && bill.Lanes.Any(step => step.Mark == StepMark.Unknown))
        {
            lines.Add(new LineBuilder(width, glyphs).Add($"{glyphs.Unknown} not known: the history at hand does not reach back so far, or has a gap", Role.Dim).Build());
        }

        if (tall)
        {
            lines.Add(Line.Blank(width));
        }

        lines.AddRange(NextBox.Lines(bill, model, width, tall ? 2 : model.Rows >= 22 ? 1 : 0, glyphs));
        return lines;
    }

    private static string Waits(BillItem bill, DashboardModel model, Glyphs glyphs) => model.Editing.WaitingOf(bill.Name) switch
    {
        0 => "",
        1 => $"  {glyphs.Pending} 1 edit waits",
        var many => FormattableString.Invariant($"  {glyphs.Pending} {many} edits wait"),
    };

    // Each row with the step of the cursor that it belongs to.
    private static List<(int Index, Line Line)> Body(DashboardModel model, int width, Glyphs glyphs)
    {
        var parts = DetailContent.Of(model);
        var indent = Math.Min(14, parts.Max(part => (int?)TextWidth.Of(part.Label)) ?? 0) is var label and > 0 ? label + 3 : 0;
        var lines = new List<(int, Line)>();
        var step = 0;
        foreach (var part in parts)
        {
            var rows = Fitting.Wrap(new LineBuilder(width, glyphs).Ready(part.Words), width - indent);
            var steps = part.Steps(width);
            for (var row = 0; row < rows.Count; row++)
            {
                var index = step + (row * steps / rows.Count);
                lines.Add((index, Row(part, rows[row], row == 0, indent, width, index == model.DetailRow, glyphs)));
            }

            step += steps;
        }

        return lines;
    }

    private static Line Row(DetailPart part, string words, bool first, int indent, int width, bool selected, Glyphs glyphs)
    {
        var line = new LineBuilder(width, glyphs);
        if (first && indent > 0)
        {
            line.Add(Fitting.Cut(line.Ready(part.Label), indent - 3, glyphs.Ellipsis), part.Kind == DetailPartKind.Line ? Role.Dim : Role.Heading).To(indent - 2).Add(part.IsNew ? glyphs.Unread : " ", Role.Unread);
        }

        return line.To(indent).Add(words, part.Kind switch
        {
            DetailPartKind.Strong => Role.Strong,
            DetailPartKind.Dim => Role.Dim,
            DetailPartKind.Warning => Role.Warning,
            _ => part.IsNew ? Role.Strong : Role.Text,
        }).Build(selected: selected);
    }

    private static Line Inset(Line line) => Line.Blank(1).Beside(line).Beside(Line.Blank(1));

    // The cursor in the middle where the ends allow it.
    private static int Top(List<(int Index, Line Line)> body, int cursor, int height)
    {
        var at = body.FindIndex(row => row.Index >= cursor);
        return cursor == 0 || at < 0 ? 0 : Math.Clamp(at - (height / 2), 0, Math.Max(0, body.Count - height));
    }
}
