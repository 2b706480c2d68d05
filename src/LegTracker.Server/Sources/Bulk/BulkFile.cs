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
        PoliteClient client, BulkSourceOptions options, Uri address, DateTimeOffset? ifModifiedSince, Action<long, long?> report, CancellationToken cancellationToken)
    {
        FileStream? saved = null;
        FileStream Save()
        {
            Directory.CreateDirectory(options.TemporaryFolder);
            saved?.Dispose();
            return saved = new FileStream(
                Path.Combine(options.TemporaryFolder, Path.GetRandomFileName() + ".zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        }

        var request = new FetchRequest(address)
        {
            IfModifiedSince = ifModifiedSince,
            MaximumBytes = options.LargestFile,
            Range = new ByteRange(null, EndBytes),
            SaveWhole = Save,
            Report = report,
        };
        var outcome = await client.GetAsync(request, cancellationToken);
        if (outcome is FetchOutcome.Failed { Status: RangeNotSatisfiable })
        {
            outcome = await client.GetAsync(request with { Range = null }, cancellationToken);
        }

        if (outcome is not FetchOutcome.Fetched fetched)
        {
            saved?.Dispose();
            return (null, outcome);
        }

        if (fetched.Status == 206)
        {
            var parts = new HttpRangeStream(client, address, fetched.Head, fetched.Body, options.LargestFile, cancellationToken);
            return (new BulkFile(parts, fetched.Head, 206, fetched.Body[..Math.Min(fetched.Body.Length, SampleBytes)]), outcome);
        }

        saved!.Position = 0;
        var sample = new byte[Math.Min(saved.Length, SampleBytes)];
        await saved.ReadExactlyAsync(sample, cancellationToken);
        saved.Position = 0;
        return (new BulkFile(saved, fetched.Head, fetched.Status, sample), outcome);
    }

    public ValueTask DisposeAsync() => content.DisposeAsync();
}
