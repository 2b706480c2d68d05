using System.Diagnostics;
using System.Globalization;

namespace LegTracker.Benchmarks.Watch;

/// <summary>A child process that serves changes, and the way to tell it what to do.</summary>
internal sealed class WatchedProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private WatchedProcess(Process process, string folder, Uri address) => (this.process, this.folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <param name="kind"><c>tracker</c> or <c>echo</c>.</param>
    public static async Task<WatchedProcess> StartAsync(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-bench-").FullName;
        var process = Process.Start(new ProcessStartInfo(BuiltPrograms.Own, [WatchChild.Name, kind, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{kind} did not start");
        return new WatchedProcess(process, folder, new Uri(address));
    }

    public async Task<long> TellAsync(string command)
    {
        await process.StandardInput.WriteLineAsync(command);
        await process.StandardInput.FlushAsync();
        var answer = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the server ended");
        return long.Parse(answer, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
