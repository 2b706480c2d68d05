using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>HTTP's "deflate": deflate in a zlib envelope (RFC 1950); an empty message becomes a whole empty envelope.</summary>
public sealed class DeflateCompressionProvider(CompressionLevel defaultCompressionLevel) : ICompressionProvider
{
    // Header, an empty final deflate block, Adler-32 of nothing.
    private static readonly byte[] EmptyEnvelope = [0x78, 0x9c, 3, 0, 0, 0, 0, 1];

    public string EncodingName => "deflate";

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) => new WholeCompressionStream(
        stream, EmptyEnvelope, target => new ZLibStream(target, compressionLevel ?? defaultCompressionLevel, leaveOpen: true));

    public Stream CreateDecompressionStream(Stream stream) => new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true);
}
