using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The card of the bill under the cursor in the watch list's pane; scrolled through its whole history while keys go into it.</summary>
internal static class BillPane
{
    public static List<Line> Lines(DashboardModel model, FrameBuilder frame, int width, int height)
    {
        if (model.BillUnderCursor is not { } bill)
        {
            return [];
        }

        if (!model.InPane)
        {
            return BillCard.Lines(bill, model, width, height);
        }

        var row = Math.Clamp(model.PaneRow, 0, Math.Max(0, bill.Actions.Length - 1));
        var all = BillCard.Lines(bill, model, width, int.MaxValue);
        if (bill.Actions.IsEmpty)
        {
            return [.. all.Take(height)];
        }

        // The history is the card's end, newest first: what is older than the row tells where that row stands.
        var own = BillCard.ActionLines(bill.Actions[^(row + 1)], width, isNew: false, selected: true, frame.Glyphs);
        var older = bill.Actions.Take(bill.Actions.Length - 1 - row).Sum(action => BillCard.ActionLines(action, width, isNew: false, selected: false, frame.Glyphs).Count);
        var at = all.Count - older - own.Count;
        all.RemoveRange(at, own.Count);
        all.InsertRange(at, own);
        var top = row == 0 && at < height ? 0 : Math.Clamp(at - (height / 2), 0, Math.Max(0, all.Count - height));
        return [.. all.Skip(top).Take(height)];
    }
}
