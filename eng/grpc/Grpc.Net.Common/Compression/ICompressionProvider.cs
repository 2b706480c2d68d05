using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>One way of compressing messages, known on the wire by its encoding name.</summary>
public interface ICompressionProvider
{
    /// <summary>The value of <c>grpc-encoding</c>, for instance <c>gzip</c>.</summary>
    string EncodingName { get; }

    /// <summary>A stream that compresses into <paramref name="stream"/> and leaves it open; null takes the provider's own level.</summary>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    Stream CreateDecompressionStream(Stream stream);
}
