using System.Globalization;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;

namespace LegTracker.Benchmarks.Screen;

/// <summary>From starting the built dashboard to its first frame and to the first with the list of the last visit, no server being there.</summary>
internal static class FirstFrameBenchmark
{
    private const int Times = 12;

    // Nothing listens there.
    private const string Address = "http://127.0.0.1:9";

    public static async Task RunAsync()
    {
        foreach (var bills in (int[])[30, 5_000])
        {
            await MeasureAsync(bills);
        }
    }

    private static async Task MeasureAsync(int bills)
    {
        var home = Directory.CreateTempSubdirectory("legtracker-bench-").FullName;
        var kept = RecordKeeper.FileOf(Path.Combine(home, "legtracker"), new Uri(Address));
        kept.Write(new KeptRecord("epoch", TimeProvider.System.GetUtcNow()) { Bills = GeneratedList.Bills(bills), Changes = [] });
        var (first, listed) = (new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            using var terminal = new PseudoTerminal(200, 60, $"{Path.Combine(BuiltPrograms.Dashboard, "legtracker")} --server {Address}", home);
            var (shown, withBills) = await Task.Run(() => terminal.FirstFrames("made-up measure"));
            first.Add(TimeProvider.System.GetElapsedTime(began, shown).TotalMilliseconds);
            listed.Add(TimeProvider.System.GetElapsedTime(began, withBills).TotalMilliseconds);
        }

        var size = new FileInfo(kept.FullPath).Length;
        Directory.Delete(home, recursive: true);
        Measure.Print(string.Create(CultureInfo.InvariantCulture, $"start to first frame, {bills} bills kept ({size >> 10} KiB)"), first);
        Measure.Print("start to the first frame with bills", listed);
    }
}
