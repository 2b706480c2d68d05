using System.IO.Compression;

namespace LegTracker.Replay.Hosting;

/// <summary>Sends answers: files with their length, pages in chunks and gzipped for who asks, cut or late when a fault says so.</summary>
internal sealed class AnswerSender(ReplayOptions options)
{
    /// <summary>Sends one answer.</summary>
    public async Task SendAsync(HttpContext context, Answer answer, ReplayFault? fault)
    {
        var aborted = context.RequestAborted;
        if (fault?.Kind == FaultKind.Reset)
        {
            context.Abort();
            return;
        }

        if (fault?.Kind == FaultKind.Slow)
        {
            await Task.Delay(fault.Delay, options.Time, aborted);
        }

        var body = Head(context, answer);
        if (HttpMethods.IsHead(context.Request.Method) || context.Response.StatusCode == StatusCodes.Status304NotModified)
        {
            return;
        }

        if (fault?.Kind is FaultKind.CutWithLength or FaultKind.CutChunked or FaultKind.CutWithoutLength)
        {
            await CutAnswer.SendAsync(context, fault.Kind, body);
            return;
        }

        if (!answer.IsPage)
        {
            context.Response.ContentLength = body.Length;
        }

        if (fault?.Kind == FaultKind.Stall)
        {
            var half = body.Length / 2;
            await context.Response.Body.WriteAsync(body.AsMemory(0, half), aborted);
            await context.Response.Body.FlushAsync(aborted);
            await Task.Delay(fault.Delay, options.Time, aborted);
            body = body[half..];
        }

        await context.Response.Body.WriteAsync(body, aborted);
    }

    /// <summary>Sets status and headers; returns the bytes to send.</summary>
    private byte[] Head(HttpContext context, Answer answer)
    {
        var response = context.Response;
        if (answer.LastModified is { } lastModified)
        {
            answer = FileConditions.Apply(context.Request, answer, lastModified, out var contentRange);
            response.Headers.AcceptRanges = "bytes";
            response.GetTypedHeaders().LastModified = lastModified;
            response.Headers.ContentRange = contentRange;
        }

        response.StatusCode = answer.Status;
        response.Headers.RetryAfter = answer.RetryAfter;
        response.Headers.Location = answer.Location;
        if (answer.Status == StatusCodes.Status304NotModified)
        {
            return [];
        }

        response.ContentType = answer.ContentType;
        if (answer.IsPage && options.Compress && context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = "gzip";
            return Gzip(answer.Body);
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            response.ContentLength = answer.Body.Length;
        }

        return answer.Body;
    }

    private static byte[] Gzip(byte[] body)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return bytes.ToArray();
    }
}
