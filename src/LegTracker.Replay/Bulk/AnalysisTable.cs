using System.Text;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Bulk;

/// <summary>BILL_ANALYSIS_TBL as replayed: real rows, of the measures whose analyses are at hand. A session without any has no such table.</summary>
internal static class AnalysisTable
{
    /// <summary>The table's rows for these measures by the evening of a day; null when the analyses of none are at hand.</summary>
    public static string? Write(IReadOnlyList<BillAsOf> bills, DateOnly day)
    {
        if (bills.All(bill => bill.Bill.Analyses.Count == 0))
        {
            return null;
        }

        var table = new StringBuilder();
        foreach (var (bill, analysis) in bills.SelectMany(bill => bill.Bill.Analyses.Where(analysis => analysis.Date <= day).Select(analysis => (bill, analysis))))
        {
            new BulkText(table)
                .Number(analysis.Id).Text(bill.Bill.Id.LeginfoId).Text(analysis.House).Text(analysis.Kind).Text(analysis.Committee).Text(analysis.Name).Text(analysis.Author)
                .Day(analysis.Date).Day(analysis.Amended).Number(null).Text(null).Text("Y").Text("Y").Text("LEG_ESI").Stamp(analysis.Date)
                .End();
        }

        return table.ToString();
    }
}
