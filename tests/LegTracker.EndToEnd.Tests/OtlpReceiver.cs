using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Takes what is sent by OTLP, over HTTP or gRPC, and reads the names in it: of meters and their metrics, of sources and their spans.</summary>
/// <remarks>Both signals nest alike: the request's 1 is a resource's part, whose 2 is a scope's part, whose 1.1 is the scope's name and whose 2s are metrics or spans.</remarks>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<(string Scope, string Name), int> named = new();
    private readonly ConcurrentQueue<string> texts = new();

    private OtlpReceiver(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>Everything that was sent, as "meter/metric" and "source/span".</summary>
    public IReadOnlyCollection<string> Names => [.. named.Keys.Select(key => $"{key.Scope}/{key.Name}")];

    /// <summary>Paths that were posted to, and each body as text: attributes stand in it as they are.</summary>
    public string Received => string.Join('\n', texts);

    public static async Task<OtlpReceiver> StartAsync(bool overHttp)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = overHttp ? HttpProtocols.Http1 : HttpProtocols.Http2));
        var receiver = new OtlpReceiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var bytes = body.ToArray();
        var overGrpc = http.Request.ContentType == "application/grpc";
        texts.Enqueue($"{http.Request.Method} {http.Request.Path} {http.Request.ContentType}\n{Encoding.UTF8.GetString(bytes)}");
        foreach (var scoped in Fields(overGrpc ? bytes.AsMemory(5) : bytes, 1).SelectMany(resource => Fields(resource, 2)))
        {
            var scope = Encoding.UTF8.GetString(Fields(Fields(scoped, 1).Single(), 1).Single().Span);
            foreach (var one in Fields(scoped, 2))
            {
                // A metric's name is its field 1; a span's is 5, after the ids.
                var name = Fields(one, http.Request.Path.Value!.Contains("race", StringComparison.Ordinal) ? 5 : 1).First();
                named.AddOrUpdate((scope, Encoding.UTF8.GetString(name.Span)), 1, (_, times) => times + 1);
            }
        }

        if (overGrpc)
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(new byte[5]);
            http.Response.AppendTrailer("grpc-status", "0");
        }
    }

    // The values of a message's field that are messages or texts.
    private static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int field)
    {
        var found = new List<ReadOnlyMemory<byte>>();
        var input = new CodedInputStream(message.ToArray());
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
            {
                found.Add(input.ReadBytes().Memory);
            }
            else
            {
                input.SkipLastField();
            }
        }

        return found;
    }
}
