using System.IO.Compression;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>Reads BILL_ANALYSIS_TBL of an opened bulk file for the wanted bills: what is listed, not the texts.</summary>
/// <remarks>
/// Columns by the Legislature's own definition: analysis_id, bill_id, house, analysis_type, committee_code, committee_name, amendment_author,
/// analysis_date, amendment_date, page_num, source_doc, released_floor, active_flg, trans_uid, trans_update. A file without the table, or with
/// one that cannot be read, says nothing of analyses; it is never a reason to doubt the file's other tables.
/// </remarks>
internal static class AnalysisTableReader
{
    private const string FileName = "BILL_ANALYSIS_TBL.dat";
    private const int Columns = 15;

    /// <param name="largestTable">Bytes; a longer table is not read.</param>
    public static async Task ReadAsync(ZipArchive zip, WantedBills wanted, long largestTable, CancellationToken cancellationToken)
    {
        if (zip.Entries.FirstOrDefault(entry => entry.Name.Equals(FileName, StringComparison.OrdinalIgnoreCase)) is not { } entry || entry.Length > largestTable)
        {
            return;
        }

        try
        {
            if (await RowsAsync(entry, wanted, cancellationToken) is { } read)
            {
                foreach (var rows in wanted.Found.Values)
                {
                    rows.Analyses = read.GetValueOrDefault(rows.Id, []);
                }
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            // The table is broken: nothing of it is used.
        }
    }

    // By bill; null when a row cannot be read.
    private static async Task<Dictionary<BillId, List<BillAnalysis>>?> RowsAsync(ZipArchiveEntry entry, WantedBills wanted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<BillId, List<BillAnalysis>>();
        await using var content = new CheckedEntryStream(await entry.OpenAsync(cancellationToken), entry.Length, entry.Crc32);
        var reader = new DatReader(content);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.FieldCount != Columns)
            {
                return null;
            }

            if (wanted.OfBill(reader.Bytes(1)) is not { } bill || reader.Text(12) == "N")
            {
                continue;
            }

            if (BulkCell.Cleaned(reader, 0) is not { } id || !BulkCell.TryDate(reader.Text(7), out var date))
            {
                return null;
            }

            if (!found.TryGetValue(bill.Id, out var analyses))
            {
                found[bill.Id] = analyses = [];
            }

            analyses.Add(new BillAnalysis(id, date, reader.Text(2) switch { "A" => House.Assembly, "S" => House.Senate, _ => null }, BulkCell.Cleaned(reader, 5) ?? ""));
        }

        return reader.Fault is null ? found : null;
    }
}
