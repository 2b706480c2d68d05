using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk.Hearings;

/// <summary>Reads COMMITTEE_HEARING_TBL of an opened bulk file for the wanted bills. Its faults are values, whatever they are.</summary>
/// <remarks>
/// Columns by the Legislature's own definition: bill_id, committee_type, committee_nr, hearing_date, location_code, trans_uid,
/// trans_update_date. The location is the committee's code in LOCATION_CODE_TBL, no room; the date has no time of day.
/// </remarks>
internal static class HearingTableReader
{
    private const string FileName = "COMMITTEE_HEARING_TBL.dat";
    private const int Columns = 7;
    private const int YearsLength = 8;

    /// <param name="largestTable">Bytes; a longer table is not read.</param>
    public static async Task<HearingTableOutcome> ReadAsync(
        ZipArchive zip, IReadOnlyCollection<BillId> wanted, long largestTable, CancellationToken cancellationToken)
    {
        var ids = wanted.ToDictionary(bill => bill.LeginfoId);
        var bills = new Dictionary<BillId, List<(DateOnly, string)>>();
        var sessions = new Dictionary<string, int>();
        var fault = await SideTable.ReadAsync(zip, FileName, Columns, largestTable, Take, "the date or the committee", cancellationToken);
        return fault switch
        {
            null => new HearingTableOutcome.Found(bills.ToImmutableDictionary(pair => pair.Key, pair => new BillHearings([.. pair.Value.Distinct().Order()], pair.Value.Count)), sessions.ToImmutableDictionary()),
            (SideTable.Missing, _) => new HearingTableOutcome.Missing(),
            var (reason, detail) => new HearingTableOutcome.NotRead(reason, detail),
        };

        bool Take(DatReader row)
        {
            var id = Encoding.Latin1.GetString(row.Bytes(0));
            var years = id[..Math.Min(YearsLength, id.Length)];
            sessions[years] = sessions.GetValueOrDefault(years) + 1;
            if (!ids.TryGetValue(id, out var bill) || row.Text(3) is not { } text)
            {
                return true;
            }

            if (!BulkCell.TryDate(text, out var date) || CodeOf(row) is not { } code)
            {
                return false;
            }

            if (!bills.TryGetValue(bill, out var rows))
            {
                bills[bill] = rows = [];
            }

            rows.Add((date, code));
            return true;
        }
    }

    // The location's code where there is one, else the committee's type and number, which make the same code.
    private static string? CodeOf(DatReader row) =>
        BulkCell.Cleaned(row, 4) is { } location ? location
        : BulkCell.Cleaned(row, 1) is { } type && int.TryParse(row.Text(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{type}{number:00}")
            : null;
}
