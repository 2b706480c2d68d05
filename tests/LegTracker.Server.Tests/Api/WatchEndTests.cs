using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.Tests;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>How streams of changes end, and that nothing is lost or told twice over their ends.</summary>
public sealed class WatchEndTests : IAsyncLifetime
{
    private const int Cuts = 8;
    private const int Recorded = 80;

    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2025, 9, 20, 12, 0, 0, TimeSpan.Zero));
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync(time);

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(379)]
    [InlineData(831)]
    public async Task A_watcher_whose_line_is_cut_at_random_sees_each_change_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        var bills = new[] { await world.TrackAsync(1), await world.TrackAsync(2) };
        await using var line = new CuttingProxy(world.Address, Enumerable.Range(0, Cuts).Select(_ => random.Next(1_000, 6_000)).ToList());
        using var connection = new LegTrackerConnection(line.Address);
        var recorded = 0;

        var seen = new List<string>();
        await foreach (var told in new ChangeWatcher(connection, random).WatchAsync(WatchStart.After(0, []), TimeProvider.System, patience))
        {
            seen.AddRange(told is WatchEvent.Changed changed ? changed.Changes.Select(change => change.Name) : []);
            if (told is WatchEvent.CaughtUp { At.Revision: Recorded + 2 })
            {
                break;
            }

            if (told is WatchEvent.CaughtUp && recorded < Recorded)
            {
                // Step by step, so that the line is cut at another place each time and not in the same large message.
                await world.RecordAsync(bills[recorded % 2], 1 + recorded % 4, textLength: 30);
                recorded++;
            }
        }

        Assert.Equal((await LogAsync()).Select(change => change.Name), seen);
        Assert.True(line.Left < Cuts - 1, $"the line was cut {Cuts - line.Left} times only");
    }

    [Fact]
    public async Task A_stream_ended_while_behind_says_truly_how_far_it_came()
    {
        var bill = await world.TrackAsync(1);
        foreach (var _ in Enumerable.Range(0, 30))
        {
            await world.RecordAsync(bill, 4, textLength: 100_000);
        }

        using var channel = world.NarrowChannel();
        using var call = new V1.ChangeService.ChangeServiceClient(channel).WatchChanges(new WatchChangesRequest { AfterRevision = 0 }, cancellationToken: patience);
        await call.ResponseStream.MoveNext(patience);
        var stopping = world.StopAsync();
        var delivered = new List<V1.Change>();
        WatchChangesResponse last;
        do
        {
            Assert.True(await call.ResponseStream.MoveNext(patience), "the stream ended without going_away");
            last = call.ResponseStream.Current;
            delivered.AddRange(last.Changes?.Changes ?? []);
        }
        while (last.EventCase != WatchChangesResponse.EventOneofCase.GoingAway);

        await stopping;
        Assert.Equal(last.Revision, delivered.Select(change => change.Revision).DefaultIfEmpty(0).Max());
        Assert.False(await call.ResponseStream.MoveNext(patience));
    }

    [Fact]
    public async Task A_watcher_that_accepts_nothing_for_30_seconds_is_cut()
    {
        var bill = await world.TrackAsync(1);
        await world.RecordAsync(bill, 60, textLength: 40_000);
        using var channel = world.NarrowChannel();
        using var call = new V1.ChangeService.ChangeServiceClient(channel).WatchChanges(new WatchChangesRequest { AfterRevision = 0 }, cancellationToken: patience);
        Assert.True(await call.ResponseStream.MoveNext(patience));

        // The watcher reads no further; that the server waits for it cannot be seen from here, so the clock is moved more than once.
        for (var tries = 0; tries < 20; tries++)
        {
            await world.Server.GetServerInfoAsync(new GetServerInfoRequest());
            time.Advance(TimeSpan.FromSeconds(31));
        }

        var fault = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(patience))
            {
                Assert.NotEqual(WatchChangesResponse.EventOneofCase.CaughtUp, call.ResponseStream.Current.EventCase);
            }
        });
        Assert.NotEqual(StatusCode.OK, fault.StatusCode);
    }

    [Fact]
    public async Task A_stream_is_ended_within_66_minutes_and_not_within_53()
    {
        await world.TrackAsync(1);
        using var call = world.Watch(new WatchChangesRequest { AfterRevision = 0 }, patience);
        await NextAsync(call, WatchChangesResponse.EventOneofCase.CaughtUp);

        await PassAsync(TimeSpan.FromMinutes(53));
        await NextAsync(call, WatchChangesResponse.EventOneofCase.Heartbeat);
        await PassAsync(TimeSpan.FromMinutes(13.1));
        var goodbye = await NextAsync(call, WatchChangesResponse.EventOneofCase.GoingAway);

        Assert.Equal(1, goodbye.Revision);
        Assert.Equal(Duration.FromTimeSpan(TimeSpan.Zero), goodbye.GoingAway.ReconnectAfter);
    }

    [Fact]
    public async Task Only_the_last_part_of_a_snapshot_can_be_resumed_from()
    {
        foreach (var number in Enumerable.Range(1, 6))
        {
            await world.RecordAsync(await world.TrackAsync(number), 1, text: new string('x', 200_000));
        }

        using var call = world.Watch(new WatchChangesRequest { WithSnapshot = true }, patience);
        var messages = new List<WatchChangesResponse>();
        while (messages.LastOrDefault()?.EventCase != WatchChangesResponse.EventOneofCase.CaughtUp && await call.ResponseStream.MoveNext(patience))
        {
            messages.Add(call.ResponseStream.Current);
        }

        var parts = messages.Where(message => message.EventCase == WatchChangesResponse.EventOneofCase.Snapshot).ToList();
        Assert.True(parts.Count > 1);
        Assert.Equal(6, parts.Sum(part => part.Snapshot.Bills.Count));
        Assert.All(messages.TakeWhile(message => message != parts[^1]), before => Assert.Equal((0, 12), (before.Revision, before.HeadRevision)));
        Assert.True(parts[^1] is { Snapshot.Last: true, Revision: 12 });
    }

    [Theory]
    [InlineData("heartbeat_interval", 0, 61)]
    [InlineData("after_revision", -1, 15)]
    public async Task A_request_out_of_range_is_refused(string field, long after, int heartbeat)
    {
        using var call = world.Watch(new WatchChangesRequest { AfterRevision = after, HeartbeatInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(heartbeat)) }, patience);

        var fault = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(patience));

        Assert.Equal((RichErrorKind.Usage, "FIELD_INVALID"), (RichError.From(fault).Kind, RichError.From(fault).Reason));
        Assert.Equal(field, RichError.From(fault).Violations.Single().Field);
    }

    // In steps shorter than the server's patience, each with a call in which it comes to rest.
    private async Task PassAsync(TimeSpan by)
    {
        for (var passed = TimeSpan.Zero; passed < by; passed += TimeSpan.FromSeconds(20))
        {
            time.Advance(TimeSpan.FromSeconds(20));
            await world.Server.GetServerInfoAsync(new GetServerInfoRequest());
        }
    }

    private async Task<WatchChangesResponse> NextAsync(AsyncServerStreamingCall<WatchChangesResponse> call, WatchChangesResponse.EventOneofCase wanted)
    {
        while (await call.ResponseStream.MoveNext(patience))
        {
            if (call.ResponseStream.Current.EventCase == wanted)
            {
                return call.ResponseStream.Current;
            }
        }

        throw new InvalidOperationException($"the stream ended before {wanted}");
    }

    private async Task<IEnumerable<V1.Change>> LogAsync() => (await world.Changes.ListChangesAsync(new ListChangesRequest { PageSize = 5000 })).Changes;
}
