using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.V1;
using Xunit.Abstractions;

namespace LegTracker.Server.Tests.Api;

/// <summary>Watchers with random filters and beginnings, on lines cut at random places, of a server that restarts at random times while two writers record.</summary>
public sealed class WatchPropertyTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int BillCount = 6;
    private const int WatcherCount = 12;
    private const int Phases = 4;
    private const int RecordedAPhase = 25;

    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token;
    private ApiWorld world = null!;
    private long end = long.MaxValue;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData(379)]
    [InlineData(831)]
    [InlineData(null)]
    public async Task Every_watcher_gets_exactly_what_ListChanges_with_its_filter_says_in_order_and_once(int? given)
    {
        var seed = given ?? Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var bills = new List<BillId>();
        for (var number = 1; number <= BillCount; number++)
        {
            bills.Add(await world.TrackAsync(number));
        }

        await WriteAsync(bills, new Random(random.Next()));
        var watchers = Enumerable.Range(0, WatcherCount).Select(_ => WatchAsync(bills, new Random(random.Next()))).ToList();
        for (var phase = 0; phase < Phases; phase++)
        {
            await Task.WhenAll(WriteAsync(bills[..(BillCount / 2)], new Random(random.Next())), WriteAsync(bills[(BillCount / 2)..], new Random(random.Next())));
            await world.RestartAsync();
        }

        // One more, so that each watcher is told that it has caught up with the end, whatever it filters.
        Volatile.Write(ref end, 1 + await world.Store.HeadRevisionAsync(patience));
        await world.RecordAsync(bills[0], 1);

        var cuts = 0;
        foreach (var watcher in watchers)
        {
            var (start, seen, cut) = await watcher;
            Assert.True((await ListAsync(start)).SequenceEqual(seen), $"seed {seed}: a watcher of {start.Bills.Length} bills after {start.AfterRevision} was told {string.Join(' ', seen)}");
            cuts += cut;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cuts} lines cut, {Phases} restarts, {end} revisions"));
        Assert.True(cuts > WatcherCount, $"seed {seed}: only {cuts} lines were cut");
    }

    // Alone on its line, which breaks two to six times after some bytes; the start that is returned is that of the log that it has to be told.
    private async Task<(WatchStart Start, List<string> Seen, int Cuts)> WatchAsync(List<BillId> bills, Random random)
    {
        var wanted = bills.Append(ApiWorld.Bill(999)).Where(_ => random.Next(3) == 0).Select(bill => bill.ResourceName).ToImmutableArray();
        var start = random.Next(4) == 0 ? WatchStart.Snapshot(wanted) : WatchStart.After(random.Next(BillCount + RecordedAPhase), wanted);
        var lives = Enumerable.Range(0, random.Next(2, 7)).Select(_ => random.Next(400, 9_000)).ToList();
        await using var line = new CuttingProxy(world.Address, lives);
        using var connection = new LegTrackerConnection(line.Address);
        var seen = new List<string>();
        await foreach (var told in new ChangeWatcher(connection, random).WatchAsync(start, TimeProvider.System, patience))
        {
            switch (told)
            {
                case WatchEvent.SnapshotPart { Last: true } part:
                    start = WatchStart.After(part.At.Revision, wanted);
                    break;
                case WatchEvent.Changed changed:
                    seen.AddRange(changed.Changes.Select(change => change.Name));
                    break;
                case WatchEvent.CaughtUp caughtUp when caughtUp.At.Revision >= Volatile.Read(ref end):
                    return (start, seen, lives.Count - line.Left);
            }
        }

        throw new InvalidOperationException("the watch ended by itself");
    }

    // Each writer has its own bills: two polls of one bill at once are a fault that the store refuses.
    private async Task WriteAsync(List<BillId> own, Random random)
    {
        foreach (var _ in Enumerable.Range(0, RecordedAPhase))
        {
            await world.RecordAsync(own[random.Next(own.Count)], random.Next(1, 7), textLength: random.Next(20) == 0 ? 300_000 : random.Next(10, 2_000));
        }
    }

    private async Task<List<string>> ListAsync(WatchStart start)
    {
        var names = new List<string>();
        var request = new ListChangesRequest { AfterRevision = start.AfterRevision ?? 0, Bills = { start.Bills } };
        do
        {
            var page = await world.Changes.ListChangesAsync(request, cancellationToken: patience);
            names.AddRange(page.Changes.Select(change => change.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return names;
    }
}
