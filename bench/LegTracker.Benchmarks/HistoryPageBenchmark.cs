using System.Globalization;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Server.Sources.Pages;

namespace LegTracker.Benchmarks;

/// <summary>A history page of 95 KB: read by the parser, and found unchanged by its fingerprint (with the status page of 25 KB that belongs to it).</summary>
internal static class HistoryPageBenchmark
{
    public static Task RunAsync()
    {
        var bill = BillId.FromLeginfoId("202520260AB831");
        var html = Page(bill, 95_000);
        if (HistoryPage.TryParse(html, bill) is not PageVerdict<HistoryPage>.Proved { Page.Lines: var lines })
        {
            throw new InvalidOperationException("the benchmark's page is not read as a history page");
        }

        var status = Page(bill, 25_000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"page of {Encoding.UTF8.GetByteCount(html):N0} bytes, {lines.Length} history lines"));
        var parse = Measure.Repeat("history page, parsed", 300, () => HistoryPage.TryParse(html, bill));
        var hash = Measure.Repeat("history page, unchanged: fingerprint only", 300, () =>
        {
            using var evidence = PageFingerprint.Of("bench/1", bill, html, status);
            evidence!.Sha256();
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"an unchanged page costs {hash / parse:0.00} of a parsed one"));
        return Task.CompletedTask;
    }

    // The page's frame with a view state and menus, as leginfo's pages have them, and a history table that fills it up.
    private static string Page(BillId bill, int bytes)
    {
        var page = new StringBuilder($"""
            <!DOCTYPE html><html lang="en"><head><title>Bill History - {bill.PageMeasure}</title></head><body>
            <form id="form1"><input type="hidden" name="javax.faces.ViewState" value="{new string('v', 4000)}" />
            <div id="nav">{string.Concat(Enumerable.Range(0, 200).Select(i => $"<a href=\"/faces/page{i}.xhtml\" class=\"menu item\">Menu entry {i}</a>"))}</div>
            <div id="bill_title"><h2>{bill.PageMeasure} <span>Gambling: operation of a contest or sweepstakes.(2025-2026)</span></h2></div>
            <span id="measureNum">{bill.PageMeasure}</span>
            <table id="billhistory"><thead><tr><th>Date</th><th>Action</th></tr></thead><tbody>
            """);
        for (var row = 0; page.Length < bytes - 60; row++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td scope=\"row\">{1 + row % 12:00}/{1 + row % 28:00}/25</td><td>From committee: Do pass and re-refer to Com. on APPR. (Ayes {row % 20}. Noes 0.) (July 8). Re-referred to Com. on APPR.</td></tr>\n");
        }

        return page.Append("</tbody></table></form></body></html>").ToString();
    }
}
