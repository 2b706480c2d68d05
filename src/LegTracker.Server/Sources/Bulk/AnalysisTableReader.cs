using System.IO.Compression;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>Reads BILL_ANALYSIS_TBL of an opened bulk file for the wanted bills: what is listed, not the texts.</summary>
/// <remarks>
/// Columns by the Legislature's own definition: analysis_id, bill_id, house, analysis_type, committee_code, committee_name, amendment_author,
/// analysis_date, amendment_date, page_num, source_doc, released_floor, active_flg, trans_uid, trans_update. A file without the table, or with
/// one that cannot be read, says nothing of analyses.
/// </remarks>
internal static class AnalysisTableReader
{
    private const string FileName = "BILL_ANALYSIS_TBL.dat";
    private const int Columns = 15;

    /// <param name="largestTable">Bytes; a longer table is not read.</param>
    public static async Task ReadAsync(ZipArchive zip, WantedBills wanted, long largestTable, CancellationToken cancellationToken)
    {
        var found = new Dictionary<BillId, List<BillAnalysis>>();
        if (await SideTable.ReadAsync(zip, FileName, Columns, largestTable, Take, "the id or the date", cancellationToken) is null)
        {
            foreach (var rows in wanted.Found.Values)
            {
                rows.Analyses = BillAnalysis.Together(found.GetValueOrDefault(rows.Id, []), []);
            }
        }

        bool Take(DatReader row)
        {
            if (wanted.OfBill(row.Bytes(1)) is not { } bill || row.Text(12) == "N")
            {
                return true;
            }

            if (BulkCell.Cleaned(row, 0) is not { } id || !BulkCell.TryDate(row.Text(7), out var date))
            {
                return false;
            }

            if (!found.TryGetValue(bill.Id, out var analyses))
            {
                found[bill.Id] = analyses = [];
            }

            analyses.Add(new BillAnalysis(id, date, row.Text(2) switch { "A" => House.Assembly, "S" => House.Senate, _ => null }, BulkCell.Cleaned(row, 5) ?? ""));
            return true;
        }
    }
}
