using Grpc.Core;
using static LegTracker.Client.Tests.ScriptedServer;

namespace LegTracker.Client.Tests;

public sealed class ChangeWatcherTests
{
    [Fact]
    public async Task A_connection_dropped_midway_is_resumed_and_each_change_is_told_once()
    {
        await using var server = await StartAsync(
            ThenCut(Opened(0), Changes(2, false, "1.0", "2.0", "2.1")),
            ThenCut(Opened(2), Changes(3, false, "3.0"), CaughtUp(4)),
            ThenSilence(Opened(4), Changes(5, false, "5.0")));
        await using var watching = new Watching(server.Connection, WatchStart.After(0, ["b"]));

        var told = await watching.ChangesAsync(5);

        Assert.Equal(["1.0", "2.0", "2.1", "3.0", "5.0"], told);
        Assert.Equal([0, 2, 4], server.Requests.Select(request => request.AfterRevision));
        Assert.Equal(["", Epoch, Epoch], server.Requests.Select(request => request.StoreEpoch));
        Assert.All(server.Requests, request => Assert.Equal(["b"], request.Bills));
    }

    [Fact]
    public async Task A_revision_cut_in_its_middle_is_asked_for_again_and_its_changes_are_not_repeated()
    {
        await using var server = await StartAsync(
            ThenCut(Opened(0), Changes(1, false, "1.0"), Changes(1, true, "2.0", "2.1")),
            ThenSilence(Opened(1), Changes(1, true, "2.0", "2.1"), Changes(2, false, "2.2"), Changes(3, false, "3.0")));
        await using var watching = new Watching(server.Connection, WatchStart.After(0, []));

        var told = await watching.ChangesAsync(5);

        Assert.Equal(["1.0", "2.0", "2.1", "2.2", "3.0"], told);
        Assert.Equal([0, 1], server.Requests.Select(request => request.AfterRevision));
    }

