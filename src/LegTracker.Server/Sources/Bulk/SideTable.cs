using System.IO.Compression;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>Reads a table of an opened bulk file beside the four that make a bill. Its faults are values: never a reason to doubt the file's other tables.</summary>
internal static class SideTable
{
    /// <summary>The file has no such table: those of early sessions, and a small increment.</summary>
    public const string Missing = "MISSING_TABLE";

    /// <param name="fileName">Name inside the zip.</param>
    /// <param name="columns">Cells of each row.</param>
    /// <param name="largest">Bytes; a longer table is not read.</param>
    /// <param name="take">Takes the current row; false when it cannot be read.</param>
    /// <param name="needs">What a row cannot do without, for the message.</param>
    /// <returns>Null when it was read whole, else why nothing of it may be used: <see cref="Missing"/>, <c>BROKEN_TABLE</c>, <c>TOO_LARGE</c>, or why it could not be fetched.</returns>
    public static async Task<(string Reason, string Detail)?> ReadAsync(
        ZipArchive zip, string fileName, int columns, long largest, Func<DatReader, bool> take, string needs, CancellationToken cancellationToken)
    {
        if (zip.Entries.FirstOrDefault(entry => entry.Name.Equals(fileName, StringComparison.OrdinalIgnoreCase)) is not { } entry)
        {
            return (Missing, $"there is no {fileName}");
        }

        if (entry.Length > largest)
        {
            return ("TOO_LARGE", $"{fileName} is {entry.Length} bytes long");
        }

        try
        {
            await using var content = new CheckedEntryStream(await entry.OpenAsync(cancellationToken), entry.Length, entry.Crc32);
            var reader = new DatReader(content);
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.FieldCount != columns)
                {
                    return ("BROKEN_TABLE", $"{fileName}, row {reader.Row}: {reader.FieldCount} columns instead of {columns}");
                }

                if (!take(reader))
                {
                    return ("BROKEN_TABLE", $"{fileName}, row {reader.Row}: {needs} cannot be read");
                }
            }

            return reader.Fault is { } fault ? ("BROKEN_TABLE", $"{fileName}: {fault}") : null;
        }
        catch (FetchFaultException fault)
        {
            return (fault.Failure.Reason, fault.Failure.Detail);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return ("BROKEN_TABLE", $"{fileName}: {fault.Message}");
        }
    }
}
