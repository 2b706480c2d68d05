namespace LegTracker.Server.Sources.Bulk;

/// <summary>A file on a host, read in parts as they are needed; seekable, so that a zip's few wanted entries cost a few requests.</summary>
/// <remarks>
/// Blocks of 256 KB are kept; reading on in order fetches ever larger parts, to 4 MB a request. Each part is conditional on the file being the
/// one whose end was read first. Reads throw <see cref="FetchFaultException"/>. A synchronous read blocks its thread: the framework's zip reader
/// reads the directory so, a few requests a file.
/// </remarks>
internal sealed class HttpRangeStream : Stream
{
    public const int BlockBytes = 256 << 10;
    private const int MostAhead = 16;
    private const int MostBlocks = 64;

    private readonly PoliteClient client;
    private readonly Uri address;
    private readonly FetchedHead head;
    private readonly byte[] end;
    private readonly long endStart;
    private readonly long mostBytes;
    private readonly Persistence persistence;
    private readonly CancellationToken lifetime;
    private readonly Dictionary<long, byte[]> blocks = [];
    private readonly Queue<long> order = new();
    private long nextInOrder = -1;
    private int ahead = 1;

    /// <param name="end">The file's last part, which the first request brought.</param>
    /// <param name="mostBytes">Bytes after which reading stops with TOO_LARGE.</param>
    /// <param name="persistence">Asks again for a part that did not come.</param>
    /// <param name="lifetime">Ends synchronous reads.</param>
    public HttpRangeStream(PoliteClient client, Uri address, FetchedHead head, byte[] end, long mostBytes, Persistence persistence, CancellationToken lifetime)
    {
        this.client = client;
        this.address = address;
        this.head = head;
        this.end = end;
        this.mostBytes = mostBytes;
        this.persistence = persistence;
        this.lifetime = lifetime;
        endStart = head.RangeFrom!.Value;
        BytesFetched = end.Length;
    }

    /// <summary>Bytes that came over the wire.</summary>
    public long BytesFetched { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => endStart + end.Length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.Length == 0)
        {
            return 0;
        }

        var (source, from) = Position >= endStart
            ? (end, Position - endStart)
            : (await BlockAsync(Position / BlockBytes, cancellationToken), Position % BlockBytes);
        var available = source.AsMemory((int)from);
        var count = Math.Min(available.Length, buffer.Length);
        available[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count), lifetime).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };
        return target >= 0 ? Position = target : throw new IOException("a position before the file's start");
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask<byte[]> BlockAsync(long number, CancellationToken cancellationToken)
    {
        if (blocks.TryGetValue(number, out var kept))
        {
            return kept;
        }

        ahead = number == nextInOrder ? Math.Min(ahead * 2, MostAhead) : 1;
        var from = number * BlockBytes;
        var length = Math.Min((long)ahead * BlockBytes, endStart - from);
        var part = await PartAsync(from, length, cancellationToken);
        for (var offset = 0; offset < part.Length; offset += BlockBytes)
        {
            Keep(number + (offset / BlockBytes), part[offset..Math.Min(part.Length, offset + BlockBytes)]);
        }

        nextInOrder = number + ahead;
        return blocks[number];
    }

    private async Task<byte[]> PartAsync(long from, long length, CancellationToken cancellationToken)
    {
        if (BytesFetched + length > mostBytes)
        {
            throw new FetchFaultException(new FetchOutcome.Failed("TOO_LARGE", $"{address} makes LegTracker read more than {mostBytes} bytes"));
        }

        var request = new FetchRequest(address) { Range = new ByteRange(from, length), IfRange = head.Validator };
        switch (await persistence.AskAsync(() => client.GetAsync(request, cancellationToken), cancellationToken))
        {
            case FetchOutcome.Fetched { Status: 206 } part when part.Head.TotalLength == Length && part.Head.LastModified == head.LastModified && Equals(part.Head.ETag, head.ETag):
                BytesFetched += part.Body.Length;
                return part.Body;
            case FetchOutcome.Failed failed:
                throw new FetchFaultException(failed);
            default:
                throw new FetchFaultException(new FetchOutcome.Failed("CHANGED", $"{address} has changed while it was read"));
        }
    }

    private void Keep(long number, byte[] bytes)
    {
        if (blocks.TryAdd(number, bytes))
        {
            order.Enqueue(number);
        }

        if (order.Count > MostBlocks)
        {
            blocks.Remove(order.Dequeue());
        }
    }
}
