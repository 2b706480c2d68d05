using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>What matters on a bill's two pages, cut out of their text: view states and frames change with every fetch.</summary>
internal static class PageFingerprint
{
    /// <summary>The parts as they stand in the pages; null when the history page has no whole history table, so that a refusal never equals anything.</summary>
    public static EvidenceText? Of(string reader, BillId bill, string historyHtml, string statusHtml)
    {
        if (PageSlice.Find(historyHtml, "billhistory").IsEmpty)
        {
            return null;
        }

        var text = new EvidenceText(reader);
        text.Add("bill", bill.LeginfoId);
        foreach (var id in HistoryPage.Ids)
        {
            Add(text, "history", id, historyHtml);
        }

        foreach (var id in StatusPage.Ids)
        {
            Add(text, "status", id, statusHtml);
        }

        text.Add("status page, status", StatusPage.StatusIn(statusHtml));
        return text;
    }

    private static void Add(EvidenceText text, string page, string id, string html)
    {
        var found = PageSlice.Find(html, id);
        if (found.IsEmpty)
        {
            text.Add($"{page} page, {id}", null);
        }
        else
        {
            text.Add($"{page} page, {id}", found);
        }
    }
}
