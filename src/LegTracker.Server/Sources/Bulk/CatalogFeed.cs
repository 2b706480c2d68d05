using System.Globalization;
using System.IO.Compression;
using LegTracker.Legislature;
using LegTracker.Server.Sources.Bulk.Texts;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>The rows of one file on their way into the catalog. A few rows that cannot be read are left out; many are a changed layout, and the file is not taken.</summary>
internal sealed class CatalogFeed(ICatalogLoad load, CatalogFile file) : IDisposable
{
    private const int ToleratedRows = 100;
    private const int ToleratedShare = 100;

    private readonly MeasureIds ids = new();
    private long rows;
    private long unread;
    private string? fault;

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

    /// <summary>Reads the texts of new and corrected prints out of the zip. A damaged text is left out; one that cannot be fetched keeps the file from being taken.</summary>
    public async Task TakeTextsAsync(ZipArchive zip, Uri address, CancellationToken cancellationToken)
    {
        var wanted = load.WantedTexts();
        if (wanted.IsEmpty)
        {
            return;
        }

        // In the order of the zip, so that parts follow each other.
        var byEntry = wanted.ToLookup(print => print.Lob!, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries.Where(entry => entry.Length is > 0 and <= CamlText.LargestText && byEntry.Contains(entry.Name)))
        {
            try
            {
                var text = await LobEntry.ReadAsync(entry, cancellationToken);
                foreach (var print in byEntry[entry.Name])
                {
                    await load.AddTextAsync(new CatalogText(print.Bill, print.Print, text, address), cancellationToken);
                }
            }
            catch (InvalidDataException)
            {
                // The print stands in the catalog without its text.
            }
            catch (FetchFaultException broken)
            {
                fault = broken.Failure.Detail;
                return;
            }
        }
    }

    /// <returns>Null, or in words why the catalog stays as it was.</returns>
    public string? Complete() => fault ?? (unread > ToleratedRows + (rows / ToleratedShare)
        ? string.Create(CultureInfo.InvariantCulture, $"{unread} of {rows} rows of {file.Name} cannot be read; the catalog was left as it is")
        : load.Complete());

    public void Dispose() => load.Dispose();
}
