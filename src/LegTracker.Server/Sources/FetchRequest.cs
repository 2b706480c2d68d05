namespace LegTracker.Server.Sources;

/// <summary>One GET, with what may come back.</summary>
internal sealed record FetchRequest(Uri Address)
{
    /// <summary>Largest body that is accepted, in bytes after decompression. Default 8 MiB.</summary>
    public long MaximumBytes { get; init; } = 8 << 20;

    /// <summary>The body is a web page: when the connection's end is its only end, <c>&lt;/html&gt;</c> must be in it.</summary>
    public bool Html { get; init; }

    /// <summary>Asked when the turn has come, before each request: true gives the fetch up with <c>NOT_NOW</c>. Null never does.</summary>
    public Func<bool>? NotNow { get; init; }

    /// <summary>Asks for 304 when the resource has not changed since.</summary>
    public DateTimeOffset? IfModifiedSince { get; init; }

    /// <summary>Asks for a part; the whole body is a <see cref="FetchOutcome.Fetched"/> with status 200.</summary>
    public ByteRange? Range { get; init; }

    /// <summary>Entity tag or HTTP date that makes the part conditional: a changed resource comes whole, with status 200.</summary>
    public string? IfRange { get; init; }

    /// <summary>Where a whole body (status 200) goes instead of into memory; null for memory.</summary>
    public Func<Stream>? SaveWhole { get; init; }

    /// <summary>Where a part (status 206) goes instead of into memory; null for memory. Used with <see cref="SaveWhole"/>.</summary>
    public Func<Stream>? SavePart { get; init; }

    /// <summary>Told the head of a body before the body is read.</summary>
    public Action<FetchedHead>? HeadSeen { get; init; }

    /// <summary>Told while a body is saved: bytes done, and bytes in all when known.</summary>
    public Action<long, long?>? Report { get; init; }
}

/// <summary>Part of a body: from a first byte to a last one, or its last <paramref name="Length"/> bytes when <paramref name="From"/> is null.</summary>
internal readonly record struct ByteRange(long? From, long Length);
