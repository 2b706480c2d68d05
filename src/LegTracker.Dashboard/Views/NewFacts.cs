using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>Which parts of a bill its unread changes are about, by the label under which they stand.</summary>
internal static class NewFacts
{
    /// <summary>Labels of what is new on a bill; in its detail also what was unread when that was opened.</summary>
    public static IReadOnlySet<string> Of(DashboardModel model, string bill)
    {
        var inDetail = model.Screen == Screen.Detail && model.DetailBill == bill;
        var left = model.UnreadOf(bill);
        if (left == 0 && !inDetail)
        {
            return EmptySet;
        }

        // The newest stand first: the look ends with the bill's last unread change, far from the feed's end.
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in model.Changes)
        {
            if (change.Bill == bill && (change.Unread || (inDetail && model.DetailNew.Contains(change.Name))))
            {
                labels.Add(Label(change));
                left -= change.Unread ? 1 : 0;
            }

            if (left == 0 && !inDetail)
            {
                break;
            }
        }

        return labels;
    }

    /// <summary>A label with the mark of news where it is new.</summary>
    public static string Marked(string label, IReadOnlySet<string> news, Glyphs glyphs) => news.Contains(label) ? $"{label} {glyphs.Unread}" : label;

    private static readonly HashSet<string> EmptySet = [];

    private static string Label(ChangeItem change) => change.Kind switch
    {
        "stage" or "law" or "veto" => "Stage",
        "new action" or "posted late" or "reworded" or "removed" => "Last",
        "hearing set" or "hearing moved" or "hearing canceled" => "Next",
        "edited" => "Ours",
        _ => "",
    };
}
