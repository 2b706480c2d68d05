using System.Diagnostics;
using System.Reflection;

namespace LegTracker.Dashboard.Commands;

/// <summary>The programs that lie beside this one: the server and the replay legislature.</summary>
internal static class LocalPrograms
{
    public static string Server => Find("legtracker-server");

    public static string Replay => Find("legtracker-replay");

    /// <summary>Starts a program whose standard output can be read; its errors go to <paramref name="log"/>.</summary>
    public static Process Start(string program, string log, IEnumerable<string> arguments) => Start(program, log, arguments, detached: false);

    /// <summary>Starts a program that outlives this one: in a session of its own, its output in <paramref name="log"/>.</summary>
    public static Process StartDetached(string program, string log, IEnumerable<string> arguments) => Start(program, log, arguments, detached: true);

    private static Process Start(string program, string log, IEnumerable<string> arguments, bool detached)
    {
        var start = StartOf(program, log, detached);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new CommandFault(ExitCode.Failed, $"{program} could not be started");
    }

    // A shell opens the log, so that it stays open whatever becomes of this process; signals of our terminal do not reach a detached program.
    private static ProcessStartInfo StartOf(string program, string log, bool detached)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = !detached };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(detached
            ? "log=$1; shift; if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\" >>\"$log\" 2>&1 </dev/null; else trap '' HUP INT QUIT; exec \"$@\" >>\"$log\" 2>&1 </dev/null; fi"
            : "log=$1; shift; trap '' INT QUIT; exec \"$@\" 2>>\"$log\" </dev/null");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(log);
        if (program.EndsWith(".dll", StringComparison.Ordinal))
        {
            start.ArgumentList.Add(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet");
        }

        start.ArgumentList.Add(program);
        return start;
    }

    private static string Find(string name)
    {
        // Published: beside this program, or in a folder of its own beside it. In development: where the build put it, known from the build
        // (which also leaves a launcher without its program here).
        var here = AppContext.BaseDirectory;
        var built = typeof(LocalPrograms).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(known => known.Key == name)?.Value;
        string?[] places = [Path.Combine(here, name), Path.Combine(here, name, name), built is null ? null : Path.Combine(built, name)];
        return places.OfType<string>().FirstOrDefault(place => File.Exists(place) && File.Exists(place + ".dll"))
            ?? places.OfType<string>().Select(place => place + ".dll").FirstOrDefault(File.Exists)
            ?? throw new CommandFault(ExitCode.Failed, $"{name} is not beside this program ({here}): publish both into one folder, or build the solution");
    }
}
