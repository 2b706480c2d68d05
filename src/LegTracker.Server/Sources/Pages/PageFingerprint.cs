using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>What matters on a bill's two pages, cut out of their text: view states and frames change with every fetch.</summary>
internal static class PageFingerprint
{
    /// <summary>The parts as they stand in the pages; null when the history page has no whole history table, so that a refusal never equals anything.</summary>
    public static byte[]? Of(string reader, BillId bill, string historyHtml, string statusHtml)
    {
        if (PageSlice.Find(historyHtml, "billhistory") is null)
        {
            return null;
        }

        var text = new EvidenceText(reader);
        text.Add("bill", bill.LeginfoId);
        foreach (var id in HistoryPage.Ids)
        {
            text.Add($"history page, {id}", PageSlice.Find(historyHtml, id));
        }

        foreach (var id in StatusPage.Ids)
        {
            text.Add($"status page, {id}", PageSlice.Find(statusHtml, id));
        }

        text.Add("status page, status", StatusPage.StatusIn(statusHtml));
        return text.Bytes();
    }
}
