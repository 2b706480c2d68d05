using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace LegTracker.Dashboard.Live;

/// <summary>Starts the program of a notice: no shell, nothing of it on the screen, ended when it takes long.</summary>
internal static class NoticeProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <exception cref="InvalidOperationException">It cannot be started; says why.</exception>
    public static void Start(ImmutableArray<string> words)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException($"The program of a notice does not start: {words[0]}");
            process.StandardInput.Close();
            _ = WatchAsync(process);
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"The program of a notice does not start: {words[0]}: {fault.Message}", fault);
        }
    }

    private static async Task WatchAsync(Process process)
    {
        using (process)
        {
            var output = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null), process.StandardError.BaseStream.CopyToAsync(Stream.Null));
            using var patience = new CancellationTokenSource(Longest);
            try
            {
                await process.WaitForExitAsync(patience.Token);
                await output;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
