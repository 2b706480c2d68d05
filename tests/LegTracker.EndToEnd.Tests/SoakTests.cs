using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using LegTracker.V1;
using Xunit.Abstractions;

namespace LegTracker.EndToEnd.Tests;

/// <summary>The dashboard on a live feed for two minutes, or as many as LEGTRACKER_SOAK says: its memory does not grow.</summary>
/// <remarks>The feed keeps up to 10,000 unread changes, so a short run on a slow machine grows to its end by those that are not yet in it, 3 and 5 MB when the processor was shared with two busy programs.</remarks>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const double MostGrowth = 1.15;

    private static readonly string[] Keys = ["1", "j", "2", "k", "Enter", "Escape"];

    [TmuxFact]
    public async Task A_live_feed_makes_no_memory_grow()
    {
        var minutes = int.TryParse(Environment.GetEnvironmentVariable("LEGTRACKER_SOAK"), CultureInfo.InvariantCulture, out var wished) ? wished : 2;
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        using var terminal = new Tmux(120, 40, $"{Program.Built("LegTracker.Dashboard", "legtracker")} --server {world.Address}");
        await terminal.ShowsAsync("AB 1831");
        using var dashboard = Process.GetProcessById(terminal.Programs()[0]);
        using var ending = new CancellationTokenSource();
        var edits = EditAsync(world, ending.Token);

        var memory = new List<long>();
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(minutes);)
        {
            terminal.Keys(Keys[memory.Count % Keys.Length]);
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            dashboard.Refresh();
            memory.Add(dashboard.WorkingSet64);
        }

        await ending.CancelAsync();
        var made = await edits;
        var third = memory.Count / 3;
        var (middle, last) = (memory.Skip(third).Take(third).Max(), memory.Skip(2 * third).Max());
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{minutes} minutes, {made} changes: {memory[0] >> 20} MB at the start, at most {middle >> 20} MB in the second third, {last >> 20} MB in the last"));
        Assert.Contains("live", terminal.Screen(), StringComparison.Ordinal);
        Assert.InRange(last, 0, (long)(middle * MostGrowth));
    }

    private static async Task<int> EditAsync(World world, CancellationToken cancellationToken)
    {
        var bills = (await world.Connection.Bills.ListBillsAsync(new ListBillsRequest(), cancellationToken: CancellationToken.None)).Bills.Select(bill => bill.Name).ToList();
        var count = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var name = bills[count % bills.Count];
            var bill = new Bill { Name = name, Etag = "*", Owner = string.Create(CultureInfo.InvariantCulture, $"owner {count}") };
            await world.Connection.Bills.UpdateBillAsync(new UpdateBillRequest { Bill = bill, UpdateMask = FieldMask.FromString("owner") }, cancellationToken: CancellationToken.None);
            count++;
        }

        return count;
    }
}
