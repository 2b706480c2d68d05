using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>The promises of WatchChanges, each over a real socket.</summary>
public sealed class WatchChangesTests : IAsyncLifetime
{
    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Ordered_by_revision_and_index_while_recording_goes_on()
    {
        var seen = (await WhileRecordingAsync()).Select(change => (change.Revision, change.Index)).ToList();

        Assert.Equal(seen.Order(), seen);
    }

    [Fact]
    public async Task Unique_no_change_comes_twice_in_a_stream()
    {
        var seen = (await WhileRecordingAsync()).Select(change => change.Name).ToList();

        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task Reliable_nothing_of_the_log_is_left_out()
    {
        var seen = (await WhileRecordingAsync()).Select(change => change.Name).ToHashSet();

        Assert.Superset((await LogAsync()).Select(change => change.Name).ToHashSet(), seen);
        Assert.Equal(123, seen.Count);
    }

    [Fact]
    public async Task Resumable_at_any_cut_without_gap_or_repeat()
    {
        var bills = await TrackAsync(2);
        foreach (var i in Enumerable.Range(0, 20))
        {
            await world.RecordAsync(bills[i % 2], 2);
        }

        var log = (await LogAsync()).Select(change => change.Name).ToList();
        for (var after = 0L; after <= 22; after++)
        {
            using var call = world.Watch(new WatchChangesRequest { AfterRevision = after, StoreEpoch = world.Store.Epoch }, patience);
            var rest = log.Where(name => long.Parse(name.Split('/', '.')[1], System.Globalization.CultureInfo.InvariantCulture) > after).ToList();

            Assert.Equal(rest, (await ChangesAsync(call, rest.Count, patience)).Select(change => change.Name));
        }
    }

    [Fact]
    public async Task Atomic_a_revision_is_split_only_when_it_says_so_and_the_bookmark_waits()
    {
        var bill = (await TrackAsync(1))[0];
        var large = await world.RecordAsync(bill, 40, textLength: 40_000);
        using var call = world.Watch(new WatchChangesRequest { AfterRevision = 0 }, patience);

        var parts = new List<WatchChangesResponse>();
        await foreach (var message in call.ResponseStream.ReadAllAsync(patience))
        {
            if (message.EventCase == WatchChangesResponse.EventOneofCase.CaughtUp)
            {
                break;
            }

            if (message.EventCase == WatchChangesResponse.EventOneofCase.Changes)
            {
                parts.Add(message);
            }
        }

        var ofLarge = parts.Where(part => part.Changes.Changes[^1].Revision == large).ToList();
        Assert.True(ofLarge.Count > 1);
        Assert.All(ofLarge.SkipLast(1), part => Assert.True(part.Changes.MoreOfRevision && part.Revision < large));
        Assert.False(parts[^1].Changes.MoreOfRevision);
        Assert.Equal(large, parts[^1].Revision);
        Assert.Equal(41, parts.Sum(part => part.Changes.Changes.Count));
    }

    [Fact]
    public async Task Bookmarkable_the_revision_moves_on_when_nothing_matches()
    {
        var bills = await TrackAsync(2);
        using var call = world.Watch(new WatchChangesRequest { AfterRevision = 0, Bills = { ApiWorld.Bill(999).ResourceName } }, patience);
        await NextAsync(call, WatchChangesResponse.EventOneofCase.CaughtUp);

        var last = await world.RecordAsync(bills[0], 3);
        var caughtUp = await NextAsync(call, WatchChangesResponse.EventOneofCase.CaughtUp);

        Assert.Equal(last, caughtUp.Revision);
        Assert.Equal(last, caughtUp.HeadRevision);
    }

    [Fact]
    public async Task Honest_the_lag_is_what_is_still_to_come_in_every_message()
    {
        var bill = (await TrackAsync(1))[0];
        foreach (var _ in Enumerable.Range(0, 12))
        {
            await world.RecordAsync(bill, 2, textLength: 100_000);
        }

        using var call = world.Watch(new WatchChangesRequest { AfterRevision = 0 }, patience);
        var lags = new List<long>();
        var delivered = 0L;
        while (lags.LastOrDefault(-1) != 0 && await call.ResponseStream.MoveNext(patience))
        {
            var message = call.ResponseStream.Current;
            delivered = message.Changes?.Changes[^1].Revision ?? delivered;
            lags.Add(message.HeadRevision - message.Revision);
            Assert.Equal(13 - delivered, lags[^1]);
        }

        Assert.True(lags.Count > 3);
        Assert.Equal(13, lags[0]);
    }

    [Fact]
    public async Task A_heartbeat_comes_when_idle_with_the_bookmark_and_each_source_s_last_success()
    {
        await TrackAsync(1);
        var success = new DateTimeOffset(2025, 9, 19, 20, 0, 0, TimeSpan.Zero);
        await world.Store.SaveSourceAsync(SourceHealth.New("bulk", "example.org") with { LastSuccess = success }, null, CancellationToken.None);
        await world.Store.SaveSourceAsync(SourceHealth.New("pages", "example.org"), null, CancellationToken.None);
        using var call = world.Watch(new WatchChangesRequest { FromNow = true, HeartbeatInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }, patience);

        var beat = await NextAsync(call, WatchChangesResponse.EventOneofCase.Heartbeat);

        Assert.Equal(1, beat.Revision);
        Assert.Equal(
            [("sources/bulk", Timestamp.FromDateTimeOffset(success)), ("sources/pages", null)],
            beat.Heartbeat.Sources.Select(source => (source.Source, (Timestamp?)source.LastSuccessTime)).Order());
    }

    [Theory]
    [InlineData("another-epoch", 1)]
    [InlineData("", 5_000)]
    public async Task No_silent_loss_another_epoch_or_a_revision_beyond_the_head_starts_over_with_a_snapshot(string epoch, long after)
    {
        await TrackAsync(3);
        using var call = world.Watch(new WatchChangesRequest { AfterRevision = after, StoreEpoch = epoch }, patience);

        var reset = await NextAsync(call, WatchChangesResponse.EventOneofCase.Reset);
        var snapshot = await NextAsync(call, WatchChangesResponse.EventOneofCase.Snapshot);

        Assert.NotEmpty(reset.Reset.Reason);
        Assert.Equal(3, snapshot.Snapshot.Bills.Count);
        Assert.True(snapshot.Snapshot.Last);
        Assert.Equal(world.Store.Epoch, snapshot.StoreEpoch);
    }

    [Fact]
    public async Task With_snapshot_gives_the_bills_and_then_only_what_is_newer()
    {
        var bills = await TrackAsync(2);
        await world.RecordAsync(bills[0], 2);
        using var call = world.Watch(new WatchChangesRequest { WithSnapshot = true }, patience);

        var snapshot = await NextAsync(call, WatchChangesResponse.EventOneofCase.Snapshot);
        await NextAsync(call, WatchChangesResponse.EventOneofCase.CaughtUp);
        var newer = await world.RecordAsync(bills[1], 1);
        var changes = await NextAsync(call, WatchChangesResponse.EventOneofCase.Changes);

        Assert.Equal(2, snapshot.Snapshot.Bills.Count);
        Assert.Equal(newer, Assert.Single(changes.Changes.Changes).Revision);
    }

    [Fact]
    public async Task A_server_that_stops_says_goodbye()
    {
        await TrackAsync(1);
        using var call = world.Watch(new WatchChangesRequest { AfterRevision = 0 }, patience);
        await NextAsync(call, WatchChangesResponse.EventOneofCase.CaughtUp);

        var stopping = world.StopAsync();
        var goodbye = await NextAsync(call, WatchChangesResponse.EventOneofCase.GoingAway);
        await stopping;

        Assert.NotNull(goodbye.GoingAway.ReconnectAfter);
    }

    // A watcher of the whole log while three bills move: 3 revisions of one change, then 60 of one to three.
    private async Task<List<V1.Change>> WhileRecordingAsync()
    {
        var bills = await TrackAsync(3);
        using var call = world.Watch(new WatchChangesRequest { AfterRevision = 0 }, patience);
        var recording = Task.Run(async () =>
        {
            foreach (var i in Enumerable.Range(0, 60))
            {
                await world.RecordAsync(bills[i % 3], 1 + i % 3);
            }
        });
        var seen = await ChangesAsync(call, 3 + 60 + 60, patience);
        await recording;
        return seen;
    }

    private static async Task<List<V1.Change>> ChangesAsync(AsyncServerStreamingCall<WatchChangesResponse> call, int count, CancellationToken cancellationToken)
    {
        var changes = new List<V1.Change>();
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            changes.AddRange(message.Changes?.Changes ?? []);
            if (changes.Count >= count && message.EventCase == WatchChangesResponse.EventOneofCase.CaughtUp)
            {
                break;
            }
        }

        return changes;
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

    private async Task<List<BillId>> TrackAsync(int count)
    {
        var bills = new List<BillId>();
        for (var number = 1; number <= count; number++)
        {
            bills.Add(await world.TrackAsync(number));
        }

        return bills;
    }

    private async Task<IEnumerable<V1.Change>> LogAsync() => (await world.Changes.ListChangesAsync(new ListChangesRequest { PageSize = 5000 })).Changes;
}
