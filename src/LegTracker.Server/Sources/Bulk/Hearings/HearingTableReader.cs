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
        try
        {
            return await TakeAsync(zip, wanted.ToDictionary(bill => bill.LeginfoId), largestTable, cancellationToken);
        }
        catch (FetchFaultException fault)
        {
            return new HearingTableOutcome.NotRead(fault.Failure.Reason, fault.Failure.Detail);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new HearingTableOutcome.NotRead("BROKEN_TABLE", $"{FileName}: {fault.Message}");
        }
    }

    private static async Task<HearingTableOutcome> TakeAsync(
        ZipArchive zip, Dictionary<string, BillId> wanted, long largestTable, CancellationToken cancellationToken)
    {
        if (zip.Entries.FirstOrDefault(entry => entry.Name.Equals(FileName, StringComparison.OrdinalIgnoreCase)) is not { } entry)
        {
            return new HearingTableOutcome.Missing();
        }

        if (entry.Length > largestTable)
        {
            return new HearingTableOutcome.NotRead("TOO_LARGE", $"{FileName} is {entry.Length} bytes long");
        }

        var bills = new Dictionary<BillId, List<(DateOnly, string)>>();
        var sessions = new Dictionary<string, int>();
        await using var content = new CheckedEntryStream(await entry.OpenAsync(cancellationToken), entry.Length, entry.Crc32);
        var reader = new DatReader(content);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.FieldCount != Columns)
            {
                return new HearingTableOutcome.NotRead("BROKEN_TABLE", $"{FileName}, row {reader.Row}: {reader.FieldCount} columns instead of {Columns}");
            }

            var id = Encoding.Latin1.GetString(reader.Bytes(0));
            var years = id[..Math.Min(YearsLength, id.Length)];
            sessions[years] = sessions.GetValueOrDefault(years) + 1;
            if (!wanted.TryGetValue(id, out var bill) || reader.Text(3) is not { } text)
            {
                continue;
            }

            if (!BulkCell.TryDate(text, out var date) || CodeOf(reader) is not { } code)
            {
                return new HearingTableOutcome.NotRead("BROKEN_TABLE", $"{FileName}, row {reader.Row}: the date or the committee cannot be read");
            }

            if (!bills.TryGetValue(bill, out var rows))
            {
                bills[bill] = rows = [];
            }

            rows.Add((date, code));
        }

        return reader.Fault is { } fault
            ? new HearingTableOutcome.NotRead("BROKEN_TABLE", $"{FileName}: {fault}")
            : new HearingTableOutcome.Found(bills.ToImmutableDictionary(pair => pair.Key, pair => new BillHearings([.. pair.Value.Distinct().Order()], pair.Value.Count)), sessions.ToImmutableDictionary());
    }

    // The location's code where there is one, else the committee's type and number, which make the same code.
    private static string? CodeOf(DatReader row) =>
        BulkCell.Cleaned(row, 4) is { } location ? location
        : BulkCell.Cleaned(row, 1) is { } type && int.TryParse(row.Text(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{type}{number:00}")
            : null;
}
