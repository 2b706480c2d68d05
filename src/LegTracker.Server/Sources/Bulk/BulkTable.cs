using LegTracker.Legislature;
using static LegTracker.Server.Sources.Bulk.BulkCell;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>A table of the bulk files that LegTracker reads: its name, its number of columns and what becomes of a row.</summary>
/// <param name="Take">Takes the current row into the rows of its bill; false when a value of a wanted bill cannot be read.</param>
/// <param name="CatalogRow">The current row for the catalog; null when it cannot be read or belongs to no measure.</param>
/// <remarks>Columns in file order: the Legislature's own table definitions (pubinfo_load.zip).</remarks>
internal sealed record BulkTable(string Name, int Columns, Func<DatReader, WantedBills, bool> Take, Func<DatReader, MeasureIds, CatalogRow?> CatalogRow)
{
    /// <summary>The four tables in the order in which they are read.</summary>
    public static IReadOnlyList<BulkTable> All { get; } =
    [
        new("BILL_TBL", 19, TakeBill, CatalogRows.Measure),
        new("BILL_HISTORY_TBL", 13, TakeHistory, CatalogRows.Action),
        new("BILL_VERSION_TBL", 18, TakeVersion, CatalogRows.Version),
        new("BILL_VERSION_AUTHORS_TBL", 10, TakeAuthor, CatalogRows.Author),
    ];

    /// <summary>Name of its file inside the zip.</summary>
    public string FileName => Name + ".dat";

    private static bool TakeBill(DatReader row, WantedBills wanted)
    {
        if (wanted.OfBill(row.Bytes(0)) is { } bill)
        {
            bill.State = new BillStateRow(row.Text(10), Cleaned(row, 16), Cleaned(row, 17));
        }

        return true;
    }

    private static bool TakeHistory(DatReader row, WantedBills wanted)
    {
        if (wanted.OfBill(row.Bytes(0)) is not { } bill)
        {
            return true;
        }

        if (!TryDate(row.Text(2), out var date) || !TryNumber(row.Text(1), out var id) || !TryNumber(row.Text(6), out var sequence))
        {
            return false;
        }

        if (Cleaned(row, 3) is { } text)
        {
            bill.History.Add(new HistoryRow(id ?? 0, sequence, new HistoryLine(date, text)));
        }

        return true;
    }

    private static bool TakeVersion(DatReader row, WantedBills wanted)
    {
        if (wanted.OfBill(row.Bytes(1)) is not { } bill)
        {
            return true;
        }

        var id = Cleaned(row, 0);
        if (id is null || !TryDate(row.Text(3), out var date) || !TryNumber(row.Text(2), out var number) || number is null)
        {
            return false;
        }

        if (row.Text(15) != "N")
        {
            bill.Versions[id] = new VersionRow((int)number, new BillVersion(id, date, Cleaned(row, 4) ?? "", Cleaned(row, 6)) { Type = TypeOf(row) }) { Lob = row.Text(14) };
        }

        return true;
    }

    private static bool TakeAuthor(DatReader row, WantedBills wanted)
    {
        if (wanted.OfVersion(row.Bytes(0)) is { } bill && row.Text(6) != "N" && Cleaned(row, 3) is { } name)
        {
            bill.AddAuthor(row.Text(0)!, new AuthorRow(name, row.Text(4) ?? "", row.Text(9) == "Y"));
        }

        return true;
    }

    private static TypeOfMeasure TypeOf(DatReader row) =>
        new(Cleaned(row, 7), YesOrNo(row, 8), YesOrNo(row, 9), YesOrNo(row, 10), YesOrNo(row, 12), YesOrNo(row, 13));

    private static bool? YesOrNo(DatReader row, int column) => row.Text(column) switch { "Yes" or "Y" => true, "No" or "N" => false, _ => null };
}
