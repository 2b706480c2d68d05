using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>Hash of what matters on a bill's two pages, cut out of their text: view states and frames change with every fetch.</summary>
internal static class PageFingerprint
{
    /// <summary>The hash; null when the history page has no whole history table, so that a refusal never equals anything.</summary>
    public static string? Of(string reader, BillId bill, string historyHtml, string statusHtml)
    {
        if (PageSlice.Find(historyHtml, "billhistory") is null)
        {
            return null;
        }

        using var hash = new RecordHash(reader);
        hash.Add(bill.LeginfoId);
        foreach (var id in HistoryPage.Ids)
        {
            hash.Add(PageSlice.Find(historyHtml, id));
        }

        foreach (var id in StatusPage.Ids)
        {
            hash.Add(PageSlice.Find(statusHtml, id));
        }

        hash.Add(StatusPage.StatusIn(statusHtml));
        return hash.Hex();
    }
}
