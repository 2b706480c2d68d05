using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>The rows of one file on their way into the catalog. A few rows that cannot be read are left out; many are a changed layout, and the file is not taken.</summary>
internal sealed class CatalogFeed(ICatalogLoad load, CatalogFile file) : IDisposable
{
    private const int ToleratedRows = 100;
    private const int ToleratedShare = 100;

    private readonly MeasureIds ids = new();
    private long rows;
    private long unread;

    /// <summary>Takes the reader's current row.</summary>
    public void Take(BulkTable table, DatReader row)
    {
        rows++;
        if (table.CatalogRow(row, ids) is { } read)
        {
            load.Add(read);
        }
        else
        {
            unread++;
        }
    }

    /// <returns>Null, or in words why the catalog stays as it was.</returns>
    public string? Complete() => unread > ToleratedRows + (rows / ToleratedShare)
        ? string.Create(CultureInfo.InvariantCulture, $"{unread} of {rows} rows of {file.Name} cannot be read; the catalog was left as it is")
        : load.Complete();

    public void Dispose() => load.Dispose();
}
