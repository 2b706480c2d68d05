using System.Net;
using System.Net.Sockets;

namespace LegTracker.Server.Tests.Api;

/// <summary>A line between client and server that breaks after so many bytes from the server, connection by connection, and then holds; or carries nothing more.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Uri server;
    private readonly Queue<int> lives;
    private readonly Task accepting;
    private volatile bool stalled;

    /// <param name="lives">Bytes that each connection lives for, in order.</param>
    public CuttingProxy(Uri server, IEnumerable<int> lives)
    {
        (this.server, this.lives) = (server, new Queue<int>(lives));
        listener.Start();
        Address = new Uri($"http://{listener.LocalEndpoint}");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Connections still to be cut.</summary>
    public int Left => lives.Count;

    /// <summary>From now on nothing the server sends comes through, and no end of it either.</summary>
    public void Stall() => stalled = true;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var running = new List<Task>();
        try
        {
            while (true)
            {
                running.Add(RunAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task RunAsync(TcpClient client)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        using (client)
        using (var upstream = new TcpClient())
        {
            if (!await ConnectAsync(upstream))
            {
                return;
            }

            await Task.WhenAny(
                PumpAsync(client.GetStream(), upstream.GetStream(), long.MaxValue, broken.Token),
                PumpAsync(upstream.GetStream(), client.GetStream(), lives.TryDequeue(out var life) ? life : long.MaxValue, broken.Token));
            await broken.CancelAsync();
        }
    }

    // Where no server is, the line is dead at once.
    private async Task<bool> ConnectAsync(TcpClient upstream)
    {
        try
        {
            await upstream.ConnectAsync(IPAddress.Loopback, server.Port, stop.Token);
            return true;
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, long life, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        try
        {
            for (var left = life; left > 0;)
            {
                var read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellationToken);
                if (read == 0)
                {
                    return;
                }

                if (stalled)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                }

                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                left -= read;
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side went away.
        }
    }
}
