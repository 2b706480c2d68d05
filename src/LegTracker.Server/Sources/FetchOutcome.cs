using System.Net.Http.Headers;

namespace LegTracker.Server.Sources;

/// <summary>What became of one GET.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>A whole body (200) or the part asked for (206), decompressed and checked for its end.</summary>
    /// <param name="Body">Empty when the body was saved elsewhere.</param>
    /// <param name="WireBytes">Bytes of the body as they came over the wire.</param>
    public sealed record Fetched(Uri Address, int Status, byte[] Body, long WireBytes, FetchedHead Head) : FetchOutcome;

    /// <summary>304.</summary>
    public sealed record NotModified(FetchedHead Head) : FetchOutcome;

    /// <summary>No believable body.</summary>
    /// <param name="Reason"><c>HTTP_STATUS</c>, <c>TIMEOUT</c>, <c>CONNECTION</c>, <c>TRUNCATED</c>, <c>TOO_LARGE</c>, <c>ENCODING</c>, <c>REDIRECT</c>, <c>RANGE</c>, <c>CHANGED</c>, <c>DISK</c>, <c>NOT_NOW</c>.</param>
    /// <param name="RetryAfter">Real time before which the host wants not to be asked, capped at 6 h from now.</param>
    public sealed record Failed(string Reason, string Detail, int? Status = null, DateTimeOffset? RetryAfter = null) : FetchOutcome;
}

/// <summary>What the head of a response says of its body.</summary>
/// <param name="TotalLength">Length of the whole resource in bytes, when a part or a Content-Length tells.</param>
/// <param name="RangeFrom">First byte of a part.</param>
internal sealed record FetchedHead(DateTimeOffset? LastModified, EntityTagHeaderValue? ETag, MediaTypeHeaderValue? ContentType, long? TotalLength, long? RangeFrom)
{
    /// <summary>The strong validator to make later parts conditional with, or null.</summary>
    public string? Validator => ETag is { IsWeak: false } tag ? tag.Tag : LastModified?.ToString("R");

    /// <summary>Reads a response's head.</summary>
    public static FetchedHead Of(HttpResponseMessage response) => new(
        response.Content.Headers.LastModified,
        response.Headers.ETag,
        response.Content.Headers.ContentType,
        response.Content.Headers.ContentRange?.Length ?? response.Content.Headers.ContentLength,
        response.Content.Headers.ContentRange?.From);
}
