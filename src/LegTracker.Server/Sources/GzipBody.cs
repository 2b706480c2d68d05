using System.Buffers.Binary;
using System.IO.Compression;

namespace LegTracker.Server.Sources;

/// <summary>A body in gzip, decompressed under a limit and checked against its trailer.</summary>
/// <remarks>
/// The framework's streams hand back the first half of a cut body without an exception; the trailer (RFC 1952, section 2.3:
/// checksum and length of the content) tells. A body of several members is refused: no server here sends one.
/// </remarks>
internal static class GzipBody
{
    private const int TrailerBytes = 8;
    private const int SmallestBytes = 18;

    /// <summary>The content, or the reason why there is none: <c>TRUNCATED</c>, <c>TOO_LARGE</c>, <c>ENCODING</c>.</summary>
    public static (byte[]? Content, string Reason) Decompress(byte[] body, long maximumBytes)
    {
        if (body.Length < SmallestBytes)
        {
            return (null, "TRUNCATED");
        }

        var content = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            for (int count; (count = gzip.Read(buffer)) > 0;)
            {
                if (content.Length + count > maximumBytes)
                {
                    return (null, "TOO_LARGE");
                }

                content.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            return (null, "ENCODING");
        }

        var trailer = body.AsSpan(body.Length - TrailerBytes);
        var bytes = content.ToArray();
        var whole = BinaryPrimitives.ReadUInt32LittleEndian(trailer) == Crc32.Of(bytes)
            && BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) == (uint)bytes.Length;
        return whole ? (bytes, "") : (null, "TRUNCATED");
    }
}
