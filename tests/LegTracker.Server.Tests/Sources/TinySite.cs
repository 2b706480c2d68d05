using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LegTracker.Server.Tests.Sources;

/// <summary>One request as a <see cref="TinySite"/> got it.</summary>
public sealed record TinyRequest(string Path, Dictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>A host on a raw socket, so that answers can be cut anywhere: each connection gets one answer and is closed.</summary>
public sealed class TinySite : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<TinyRequest, byte[]?> answer;
    private readonly Task accepting;

    /// <param name="answer">The raw answer; null for none at all, with the connection kept open.</param>
    public TinySite(Func<TinyRequest, byte[]?> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Requests in the order of their arrival.</summary>
    public ConcurrentQueue<TinyRequest> Requests { get; } = new();

    /// <summary>Done when the first request has arrived.</summary>
    public TaskCompletionSource FirstRequest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    /// <summary>A whole answer with a Content-Length.</summary>
    public static byte[] Answer(int status, byte[] body, params string[] headers) =>
        [.. Head(status, [.. headers, $"Content-Length: {body.Length}"]), .. body];

    public static byte[] Html(string page) => Answer(200, Encoding.UTF8.GetBytes(page), "Content-Type: text/html;charset=UTF-8");

    public static byte[] Head(int status, params string[] headers) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Some words\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");

    /// <summary>Answers as a file server does: If-Modified-Since, Range and If-Range are understood.</summary>
    public static byte[] File(TinyRequest request, byte[] content, DateTimeOffset modified, bool parts = true)
    {
        string[] head = [$"Last-Modified: {modified:R}", "Content-Type: application/zip"];
        if (DateTimeOffset.TryParse(request.Header("If-Modified-Since"), CultureInfo.InvariantCulture, out var since) && modified <= since)
        {
            return Head(304, head);
        }

        var condition = request.Header("If-Range");
        if (!parts || request.Header("Range") is not { } range || (condition is not null && condition != modified.ToString("R")))
        {
            return Answer(200, content, head);
        }

        if (content.Length == 0)
        {
            return Answer(416, [], "Content-Range: bytes */0");
        }

        var bounds = range["bytes=".Length..].Split('-');
        var from = bounds[0].Length == 0 ? Math.Max(0, content.Length - int.Parse(bounds[1], CultureInfo.InvariantCulture)) : int.Parse(bounds[0], CultureInfo.InvariantCulture);
        var to = bounds[0].Length == 0 ? content.Length - 1 : Math.Min(content.Length - 1, int.Parse(bounds[1], CultureInfo.InvariantCulture));
        return Answer(206, content[from..(to + 1)], [.. head, $"Content-Range: bytes {from}-{to}/{content.Length}"]);
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                var stream = connection.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII);
                var first = await reader.ReadLineAsync(stop.Token);
                if (first is null)
                {
                    return;
                }

                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line)
                {
                    var colon = line.IndexOf(':', StringComparison.Ordinal);
                    headers[line[..colon]] = line[(colon + 1)..].Trim();
                }

                var request = new TinyRequest(first.Split(' ')[1], headers);
                Requests.Enqueue(request);
                FirstRequest.TrySetResult();
                if (answer(request) is { } bytes)
                {
                    await stream.WriteAsync(bytes, stop.Token);
                }
                else
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
                }
            }
            catch (Exception end) when (end is OperationCanceledException or IOException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
