namespace LegTracker.Server.Sources.Bulk;

/// <summary>A bulk file opened on its host: in parts, or as a temporary copy where the host sends no parts.</summary>
internal sealed class BulkFile(Stream content, FetchedHead head, int status, byte[] sample) : IAsyncDisposable
{
    // The zip's directory stands at its end: the first request brings all of a small file, and this much of a large one.
    private const int EndBytes = 512 << 10;
    private const int SampleBytes = 64 << 10;
    private const int RangeNotSatisfiable = 416;

    /// <summary>The seekable content.</summary>
    public Stream Content => content;

    public FetchedHead Head => head;

    public int Status => status;

    /// <summary>A part of the content to look at when it is not believed.</summary>
    public byte[] Sample => sample;

    /// <summary>Bytes that came over the wire so far.</summary>
    public long BytesFetched => content is HttpRangeStream parts ? parts.BytesFetched : content.Length;

    /// <summary>Opens a file; the failure or 304 instead when there is one.</summary>
    public static async Task<(BulkFile? File, FetchOutcome Outcome)> OpenAsync(
        PoliteClient client,
        BulkSourceOptions options,
        Persistence persistence,
        Uri address,
        DateTimeOffset? ifModifiedSince,
        Action<long, long?> report,
        CancellationToken cancellationToken)
    {
        var saved = new SavedCopy(options.TemporaryFolder);
        var request = new FetchRequest(address)
        {
            IfModifiedSince = ifModifiedSince,
            MaximumBytes = options.LargestFile,
            Range = new ByteRange(null, EndBytes),
            SaveWhole = saved.Begin,
            HeadSeen = saved.Is,
            Report = report,
        };
        var outcome = await client.GetAsync(request, cancellationToken);
        if (saved.Content is not null && Persistence.IsPassing(outcome))
        {
            outcome = await persistence.AskAsync(() => client.GetAsync(saved.GoOn(request), cancellationToken), cancellationToken);
        }
        else if (outcome is FetchOutcome.Failed { Status: RangeNotSatisfiable })
        {
            outcome = await client.GetAsync(request with { Range = null }, cancellationToken);
        }

        if (outcome is not FetchOutcome.Fetched fetched)
        {
            saved.Dispose();
            return (null, outcome);
        }

        if (saved.Content is not { } copy || fetched.Body.Length > 0)
        {
            saved.Dispose();
            var parts = new HttpRangeStream(client, address, fetched.Head, fetched.Body, options.LargestFile, persistence, cancellationToken);
            return (new BulkFile(parts, fetched.Head, fetched.Status, fetched.Body[..Math.Min(fetched.Body.Length, SampleBytes)]), outcome);
        }

        if (fetched.Head.TotalLength is { } length && length != copy.Length)
        {
            saved.Dispose();
            return (null, new FetchOutcome.Failed("TRUNCATED", $"{address} is {length} bytes long, and {copy.Length} came", fetched.Status));
        }

        copy.Position = 0;
        var sample = new byte[Math.Min(copy.Length, SampleBytes)];
        await copy.ReadExactlyAsync(sample, cancellationToken);
        copy.Position = 0;
        return (new BulkFile(copy, saved.Head!, 200, sample), outcome);
    }

    public ValueTask DisposeAsync() => content.DisposeAsync();
}
