using LegTracker.Tests;

namespace LegTracker.Client.Tests;

/// <summary>A watch that a test steps through, its waits passed on a clock that stands still otherwise.</summary>
internal sealed class Watching : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new(TimeSpan.FromSeconds(60));
    private readonly IAsyncEnumerator<WatchEvent> events;

    public Watching(LegTrackerConnection connection, WatchStart start)
    {
        events = new ChangeWatcher(connection, new Random(831)).WatchAsync(start, Clock, stop.Token).GetAsyncEnumerator();
    }

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 3, 3, 18, 0, 0, TimeSpan.Zero));

    /// <summary>Begins to wait for the next event: timers are set when this returns.</summary>
    public Task<bool> Begin() => events.MoveNextAsync().AsTask();

    public WatchEvent Current => events.Current;

    public async Task<WatchEvent> NextAsync()
    {
        Assert.True(await Begin());
        return events.Current;
    }

    public async Task<T> NextAsync<T>()
        where T : WatchEvent => Assert.IsType<T>(await NextAsync());

    /// <summary>The next event is a lost connection; its wait is passed and the event after it comes back.</summary>
    public async Task<(WatchEvent.Disconnected Lost, WatchEvent Next)> OverDisconnectAsync()
    {
        var lost = await NextAsync<WatchEvent.Disconnected>();
        var next = Begin();
        Clock.Advance(lost.RetryIn);
        Assert.True(await next);
        return (lost, events.Current);
    }

    /// <summary>Follows until so many changes were told, over every lost connection.</summary>
    public async Task<List<string>> ChangesAsync(int count)
    {
        var names = new List<string>();
        var began = false;
        while (names.Count < count)
        {
            var before = began ? events.Current : null;
            var next = Begin();
            began = true;
            Clock.Advance((before as WatchEvent.Disconnected)?.RetryIn ?? TimeSpan.Zero);
            Assert.True(await next);
            names.AddRange(events.Current is WatchEvent.Changed changed ? changed.Changes.Select(change => change.Name["changes/".Length..]) : []);
        }

        return names;
    }

    public async ValueTask DisposeAsync()
    {
        await events.DisposeAsync();
        stop.Dispose();
    }
}
