using System.IO.Compression;

namespace LegTracker.Server.Sources.Bulk.Texts;

/// <summary>A zip entry that holds a text, taken whole.</summary>
internal static class LobEntry
{
    /// <exception cref="InvalidDataException">The content is not what the zip says.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        await using var content = new CheckedEntryStream(await entry.OpenAsync(cancellationToken), entry.Length, entry.Crc32);
        var text = new MemoryStream((int)entry.Length);
        await content.CopyToAsync(text, cancellationToken);
        return text.GetBuffer().AsMemory(0, (int)text.Length);
    }
}
