using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using LegTracker.Client;
using LegTracker.Server.Api;
using LegTracker.Tests;
using LegTracker.V1;
using Microsoft.Extensions.DependencyInjection;

namespace LegTracker.Server.Tests.Api;

/// <summary>Readers that are slow, dead or too many, and what they cost the others.</summary>
public sealed class WatchReadersTests : IAsyncLifetime
{
    private const int MostStreams = 12;

    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2025, 9, 20, 12, 0, 0, TimeSpan.Zero));
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync(new WatchLimits { MostStreams = MostStreams }, time);

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Dead_readers_cost_a_live_one_nothing_and_are_cut_after_30_seconds()
    {
        const int Dead = 8;
        var bill = await world.TrackAsync(1);

        // Half of them stop reading their streams beside the live one, on its connection; the lines of the others carry nothing more at all.
        await using var line = new CuttingProxy(world.Address, []);
        using var shared = world.NarrowChannel();
        using var stalled = world.NarrowChannel(line.Address);
        using var live = Watch(shared);
        var dead = Enumerable.Range(0, Dead).Select(i => Watch(i % 2 == 0 ? shared : stalled)).ToList();
        foreach (var call in dead.Append(live))
        {
            await NextAsync(call, WatchChangesResponse.EventOneofCase.CaughtUp);
        }

        line.Stall();
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < 40; round++)
        {
            var revision = await world.RecordAsync(bill, 2, textLength: 50_000);
            var committed = Stopwatch.GetTimestamp();
            Assert.Equal(revision, (await NextAsync(live, WatchChangesResponse.EventOneofCase.CaughtUp)).Revision);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(committed).Ticks));
        }

        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(Dead + 1, Running);
        await AllWaitingAsync(Dead);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(WatchChangesResponse.EventOneofCase.Heartbeat, (await NextAsync(live, WatchChangesResponse.EventOneofCase.Heartbeat)).EventCase);
        Assert.Equal(Dead + 1, Running);
        time.Advance(TimeSpan.FromSeconds(2));
        await RunningAsync(1);
        var last = await world.RecordAsync(bill, 1);
        Assert.Equal(last, (await NextAsync(live, WatchChangesResponse.EventOneofCase.CaughtUp)).Revision);
        dead.ForEach(call => call.Dispose());
    }

    [Fact]
    public async Task A_slow_reader_that_goes_on_reading_is_not_cut()
    {
        var bill = await world.TrackAsync(1);
        foreach (var _ in Enumerable.Range(0, 10))
        {
            await world.RecordAsync(bill, 4, textLength: 100_000);
        }

        using var channel = world.NarrowChannel();
        using var call = new V1.ChangeService.ChangeServiceClient(channel).WatchChanges(new WatchChangesRequest { AfterRevision = 0 }, cancellationToken: patience);
        var changes = 0;
        while (await call.ResponseStream.MoveNext(patience) && call.ResponseStream.Current.EventCase != WatchChangesResponse.EventOneofCase.CaughtUp)
        {
            changes += call.ResponseStream.Current.Changes?.Changes.Count ?? 0;

            // That the server came to its next write cannot be seen from here: steps of 8 s let it be late for some of them.
            await world.Server.GetServerInfoAsync(new GetServerInfoRequest());
            time.Advance(TimeSpan.FromSeconds(8));
        }

        Assert.Equal(41, changes);
    }

    [Fact]
    public async Task One_stream_more_than_there_may_be_is_refused_with_when_to_come_back()
    {
        await world.TrackAsync(1);
        using var channel = world.NarrowChannel();
        var calls = Enumerable.Range(0, MostStreams).Select(_ => Watch(channel)).ToList();
        foreach (var call in calls)
        {
            await NextAsync(call, WatchChangesResponse.EventOneofCase.CaughtUp);
        }

        using var oneMore = Watch(channel);
        var refused = RichError.From(await Assert.ThrowsAsync<RpcException>(() => oneMore.ResponseStream.MoveNext(patience)));
        Assert.Equal(("TOO_MANY_STREAMS", TimeSpan.FromSeconds(5)), (refused.Reason, refused.RetryAfter));

        calls[0].Dispose();
        await RunningAsync(MostStreams - 1);
        using var again = Watch(channel);
        await NextAsync(again, WatchChangesResponse.EventOneofCase.CaughtUp);
        calls.ForEach(call => call.Dispose());
    }

    private int Running => world.Services.GetRequiredService<WatchStreams>().Running;

    private AsyncServerStreamingCall<WatchChangesResponse> Watch(GrpcChannel channel) =>
        new V1.ChangeService.ChangeServiceClient(channel).WatchChanges(new WatchChangesRequest { AfterRevision = 1 }, cancellationToken: patience);

    // What a reader has received says nothing of whether its stream has come to its wait, and only then may the clock move:
    // the live one until its heartbeat, the dead ones until they are cut.
    private async Task AllWaitingAsync(int dead)
    {
        while (time.Waits is var waits && (waits.Count(wait => wait == TimeSpan.FromSeconds(15)) != 1 || waits.Count(wait => wait == TimeSpan.FromSeconds(30)) != dead))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience);
        }
    }

    private async Task RunningAsync(int wanted)
    {
        while (Running != wanted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience);
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
}
