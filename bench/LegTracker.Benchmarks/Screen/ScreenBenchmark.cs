using System.Globalization;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Terminal;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;

namespace LegTracker.Benchmarks.Screen;

/// <summary>The dashboard with 5,000 bills: drawing, keys through a pseudo-terminal, a busy feed, and doing nothing.</summary>
internal static class ScreenBenchmark
{
    private const int Bills = 5_000;
    private const int Columns = 200;
    private const int Rows = 60;

    private static readonly TimeProvider Time = TimeProvider.System;

    public static IReadOnlyDictionary<string, Func<Task>> Parts { get; } = new Dictionary<string, Func<Task>>
    {
        ["screen-first"] = FirstFrameBenchmark.RunAsync,
        ["screen-render"] = RenderAsync,
        ["screen-keys"] = KeysAsync,
        ["screen-feed"] = FeedAsync,
        ["screen-idle"] = IdleAsync,
    };

    public static async Task RunAsync()
    {
        foreach (var run in Parts.Values)
        {
            await run();
        }
    }

    private static Task RenderAsync()
    {
        var model = Model();
        var writer = new ScreenWriter(Theme.Named("dark", ColourDepth.TrueColour), ColourDepth.TrueColour);
        writer.Draw(DashboardView.Render(model));
        var bytes = new List<int>();
        var step = 0;
        Measure.Repeat($"frame of {Columns}x{Rows} with {Bills} bills, cursor moved", 2_000, () =>
        {
            (model, _) = DashboardUpdate.Apply(model, new Msg.MoveBy(step++ / 40 % 2 == 0 ? 1 : -1));
            writer.Draw(DashboardView.Render(model));
        });
        Measure.Repeat("the picture alone (View)", 2_000, () => DashboardView.Render(model));

        writer.Draw(DashboardView.Render(model));
        for (var row = 1; row < 40; row++)
        {
            var bill = model.BillRows[row];
            (model, _) = DashboardUpdate.Apply(model, new Msg.BillChanged(bill with { Stage = "On the floor (2nd house)" }));
            bytes.Add(writer.Draw(DashboardView.Render(model)).Length);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one changed row: {bytes.Min()} to {bytes.Max()} bytes"));
        var revision = 0L;
        Measure.Repeat("a change and its bill taken in", 2_000, () =>
        {
            var bill = GeneratedList.Bill(1 + (int)(++revision * 7919 % Bills), new DateOnly(2025, 9, 1).AddDays((int)(revision / 1000)), (int)(revision % 5));
            (model, _) = DashboardUpdate.Apply(model, new Msg.ChangesArrived([GeneratedList.Change(bill, revision, model.Now)]));
            (model, _) = DashboardUpdate.Apply(model, new Msg.BillChanged(bill));
        });
        return Task.CompletedTask;
    }

    private static async Task KeysAsync()
    {
        using var terminal = await OpenAsync(0);
        var waits = new List<double>();
        for (var i = 0; i < 600; i++)
        {
            // As fast as a key repeats, and never in step with the frames.
            await Task.Delay(TimeSpan.FromMilliseconds(20 + (i % 13)), Time);
            terminal.Forget();
            var began = Time.GetTimestamp();
            terminal.Type(i / 50 % 2 == 0 ? "j" : "k");
            var shown = terminal.NextFrame();
            if (i >= 100)
            {
                waits.Add(Time.GetElapsedTime(began, shown).TotalMilliseconds);
            }
        }

        Measure.Print($"key to frame at {Columns}x{Rows} with {Bills} bills", waits);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  p99 {waits[(int)(waits.Count * 0.99)]:0.00} ms"));
    }

    private static async Task FeedAsync()
    {
        const int ASecond = 200;
        using var terminal = await OpenAsync(ASecond);
        await Task.Delay(TimeSpan.FromSeconds(10), Time);
        var before = terminal.Drawn;
        await ShareAsync(terminal, $"{ASecond} changes a second", 20);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(terminal.Drawn - before) / 20_000.0:0.0} kB drawn a second"));
    }

    private static async Task IdleAsync()
    {
        using var terminal = await OpenAsync(0);
        await Task.Delay(TimeSpan.FromSeconds(10), Time);

        // Ages count minutes: the seconds measured lie within one.
        var toMinute = 60 - (Time.GetUtcNow().TimeOfDay.TotalSeconds % 60);
        await Task.Delay(TimeSpan.FromSeconds(toMinute < 25 ? toMinute + 2 : 0), Time);
        await ShareAsync(terminal, "nothing happening, between two ticks of the clock", 20);
    }

    private static async Task<PseudoTerminal> OpenAsync(int changesASecond)
    {
        var terminal = new PseudoTerminal(Columns, Rows, string.Create(CultureInfo.InvariantCulture, $"{BuiltPrograms.Own} {ScreenChild.Name} {changesASecond}"));
        await Task.Run(terminal.NextFrame);
        return terminal;
    }

    private static async Task ShareAsync(PseudoTerminal terminal, string what, int seconds)
    {
        terminal.Process.Refresh();
        var before = terminal.Process.TotalProcessorTime;
        var began = Time.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(seconds), Time);
        terminal.Process.Refresh();
        var share = (terminal.Process.TotalProcessorTime - before) / Time.GetElapsedTime(began);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {share:0.00 %} of a core over {seconds} s, {terminal.Process.WorkingSet64 >> 20} MB"));
    }

    private static DashboardModel Model()
    {
        var now = Time.GetUtcNow();
        var model = DashboardUpdate.Start(now, TimeZoneInfo.Utc, ascii: false) with { Columns = Columns, Rows = Rows };
        return DashboardUpdate.Apply(model, new Msg.SnapshotArrived(GeneratedList.Bills(Bills))).Model;
    }
}
