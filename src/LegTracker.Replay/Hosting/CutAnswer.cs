using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace LegTracker.Replay.Hosting;

/// <summary>An answer that breaks off after half its body, written past the server's own framing, which would never lie about a length.</summary>
internal static class CutAnswer
{
    /// <summary>Writes status, headers and half the body, then ends the connection in an orderly way, so that all of it arrives.</summary>
    public static async Task SendAsync(HttpContext context, FaultKind kind, byte[] body)
    {
        var response = context.Response;
        var half = body.Length / 2;
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.StatusCode} {ReasonPhrases.GetReasonPhrase(response.StatusCode)}\r\n");
        foreach (var (name, value) in response.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(kind switch
        {
            FaultKind.CutWithLength => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n"),
            FaultKind.CutChunked => string.Create(CultureInfo.InvariantCulture, $"Transfer-Encoding: chunked\r\n\r\n{half:x}\r\n"),
            _ => "Connection: close\r\n\r\n",
        });

        var output = context.Features.Get<IConnectionTransportFeature>()!.Transport.Output;
        await output.WriteAsync(Encoding.Latin1.GetBytes(head.ToString()), context.RequestAborted);
        await output.WriteAsync(body.AsMemory(0, half), context.RequestAborted);
        await output.CompleteAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
