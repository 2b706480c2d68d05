using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
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
        var kept = KeptRecordFile.Of(Path.Combine(home, "legtracker"), new Uri(Address));
        kept.Write(new KeptRecord("epoch", TimeProvider.System.GetUtcNow()) { Bills = GeneratedList.Bills(bills), Changes = [] });
        WriteAsMeasured(kept.FullPath);
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

    // The file names the build that wrote it, and a program reads its own quickly: it is to be that of the program measured, which may be a published one.
    private static void WriteAsMeasured(string file)
    {
        using var program = new PEReader(File.OpenRead(Path.Combine(BuiltPrograms.Dashboard, "legtracker.dll")));
        var metadata = program.GetMetadataReader();
        var measured = metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        File.WriteAllText(file, File.ReadAllText(file).Replace(typeof(KeptRecord).Module.ModuleVersionId.ToString("N"), measured.ToString("N"), StringComparison.Ordinal));
    }
}
