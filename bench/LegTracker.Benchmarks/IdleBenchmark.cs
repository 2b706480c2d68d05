using System.Diagnostics;
using System.Globalization;

namespace LegTracker.Benchmarks;

/// <summary>Processor time that the dashboard takes over 20 s in a real terminal (tmux) while nothing happens, 15 s after its start.</summary>
internal static class IdleBenchmark
{
    private const int Seconds = 20;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-bench-").FullName;
        const string Address = "http://127.0.0.1:52199";
        var start = new ProcessStartInfo(Path.Combine(BuiltPrograms.Server, "legtracker-server")) { RedirectStandardOutput = true };
        foreach (var setting in new[] { $"Listen={Address}", $"DataDirectory={folder}", "Sources:Bulk:Enabled=false", "Sources:Pages:Enabled=false" })
        {
            start.ArgumentList.Add($"--LegTracker:{setting}");
        }

        using var server = Process.Start(start)!;
        await server.StandardOutput.ReadLineAsync();
        Tmux("new-session", "-d", "-x", "120", "-y", "40", $"exec {BuiltPrograms.Dashboard}/legtracker --server {Address}");
        await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System);
        var id = int.Parse(Tmux("display-message", "-p", "#{pane_pid}").Trim(), CultureInfo.InvariantCulture);
        var before = Used(id);
        await Task.Delay(TimeSpan.FromSeconds(Seconds), TimeProvider.System);
        var share = (Used(id) - before).TotalMilliseconds / (Seconds * 10);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"idle dashboard at 120x40: {share:0.00} % of a core over {Seconds} s"));
        Tmux("kill-server");
        server.Kill();
        await server.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static TimeSpan Used(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime;
    }

    private static string Tmux(params string[] arguments)
    {
        var start = new ProcessStartInfo("tmux") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-L", "legtracker-bench", "-f", "/dev/null", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
