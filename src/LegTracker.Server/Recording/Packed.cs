using System.IO.Compression;

namespace LegTracker.Server.Recording;

/// <summary>Bodies as they lie in the store: gzip.</summary>
internal static class Packed
{
    public static byte[] Pack(ReadOnlySpan<byte> body)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return target.ToArray();
    }

    /// <param name="most">Bytes to give at most: no more than were packed.</param>
    public static byte[] Unpack(byte[] packed, long most)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var body = new byte[most];
        var length = gzip.ReadAtLeast(body, body.Length, throwOnEndOfStream: false);
        return length == body.Length ? body : body[..length];
    }
}
