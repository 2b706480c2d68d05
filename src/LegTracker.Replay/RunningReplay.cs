namespace LegTracker.Replay;

/// <summary>A replay that is listening; disposing it stops it.</summary>
public sealed class RunningReplay : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RequestLog log;

    internal RunningReplay(WebApplication app, ReplayFaults faults, RequestLog log)
    {
        this.app = app;
        this.log = log;
        Faults = faults;
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Where it listens, with the port it got; pages and bulk files have the same address.</summary>
    public Uri Address { get; }

    /// <summary>Faults to serve.</summary>
    public ReplayFaults Faults { get; }

    /// <summary>The last 10,000 requests, oldest first, without those to <c>/_replay</c>.</summary>
    public IReadOnlyList<ReplayRequest> Requests => log.All;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
