using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>gzip (RFC 1952); an empty message becomes a whole empty member, which grpc-js insists on.</summary>
public sealed class GzipCompressionProvider(CompressionLevel defaultCompressionLevel) : ICompressionProvider
{
    // Header (no name, no time, unknown system), an empty final deflate block, CRC-32 and length, both zero.
    private static readonly byte[] EmptyMember =
        [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public string EncodingName => "gzip";

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) => new WholeCompressionStream(
        stream, EmptyMember, target => new GZipStream(target, compressionLevel ?? defaultCompressionLevel, leaveOpen: true));

    public Stream CreateDecompressionStream(Stream stream) => new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
}
