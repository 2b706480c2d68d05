using LegTracker.Legislature;
using static LegTracker.Server.Sources.Bulk.BulkCell;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>Rows of the four tables as rows for the catalog. Columns in file order, as in <see cref="BulkTable"/>.</summary>
internal static class CatalogRows
{
    public static CatalogRow? Measure(DatReader row, MeasureIds ids) => ids.OfBill(row.Bytes(0)) is { } bill
        ? new CatalogRow.Measure(bill, Cleaned(row, 10), Cleaned(row, 16), Cleaned(row, 14), Cleaned(row, 17), Cleaned(row, 9))
        : null;

    public static CatalogRow? Action(DatReader row, MeasureIds ids) =>
        ids.OfBill(row.Bytes(0)) is { } bill && TryDate(row.Text(2), out var date) && TryNumber(row.Text(1), out var id) && TryNumber(row.Text(6), out var sequence)
            ? new CatalogRow.Action(bill, id ?? 0, sequence, new HistoryLine(date, Cleaned(row, 3) ?? ""))
            : null;

    public static CatalogRow? Version(DatReader row, MeasureIds ids) =>
        ids.OfBill(row.Bytes(1)) is { } bill && Cleaned(row, 0) is { } id && TryDate(row.Text(3), out var date) && TryNumber(row.Text(2), out var number) && number is { } print
            ? new CatalogRow.Version(
                bill,
                new BillVersion(id, date, Cleaned(row, 4) ?? "", Cleaned(row, 6)),
                (int)print,
                new CatalogFlags(Cleaned(row, 7), Cleaned(row, 8), Cleaned(row, 9), Cleaned(row, 10), Cleaned(row, 11), Cleaned(row, 12), Cleaned(row, 13)),
                Cleaned(row, 14),
                row.Text(17),
                row.Text(15) != "N")
            : null;

    public static CatalogRow? Author(DatReader row, MeasureIds ids) => ids.OfVersion(row.Bytes(0)) is { } bill && Cleaned(row, 3) is { } name
        ? new CatalogRow.Author(bill, row.Text(0)!, name, Cleaned(row, 2), row.Text(4) ?? "", row.Text(9) == "Y", row.Text(6) != "N")
        : null;
}
