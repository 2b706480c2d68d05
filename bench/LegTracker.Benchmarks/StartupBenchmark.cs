using System.Diagnostics;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Benchmarks;

/// <summary>From starting the built server program to its first answered call: on an empty data folder, and on one that has been used.</summary>
internal static class StartupBenchmark
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-bench-").FullName;
        var first = new List<double>();
        var again = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var data = Path.Combine(folder, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            first.Add(await OnceAsync(data));
            again.Add(await OnceAsync(data));
        }

        Directory.Delete(folder, recursive: true);
        Measure.Print("server start to first answered call, empty folder", first);
        Measure.Print("server start to first answered call, used folder", again);
    }

    private static async Task<double> OnceAsync(string data)
    {
        var began = TimeProvider.System.GetTimestamp();
        var start = new ProcessStartInfo(Path.Combine(BuiltPrograms.Server, "legtracker-server")) { RedirectStandardOutput = true };
        foreach (var setting in new[] { "Listen=http://127.0.0.1:0", $"DataDirectory={data}", "Sources:Bulk:Enabled=false", "Sources:Pages:Enabled=false" })
        {
            start.ArgumentList.Add($"--LegTracker:{setting}");
        }

        using var server = Process.Start(start)!;
        try
        {
            var line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the server did not start");
            using var connection = new LegTrackerConnection(new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Split(';')[0]));
            await connection.Bills.ListBillsAsync(new ListBillsRequest());
            return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }
}
