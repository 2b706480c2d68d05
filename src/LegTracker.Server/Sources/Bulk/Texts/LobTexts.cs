using System.IO.Compression;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk.Texts;

/// <summary>Reads the texts of the wanted bills' newest prints from a bulk file: one entry a bill, and no other bill's.</summary>
/// <remarks>A text never harms the rest: what is missing, broken or cannot be fetched is a text "not read" with a reason.</remarks>
internal static class LobTexts
{
    /// <summary>Fills the text of each bill's newest print in the file.</summary>
    /// <returns>False when a text could not be fetched and has to be asked for again.</returns>
    /// <exception cref="FetchFaultException">The file changed while it was read: nothing of it counts.</exception>
    public static async Task<bool> ReadAsync(ZipArchive zip, Uri address, IEnumerable<BillRows> bills, CancellationToken cancellationToken)
    {
        var wanted = bills.Where(rows => rows.Latest is not null).Select(rows => (rows.Id, Print: rows.Latest!)).ToArray();
        var names = wanted.Select(text => text.Print.Lob).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var entries = zip.Entries.Where(entry => names.Contains(entry.Name)).DistinctBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);
        string? unfetched = null;
        foreach (var (id, print) in wanted)
        {
            var version = print.Version.Id;
            if (print.Lob is null || !entries.TryGetValue(print.Lob, out var entry))
            {
                print.Text = TextReading.Unread(version, "the bulk file holds no text of this version");
                continue;
            }

            if (unfetched is null)
            {
                try
                {
                    print.Text = await ReadAsync(entry, id, version, address, cancellationToken);
                    continue;
                }
                catch (FetchFaultException fault) when (fault.Failure.Reason != "CHANGED")
                {
                    unfetched = $"the text could not be fetched ({fault.Failure.Reason})";
                }
            }

            print.Text = TextReading.Unread(version, unfetched);
        }

        return unfetched is null;
    }

    private static async Task<TextReading> ReadAsync(ZipArchiveEntry entry, BillId id, string version, Uri address, CancellationToken cancellationToken)
    {
        if (entry.Length > CamlText.LargestText)
        {
            return TextReading.Unread(version, $"the text is longer than {CamlText.LargestText} bytes");
        }

        try
        {
            return CamlText.TryRead(await LobEntry.ReadAsync(entry, cancellationToken), out var fault) is not { } text ? TextReading.Unread(version, $"the text cannot be read: {fault}")
                : text.VersionId is { } other && other != version ? TextReading.Unread(version, $"the text is of {other}")
                : TextReading.Of(id, version, $"{address}, {entry.Name}", text);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException or NotSupportedException)
        {
            return TextReading.Unread(version, "the text is damaged in its file");
        }
    }
}
