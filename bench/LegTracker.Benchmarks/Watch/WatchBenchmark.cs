using System.Diagnostics;
using System.Globalization;

namespace LegTracker.Benchmarks.Watch;

/// <summary>Streams of changes, side by side with a bare gRPC stream of the same message on the same machine.</summary>
internal static class WatchBenchmark
{
    private const int Subscribers = 1000;
    private const int FanOutRounds = 60;
    private const int ShortText = 60;
    private const int LongText = 4000;

    /// <summary>Each measurement by the name that runs it alone.</summary>
    public static IReadOnlyDictionary<string, Func<Task>> Parts { get; } = new Dictionary<string, Func<Task>>
    {
        ["watch-fan-out"] = FanOutAsync,
        ["watch-dead"] = DeadReadersAsync,
        ["watch-one"] = OneSubscriberAsync,
        ["watch-idle"] = IdleAsync,
        ["watch-reconnect"] = ReconnectsAsync,
        ["watch-catch-up"] = CatchUpAsync,
    };

    public static async Task RunAsync()
    {
        foreach (var part in Parts.Values)
        {
            Console.Write($"load average {await File.ReadAllTextAsync("/proc/loadavg")}");
            await part();
        }
    }

    // Tracker and echo take turns, so that both meet the same machine.
    private static async Task FanOutAsync()
    {
        await using var tracker = await WatchedProcess.StartAsync("tracker");
        await using var echo = await WatchedProcess.StartAsync("echo");
        await using var ofTracker = await Watchers.OpenAsync(tracker.Address, Subscribers);
        await using var ofEcho = await Watchers.OpenAsync(echo.Address, Subscribers);
        await RoundsAsync(tracker, ofTracker, 30, ShortText);
        await RoundsAsync(echo, ofEcho, 30, ShortText);
        for (var turn = 1; turn <= 3; turn++)
        {
            var (tracked, _) = await RoundsAsync(tracker, ofTracker, FanOutRounds, ShortText);
            var (echoed, _) = await RoundsAsync(echo, ofEcho, FanOutRounds, ShortText);
            Say($"fan-out to {Subscribers}: {FanOutRounds * Subscribers / tracked.TotalSeconds:0} deliveries/s, echo {FanOutRounds * Subscribers / echoed.TotalSeconds:0}: ratio {echoed / tracked:0.00}");
        }
    }

    private static async Task DeadReadersAsync()
    {
        for (var turn = 1; turn <= 3; turn++)
        {
            await using var withoutDead = await WatchedProcess.StartAsync("tracker");
            await using var withDead = await WatchedProcess.StartAsync("tracker");
            await using var alone = await Watchers.OpenAsync(withoutDead.Address, Subscribers * 9 / 10);
            await using var beside = await Watchers.OpenAsync(withDead.Address, Subscribers * 9 / 10, Subscribers / 10);

            // More than a window of 64 KiB: from here on the dead ones' streams stand still, until the server cuts them after 30 s.
            await RoundsAsync(withoutDead, alone, 20, LongText);
            await RoundsAsync(withDead, beside, 20, LongText);
            var began = Stopwatch.GetTimestamp();
            var (without, with) = (new List<double>(), new List<double>());
            for (var part = 0; part < 8; part++)
            {
                without.AddRange((await RoundsAsync(withoutDead, alone, 10, LongText)).Milliseconds);
                with.AddRange((await RoundsAsync(withDead, beside, 10, LongText)).Milliseconds);
            }

            Say($"p99 to {Subscribers * 9 / 10} readers: {P99(without):0.0} ms; beside {Subscribers / 10} dead ones {P99(with):0.0} ms: ratio {P99(with) / P99(without):0.00} (in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s)");
        }
    }

    private static async Task OneSubscriberAsync()
    {
        await using var tracker = await WatchedProcess.StartAsync("tracker");
        await using var watcher = await Watchers.OpenAsync(tracker.Address, 1);
        await RoundsAsync(tracker, watcher, 500, ShortText);
        var (_, milliseconds) = await RoundsAsync(tracker, watcher, 1000, ShortText);
        milliseconds.Sort();
        Say($"commit to delivery, one subscriber: median {milliseconds[milliseconds.Count / 2]:0.00} ms, p99 {P99(milliseconds):0.00} ms, n {milliseconds.Count}");
    }

    private static async Task IdleAsync()
    {
        foreach (var kind in new[] { "tracker", "echo" })
        {
            await using var server = await WatchedProcess.StartAsync(kind);
            await (await Watchers.OpenAsync(server.Address, 10)).DisposeAsync();
            var before = await server.TellAsync("memory");
            await using var watchers = await Watchers.OpenAsync(server.Address, Subscribers);
            await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
            var after = await server.TellAsync("memory");
            Say($"idle watchers of {kind}: {(after - before) / 1024.0 / Subscribers:0.0} KiB each ({before / 1048576.0:0} MiB before, {after / 1048576.0:0} MiB with {Subscribers})");
        }
    }

    private static async Task ReconnectsAsync()
    {
        await using var tracker = await WatchedProcess.StartAsync("tracker");
        var head = await tracker.TellAsync("fill 100");
        var seconds = new List<double>();
        for (var turn = 0; turn <= 5; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var watchers = await Watchers.OpenAsync(tracker.Address, Subscribers, after: head);
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        Say($"{Subscribers} reconnects over 10 new connections until caught up: first {seconds[0]:0.00} s, then {string.Join(", ", seconds.Skip(1).Select(one => one.ToString("0.00", CultureInfo.InvariantCulture)))} s");
    }

    private static async Task CatchUpAsync()
    {
        await using var tracker = await WatchedProcess.StartAsync("tracker");
        await tracker.TellAsync("fill 100000");
        for (var turn = 1; turn <= 4; turn++)
        {
            var direct = await tracker.TellAsync("read");
            var began = Stopwatch.GetTimestamp();
            await using var watcher = await Watchers.OpenAsync(tracker.Address, 1, after: 0);
            var caughtUp = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            Say($"catch-up over 100,000 changes: {caughtUp:0} ms; the same rows read from the store {direct} ms: ratio {direct / caughtUp:0.00}{(turn == 1 ? " (warming up)" : "")}");
        }
    }

    private static async Task<(TimeSpan Took, List<double> Milliseconds)> RoundsAsync(WatchedProcess server, Watchers watchers, int rounds, int characters)
    {
        var milliseconds = new List<double>(rounds * watchers.Reading);
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < rounds; round++)
        {
            var (committed, arrivals) = await watchers.RoundAsync(() => server.TellAsync($"commit {characters}"));
            milliseconds.AddRange(arrivals.Select(arrival => Stopwatch.GetElapsedTime(committed, arrival).TotalMilliseconds));
        }

        return (Stopwatch.GetElapsedTime(began), milliseconds);
    }

    private static double P99(List<double> milliseconds)
    {
        milliseconds.Sort();
        return milliseconds[(int)(milliseconds.Count * 0.99)];
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
