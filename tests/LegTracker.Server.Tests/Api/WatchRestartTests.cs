using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>A server that restarts under a thousand watchers.</summary>
public sealed class WatchRestartTests : IAsyncLifetime
{
    private const int Connections = 10;
    private const int WatchersEach = 100;
    private const int Phase = 15;

    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token;
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_restart_under_1000_watchers_loses_and_repeats_nothing()
    {
        var bill = await world.TrackAsync(1);
        var end = 1L + (3 * Phase);
        var connections = Enumerable.Range(0, Connections).Select(_ => new LegTrackerConnection(world.Address)).ToList();
        var opened = new CountdownEvent(Connections * WatchersEach);
        var watchers = connections.SelectMany(connection => Enumerable.Range(0, WatchersEach).Select(_ => Task.Run(() => WatchAsync(connection, end, opened)))).ToList();
        await Task.Run(() => opened.Wait(patience));

        await WriteAsync(bill);
        await world.RestartAsync();

        // Written while they come back, one by one.
        await WriteAsync(bill);
        await WriteAsync(bill);

        var log = (await world.Changes.ListChangesAsync(new ListChangesRequest { PageSize = 5000 })).Changes.Select(change => change.Name).ToList();
        var all = await Task.WhenAll(watchers);
        Assert.Equal(1 + (3 * Phase * 2), log.Count);
        Assert.All(all, watcher => Assert.Equal(log, watcher.Seen));
        Assert.All(all, watcher => Assert.True(watcher.Lost > 0));
        connections.ForEach(connection => connection.Dispose());
    }

    private async Task<(List<string> Seen, int Lost)> WatchAsync(LegTrackerConnection connection, long end, CountdownEvent opened)
    {
        var seen = new List<string>();
        var lost = 0;
        await foreach (var told in new ChangeWatcher(connection).WatchAsync(WatchStart.After(0, []), TimeProvider.System, patience))
        {
            switch (told)
            {
                case WatchEvent.Connected when lost == 0:
                    opened.Signal();
                    break;
                case WatchEvent.Disconnected:
                    lost++;
                    break;
                case WatchEvent.Changed changed:
                    seen.AddRange(changed.Changes.Select(change => change.Name));
                    break;
                case WatchEvent.CaughtUp caughtUp when caughtUp.At.Revision >= end:
                    return (seen, lost);
            }
        }

        throw new InvalidOperationException("the watch ended by itself");
    }

    private async Task WriteAsync(BillId bill)
    {
        foreach (var _ in Enumerable.Range(0, Phase))
        {
            await world.RecordAsync(bill, 2, textLength: 200);
        }
    }
}
