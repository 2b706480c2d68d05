namespace LegTracker.Server.Sources.Bulk;

/// <summary>The content of one zip entry, which must be as long and have the checksum that the zip says.</summary>
internal sealed class CheckedEntryStream(Stream inner, long length, uint checksum) : Stream
{
    private Crc32 sum;
    private long done;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => done; set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">The content is not what the zip says.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        sum.Add(buffer.Span[..count]);
        done += count;
        if (done > length || (count == 0 && buffer.Length > 0 && (done != length || sum.Value != checksum)))
        {
            throw new InvalidDataException($"an entry is damaged after {done} of {length} bytes");
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
