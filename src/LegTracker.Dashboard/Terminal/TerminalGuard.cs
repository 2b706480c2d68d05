using System.Diagnostics;

namespace LegTracker.Dashboard.Terminal;

/// <summary>A small shell on a pipe that puts the terminal back when this process dies without a chance to (kill −9, fail fast).</summary>
internal sealed class TerminalGuard : IDisposable
{
    // Keeps the settings, says that it has them, then waits for "done" or the end of the pipe.
    private const string Script = """
        trap '' INT QUIT HUP TERM TSTP TTOU
        saved=$(stty -g </dev/tty) || exit 1
        echo ready
        IFS= read -r word
        [ "$word" = done ] || { printf '%b' "$1" >/dev/tty; stty "$saved" </dev/tty; }
        """;

    private readonly Process shell;

    private TerminalGuard(Process shell) => this.shell = shell;

    /// <summary>Starts the guard before the terminal is taken; null when no shell can be started here.</summary>
    public static TerminalGuard? Start()
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-c", Script, "legtracker-guard", ControlCodes.PutBack.Replace("\e", "\\033", StringComparison.Ordinal) })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            if (Process.Start(start) is { } shell && shell.StandardOutput.ReadLine() == "ready")
            {
                return new(shell);
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No /bin/sh: the dashboard runs without its guard.
        }

        return null;
    }

    /// <summary>Tells the guard that the terminal has been put back.</summary>
    public void Dispose()
    {
        try
        {
            shell.StandardInput.WriteLine("done");
            shell.StandardInput.Close();
            shell.WaitForExit(TimeSpan.FromSeconds(1));
        }
        catch (IOException)
        {
            // It has been ended from outside.
        }

        shell.Dispose();
    }
}
