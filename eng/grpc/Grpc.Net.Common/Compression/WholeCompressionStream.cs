namespace Grpc.Net.Compression;

/// <summary>A compressing stream that writes a valid compressed form of nothing where nothing was written to it.</summary>
/// <remarks>.NET's compressing streams write no bytes at all for empty input, which is not a gzip member.</remarks>
internal sealed class WholeCompressionStream(Stream target, byte[] emptyForm, Func<Stream, Stream> open) : Stream
{
    private Stream? compressor;
    private bool disposed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !disposed;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!buffer.IsEmpty)
        {
            (compressor ??= open(target)).Write(buffer);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => compressor?.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            disposed = true;
            if (compressor is null)
            {
                target.Write(emptyForm);
            }
            else
            {
                compressor.Dispose();
            }
        }

        base.Dispose(disposing);
    }
}