    [Fact]
    public async Task A_server_going_away_is_left_and_asked_again_no_sooner_than_it_wished()
    {
        await using var server = await StartAsync(
            ThenEnd(Opened(0), Changes(1, false, "1.0"), GoingAway(1, afterSeconds: 7)),
            ThenSilence(Opened(1)));
        await using var watching = new Watching(server.Connection, WatchStart.After(0, []));
        await watching.NextAsync<WatchEvent.Connected>();
        await watching.NextAsync<WatchEvent.Changed>();

        var (lost, next) = await watching.OverDisconnectAsync();

        Assert.InRange(lost.RetryIn, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7.5));
        Assert.Contains("going away", lost.Reason, StringComparison.Ordinal);
        Assert.IsType<WatchEvent.Connected>(next);
        Assert.Equal(1, server.Requests[1].AfterRevision);
    }

    [Fact]
    public async Task Three_missed_heartbeats_are_taken_for_a_dead_server()
    {
        await using var server = await StartAsync(ThenSilence(Opened(4, heartbeatSeconds: 2)), ThenSilence(Opened(4)));
        await using var watching = new Watching(server.Connection, WatchStart.After(4, []));
        await watching.NextAsync<WatchEvent.Connected>();

        var next = watching.Begin();
        watching.Clock.Advance(TimeSpan.FromSeconds(5.9));
        Assert.False(next.IsCompleted);
        watching.Clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.True(await next);
        var lost = Assert.IsType<WatchEvent.Disconnected>(watching.Current);
        Assert.Contains("no sign of life for 6 s", lost.Reason, StringComparison.Ordinal);
        var again = watching.Begin();
        watching.Clock.Advance(lost.RetryIn);
        Assert.True(await again);
        Assert.IsType<WatchEvent.Connected>(watching.Current);
    }

    [Fact]
    public async Task A_reset_is_told_and_a_snapshot_cut_off_begins_again()
    {
        await using var server = await StartAsync(
            ThenCut(Opened(40), Reset("another store", "e2"), At(0, Snapshot(0, false, "AB 1"), "e2")),
            ThenSilence(
                At(0, Opened(0), "e2"), At(0, Snapshot(0, false, "AB 1"), "e2"), At(7, Snapshot(7, true, "AB 2"), "e2"), At(8, Changes(8, false, "8.0"), "e2")));
        await using var watching = new Watching(server.Connection, WatchStart.After(40, [], "e1"));

        await watching.NextAsync<WatchEvent.Connected>();
        var reset = await watching.NextAsync<WatchEvent.Reset>();
        var begun = await watching.NextAsync<WatchEvent.SnapshotPart>();
        await watching.OverDisconnectAsync();
        var first = await watching.NextAsync<WatchEvent.SnapshotPart>();
        var last = await watching.NextAsync<WatchEvent.SnapshotPart>();
        var changed = await watching.NextAsync<WatchEvent.Changed>();

        Assert.Equal("another store", reset.Reason);
        Assert.True(begun is { First: true, Last: false });
        Assert.True(first is { First: true, Last: false });
        Assert.True(last is { First: false, Last: true });
        Assert.Equal("changes/8.0", changed.Changes.Single().Name);
        Assert.True(server.Requests[1].WithSnapshot);
        Assert.Equal(("e1", "e2"), (server.Requests[0].StoreEpoch, server.Requests[1].StoreEpoch));
    }

    [Fact]
    public async Task After_a_reset_the_stream_is_resumed_in_the_new_store()
    {
        await using var server = await StartAsync(
            ThenCut(Opened(40), Reset("another store", "e2"), At(2, Snapshot(2, true, "AB 1"), "e2"), At(3, Changes(3, false, "3.0"), "e2")),
            ThenSilence(At(3, Opened(3), "e2"), At(4, Changes(4, false, "4.0"), "e2")));
        await using var watching = new Watching(server.Connection, WatchStart.After(40, [], "e1"));

        var told = await watching.ChangesAsync(2);

        Assert.Equal(["3.0", "4.0"], told);
        Assert.Equal((3, "e2"), (server.Requests[1].AfterRevision, server.Requests[1].StoreEpoch));
    }

    [Fact]
    public async Task A_watch_from_now_resumes_from_where_it_was_opened()
    {
        await using var server = await StartAsync(ThenCut(Opened(6)), ThenSilence(Opened(6), Changes(7, false, "7.0")));
        await using var watching = new Watching(server.Connection, WatchStart.Now([]));

        var told = await watching.ChangesAsync(1);

        Assert.Equal(["7.0"], told);
        Assert.True(server.Requests[0].FromNow);
        Assert.Equal(6, server.Requests[1].AfterRevision);
    }

    [Fact]
    public async Task Waits_grow_to_fifteen_seconds_with_jitter_and_lost_since_stays()
    {
        await using var server = await StartAsync([.. Enumerable.Repeat(Refuse(StatusCode.Unavailable, "starting"), 12), ThenSilence(Opened(0))]);
        await using var watching = new Watching(server.Connection, WatchStart.After(0, []));
        var began = watching.Clock.GetUtcNow();
        var lost = new List<WatchEvent.Disconnected>();

        var next = await watching.NextAsync();
        while (next is WatchEvent.Disconnected one)
        {
            lost.Add(one);
            var coming = watching.Begin();
            watching.Clock.Advance(one.RetryIn);
            await coming;
            next = watching.Current;
        }

        Assert.IsType<WatchEvent.Connected>(next);
        Assert.Equal(12, lost.Count);
        Assert.All(lost, one => Assert.Equal(began, one.Since));
        Assert.All(lost.Select((one, at) => (one.RetryIn, Ceiling: Math.Min(15, 0.5 * Math.Pow(2, at)))), wait => Assert.InRange(wait.RetryIn.TotalSeconds, 0, wait.Ceiling));
        Assert.Contains(lost, one => one.RetryIn > TimeSpan.FromSeconds(5));
        Assert.Contains("starting", lost[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_too_many_streams_is_asked_again_no_sooner_than_it_wished()
    {
        await using var server = await StartAsync(
            RefuseFor(StatusCode.ResourceExhausted, "too many streams", TimeSpan.FromSeconds(5)), ThenSilence(Opened(0)));
        await using var watching = new Watching(server.Connection, WatchStart.After(0, []));

        var (lost, next) = await watching.OverDisconnectAsync();

        Assert.InRange(lost.RetryIn, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.5));
        Assert.Equal("too many streams", lost.Reason);
        Assert.IsType<WatchEvent.Connected>(next);
    }

    [Fact]
    public async Task A_request_that_the_server_refuses_is_not_tried_again()
    {
        await using var server = await StartAsync(Refuse(StatusCode.InvalidArgument, "no bill name"));
        await using var watching = new Watching(server.Connection, WatchStart.After(0, ["nonsense"]));

        var fault = await Assert.ThrowsAsync<RpcException>(() => watching.NextAsync());

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_address_where_no_server_is_gives_lost_connections_not_a_fault()
    {
        using var connection = new LegTrackerConnection(new Uri("http://127.0.0.1:1"));
        await using var watching = new Watching(connection, WatchStart.After(0, []));

        var lost = await watching.NextAsync<WatchEvent.Disconnected>();

        Assert.Contains("not reachable", lost.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_ends_when_it_is_cancelled()
    {
        await using var server = await StartAsync(ThenSilence(Opened(0)));
        using var stop = new CancellationTokenSource();
        var events = new ChangeWatcher(server.Connection).WatchAsync(WatchStart.After(0, []), TimeProvider.System, stop.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await events.MoveNextAsync());

        var next = events.MoveNextAsync().AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await events.DisposeAsync();
    }
}
