using System.Collections.Concurrent;
using System.Diagnostics;
using LegTracker.Tests;

namespace LegTracker.EndToEnd.Tests;

/// <summary>A real process of ours or another's, with what it printed; killed when disposed.</summary>
public sealed class Program : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private int disposed;

    private Program(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(file) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public IReadOnlyList<string> Output => [.. output];

    public IReadOnlyList<string> Errors => [.. errors];

    public static Program Server(params string[] arguments) => new(Built("LegTracker.Server", "legtracker-server"), arguments, null);

    public static Program Server(IReadOnlyDictionary<string, string> environment, params string[] arguments) => new(Built("LegTracker.Server", "legtracker-server"), arguments, environment);

    public static Program Replay(params string[] arguments) => new(Built("LegTracker.Replay", "legtracker-replay"), arguments, null);

    /// <summary>The command line, against a server.</summary>
    public static Program LegTracker(Uri server, params string[] arguments) => LegTracker(server, new Dictionary<string, string>(), arguments);

    /// <summary>The command line, against a server, with more in its environment.</summary>
    public static Program LegTracker(Uri server, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        new(Built("LegTracker.Dashboard", "legtracker"), arguments, new Dictionary<string, string>(environment) { ["LEGTRACKER_SERVER"] = server.ToString() });

    public static Program Other(string file, params string[] arguments) => new(file, arguments, null);

    /// <summary>Path of a program of ours as this configuration built it.</summary>
    public static string Built(string project, string name)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(SharedData.RepositoryRoot, "src", project, "bin", configuration, "net10.0", name);
    }

    /// <summary>Waits for a line that holds a text.</summary>
    public Task<string> LineAsync(string text, int seconds = 120) =>
        Eventually.GetAsync(() => output.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)), seconds, () => $"no line with '{text}'.\n{Everything()}");

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> ExitAsync(int seconds = 180)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"still running after {seconds} s.\n{Everything()}");
        }

        return process.ExitCode;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await ExitAsync();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private string Everything() => $"stdout:\n{string.Join('\n', output)}\nstderr:\n{string.Join('\n', errors)}";

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
