using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>One bill in full: its passage, where it stands, what is known of it, and its whole history, newest first.</summary>
internal static class BillDetailView
{
    private const int SideWidth = 44;

    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        if (model.Bills.GetValueOrDefault(model.DetailBill) is not { } bill)
        {
            frame.Add(Line.Blank(frame.Width));
            frame.Add(frame.Line().Add("  This bill is not tracked any more. Esc goes back.").Build());
            return;
        }

        var (glyphs, width, wide) = (frame.Glyphs, frame.Width - 2, frame.Width >= 120);
        var head = BillCard.Head(bill, width, 2, glyphs, model.View.Bookmarks.Contains(bill.Name));
        head.Add(Line.Blank(width));
        head.AddRange(model.Rows >= 32 ? RailView.Full(bill, width, glyphs, model.Today) : RailView.Compact(bill, width, glyphs));
        frame.Add(head.Select(Inset), model.Rows - 5);
        frame.Rule(FormattableString.Invariant($"History ({bill.Actions.Length})"));

        var height = model.Rows - 1 - frame.Count;
        var standing = BillCard.Standing(bill, model, wide ? SideWidth : width, 3, glyphs);
        var facts = Facts(bill, wide ? SideWidth : width, glyphs);
        var history = History(bill, model, wide ? frame.Width - SideWidth - 4 : width, glyphs);
        List<Line> side = wide ? [.. standing, .. facts] : [];
        List<(int Index, Line Line)> body = wide ? history : [.. Still(standing), .. Still([Line.Blank(width)]), .. history, .. Still([Line.Blank(width), .. facts])];
        var top = Top(body, model.DetailRow, height);
        for (var row = 0; row < height; row++)
        {
            var (index, line) = top + row < body.Count ? body[top + row] : (-1, Line.Blank(wide ? frame.Width - SideWidth - 4 : width));
            if (index >= 0)
            {
                frame.Zone(0, frame.Width, new Msg.Pick(index));
            }

            frame.Add(!wide ? Inset(line) : Inset(line)
                .Beside(frame.Line(2).Add(frame.Glyphs.Bar, Role.Border).Build())
                .Beside(row < side.Count ? side[row] : Line.Blank(SideWidth)));
        }
    }

    private static Line Inset(Line line) => Line.Blank(1).Beside(line).Beside(Line.Blank(1));

    private static IEnumerable<(int Index, Line Line)> Still(IEnumerable<Line> lines) => lines.Select(line => (-1, line));

    private static List<Line> Facts(BillItem bill, int width, Glyphs glyphs) =>
    [
        .. bill.Location.Length > 0 ? BillCard.Labelled("Place", bill.Location, Role.Text, width, 2, glyphs) : [],
        .. bill.Facts.SelectMany(fact => BillCard.Labelled(fact.Label, fact.Words, Role.Text, width, 6, glyphs)),
    ];

    private static List<(int Index, Line Line)> History(BillItem bill, DashboardModel model, int width, Glyphs glyphs)
    {
        var news = model.Changes.Where(change => change.Bill == bill.Name && (change.Unread || model.DetailNew.Contains(change.Name))).Select(change => change.After).ToHashSet(StringComparer.Ordinal);
        var lines = new List<(int, Line)>();
        for (var index = 0; index < bill.Actions.Length; index++)
        {
            var action = bill.Actions[bill.Actions.Length - 1 - index];
            lines.AddRange(BillCard.ActionLines(action, width, news.Contains(action.Text), index == model.DetailRow, glyphs).Select(line => (index, line)));
        }

        if (lines.Count == 0)
        {
            lines.Add((-1, new LineBuilder(width, glyphs).Add(bill.Freshness == Freshness.NeverRead ? "No history: the bill is not yet read." : "No history is known.", Role.Dim).Build()));
        }

        return lines;
    }

    // The cursor in the middle where the ends allow it; at the first line everything above it is seen too.
    private static int Top(List<(int Index, Line Line)> body, int cursor, int height)
    {
        var at = body.FindIndex(row => row.Index == cursor);
        return cursor == 0 || at < 0 ? 0 : Math.Clamp(at - (height / 2), 0, Math.Max(0, body.Count - height));
    }
}
