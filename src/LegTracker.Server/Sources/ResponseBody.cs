using System.Net;

namespace LegTracker.Server.Sources;

/// <summary>The body of one response, read to an end that is proved.</summary>
internal sealed class ResponseBody(HttpResponseMessage response, FetchRequest request, Patience patience)
{
    private const int BlockBytes = 1 << 16;
    private const int TailBytes = 1024;

    private long? Length => response.Content.Headers.ContentLength;

    /// <summary>Whether something other than the connection's end marks the body's end.</summary>
    private bool IsFramed => Length is not null || response.Headers.TransferEncodingChunked == true || response.Version.Major >= 2;

    private bool IsTooLong => Length > request.MaximumBytes;

    private string Encoding => string.Join(",", response.Content.Headers.ContentEncoding).ToLowerInvariant();

    /// <summary>Reads the body into memory.</summary>
    public async Task<FetchOutcome> KeepAsync(Uri address, FetchedHead head)
    {
        var kept = new MemoryStream();
        if (await CopyAsync(kept) is { } fault)
        {
            return Failure(address, fault);
        }

        var body = kept.ToArray();
        var wire = body.Length;
        if (Encoding is not ("" or "identity"))
        {
            if (Encoding is not ("gzip" or "x-gzip") || response.StatusCode != HttpStatusCode.OK)
            {
                return Failure(address, "ENCODING");
            }

            (var content, fault) = GzipBody.Decompress(body, request.MaximumBytes);
            if (content is null)
            {
                return Failure(address, fault);
            }

            body = content;
        }

        if (request.Html && !IsFramed && !EndsAsHtml(body))
        {
            return Failure(address, "TRUNCATED");
        }

        return head.RangeFrom is not null && Length is null && body.Length != response.Content.Headers.ContentRange!.To - head.RangeFrom + 1
            ? Failure(address, "TRUNCATED")
            : new FetchOutcome.Fetched(address, (int)response.StatusCode, body, wire, head);
    }

    /// <summary>Writes the body to a stream that the caller owns.</summary>
    public async Task<FetchOutcome> SaveAsync(Uri address, FetchedHead head, Func<Stream> open)
    {
        if (Encoding is not ("" or "identity"))
        {
            return Failure(address, "ENCODING");
        }

        Stream stream;
        try
        {
            stream = open();
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return Failure(address, "DISK");
        }

        return await CopyAsync(stream) is { } fault
            ? Failure(address, fault)
            : new FetchOutcome.Fetched(address, (int)response.StatusCode, [], stream.Position, head);
    }

    private async Task<string?> CopyAsync(Stream target)
    {
        if (IsTooLong)
        {
            return "TOO_LARGE";
        }

        await using var source = await response.Content.ReadAsStreamAsync(patience.Token);
        var buffer = new byte[BlockBytes];
        var done = 0L;
        for (int count; (count = await source.ReadAsync(buffer, patience.Token)) > 0;)
        {
            patience.WindUp();
            done += count;
            if (done > request.MaximumBytes)
            {
                return "TOO_LARGE";
            }

            try
            {
                await target.WriteAsync(buffer.AsMemory(0, count), patience.Token);
            }
            catch (IOException)
            {
                return "DISK";
            }

            request.Report?.Invoke(done, Length);
        }

        return Length is { } length && length != done ? "TRUNCATED" : null;
    }

    private FetchOutcome.Failed Failure(Uri address, string reason) => new(
        reason,
        reason switch
        {
            "TOO_LARGE" => $"{address} is longer than {request.MaximumBytes} bytes",
            "ENCODING" => $"{address} came in an encoding that was not asked for or cannot be read ({Encoding})",
            "DISK" => $"{address} could not be written to the temporary folder",
            _ => $"{address} was cut before its end",
        },
        (int)response.StatusCode);

    private static bool EndsAsHtml(byte[] body)
    {
        var tail = body.AsSpan(Math.Max(0, body.Length - TailBytes));
        return System.Text.Encoding.Latin1.GetString(tail).Contains("</html>", StringComparison.OrdinalIgnoreCase);
    }
}
