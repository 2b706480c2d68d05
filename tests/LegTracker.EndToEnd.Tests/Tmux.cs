using System.Diagnostics;
using System.Globalization;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Skips, with the reason printed, where tmux is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TmuxFactAttribute : FactAttribute
{
    public TmuxFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "tmux"))))
        {
            Skip = "tmux is not installed: the dashboard is tested in a real terminal (apt-get install tmux)";
        }
    }
}

/// <summary>A real terminal: a tmux server of its own with one window, typed into and read as a person would.</summary>
public sealed class Tmux : IDisposable
{
    private readonly string socket = $"legtracker-{Guid.NewGuid():N}"[..20];

    private readonly string home;
    private readonly bool ownsHome;

    /// <param name="home">Folder of the user's own files: <c>config</c> and <c>state</c> in it; null makes one for this terminal alone.</param>
    public Tmux(int columns, int rows, string command, string? home = null)
    {
        (this.home, ownsHome) = (home ?? Directory.CreateTempSubdirectory("legtracker-home-").FullName, home is null);
        Run("-f", "/dev/null", "new-session", "-d", "-x", Text(columns), "-y", Text(rows), "-e", "LANG=C.UTF-8", "-e", $"XDG_CONFIG_HOME={this.home}/config", "-e", $"XDG_STATE_HOME={this.home}/state", "sh -c 'stty -a > /tmp/" + socket + ".before; " + command.Replace("'", "'\\''", StringComparison.Ordinal) + "; code=$?; echo $code > /tmp/" + socket + ".exit; echo \"exit $code\"; stty -a > /tmp/" + socket + ".after; exec sh'");
    }

    /// <summary>The screen as text.</summary>
    public string Screen() => Run("capture-pane", "-p");

    public void Keys(params string[] keys) => Run(["send-keys", .. keys]);

    public void Resize(int columns, int rows) => Run("resize-window", "-x", Text(columns), "-y", Text(rows));

    /// <summary>Whether the alternate screen is on, the cursor shown, and the mouse asked for: "1 0 1" in the dashboard, "0 1 0" outside.</summary>
    public string Modes() => Run("display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}").Trim();

    /// <summary>Process id of the shell in the window.</summary>
    public int ShellId() => int.Parse(Run("display-message", "-p", "#{pane_pid}").Trim(), CultureInfo.InvariantCulture);

    /// <summary>Ids of the programs that the shell runs; empty when terminal or shell is gone.</summary>
    public IReadOnlyList<int> Programs() =>
        int.TryParse(Run("display-message", "-p", "#{pane_pid}").Trim(), CultureInfo.InvariantCulture, out var shell) && File.Exists($"/proc/{shell}/task/{shell}/children")
            ? [.. File.ReadAllText($"/proc/{shell}/task/{shell}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))]
            : [];

    /// <summary>The terminal's settings before and after the command, once it has ended.</summary>
    public (string Before, string After) Settings() => (File.ReadAllText($"/tmp/{socket}.before"), File.ReadAllText($"/tmp/{socket}.after"));

    /// <summary>Waits until the command has ended with an exit code, also where the screen that said so is gone: a guard leaves the dead program's screen while the shell already writes.</summary>
    public Task EndsAsync(int code) => Eventually.GetAsync(
        () => File.Exists($"/tmp/{socket}.exit") && File.ReadAllText($"/tmp/{socket}.exit").Trim() == Text(code) ? socket : null, 30, () => $"no exit code {code}:\n{Screen()}");

    /// <summary>Waits until the screen shows a text.</summary>
    public Task<string> ShowsAsync(string text, int seconds = 30) => ShowsAsync(screen => screen.Contains(text, StringComparison.Ordinal), $"'{text}'", seconds);

    /// <summary>Waits until the screen is as wanted.</summary>
    public Task<string> ShowsAsync(Func<string, bool> wanted, string what, int seconds = 30) =>
        Eventually.GetAsync(() => Screen() is var screen && wanted(screen) ? screen : null, seconds, () => $"the screen does not show {what}:\n{Screen()}");

    public void Dispose()
    {
        var programs = Programs();
        Run("kill-server");
        foreach (var id in programs)
        {
            End(id);
        }

        File.Delete($"/tmp/{socket}.before");
        File.Delete($"/tmp/{socket}.after");
        File.Delete($"/tmp/{socket}.exit");
        if (ownsHome)
        {
            Directory.Delete(home, recursive: true);
        }
    }

    // A program whose terminal is gone may still be writing its last state.
    private static void End(int id)
    {
        try
        {
            using var program = Process.GetProcessById(id);
            program.WaitForExit(TimeSpan.FromSeconds(20));
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
    }

    private string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("tmux") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-L", socket }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
