namespace LegTracker.EndToEnd.Tests;

/// <summary>A dashboard made one's own: keys and settings from files, choices that outlive a restart.</summary>
public sealed class OwnKeysJourneyTests : IDisposable
{
    private static readonly string Dashboard = Program.Built("LegTracker.Dashboard", "legtracker");

    private readonly string home = Directory.CreateTempSubdirectory("legtracker-home-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [TmuxFact]
    public async Task Own_keys_work_faults_are_told_with_their_lines_and_theme_order_and_marks_are_found_again()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        Write("keys.yaml", "quit: [Q, ctrl+c]\nlist.down: n\nno.such: x\n");
        Write("dashboard.yaml", "columns: [session, priority, stage, age]\n");

        using (var terminal = new Tmux(100, 24, $"{Dashboard} --server {world.Address}", home))
        {
            await terminal.ShowsAsync(screen => screen.Contains("2 faults in your own files", StringComparison.Ordinal) && screen.Contains("AB 1831", StringComparison.Ordinal), "the list and the faults");
            await AfterAsync(terminal, "T", "Theme light");
            await AfterAsync(terminal, "s", "sort by");
            await AfterAsync(terminal, "n", "Sorted by number");
            await AfterAsync(terminal, "b", "is marked");
            var help = await AfterAsync(terminal, "?", "keys.yaml");
            Assert.Contains("2 faults", help, StringComparison.Ordinal);
            terminal.Keys("-l", "quit");
            await terminal.ShowsAsync("Q Ctrl-C");
            terminal.Keys("Escape");
            await terminal.ShowsAsync(screen => screen.Contains("Q quit", StringComparison.Ordinal) || screen.Contains("Enter open", StringComparison.Ordinal), "the list");
            terminal.Keys("q");
            terminal.Keys("Q");
            var after = await terminal.ShowsAsync("exit 0");
            Assert.Contains("keys.yaml:2: list.down: n is the key of tab.notes", after.ReplaceLineEndings(""), StringComparison.Ordinal);
            Assert.Contains("keys.yaml:3: there is no command 'no.such'", after.ReplaceLineEndings(""), StringComparison.Ordinal);
        }

        using (var terminal = new Tmux(100, 24, $"{Dashboard} --server {world.Address}", home))
        {
            var screen = await terminal.ShowsAsync(shown => shown.Contains("AB 1831", StringComparison.Ordinal) && shown.Contains("● live", StringComparison.Ordinal) && !shown.Contains("Not live", StringComparison.Ordinal), "a live list");
            Assert.Contains("Bill↓", screen, StringComparison.Ordinal);
            Assert.Contains("◆", screen, StringComparison.Ordinal);
            Assert.Contains("#", screen.Split('\n')[2], StringComparison.Ordinal);
            await AfterAsync(terminal, "T", "Theme contrast");
            terminal.Keys("Q");
            await terminal.ShowsAsync("exit 0");
        }

        var moving = await world.RunAsync("bills", "list", "--filter", "-stage:chaptered -stage:law -stage:adopted -stage:signed -stage:vetoed -stage:dead -stage:held -stage:inactive -stage:unknown");
        var marked = await world.RunAsync("bills", "list", "--filter", "marked");
        Assert.Equal((0, 2), (moving.ExitCode, marked.ExitCode));
        Assert.DoesNotContain(moving.Output, line => line.Contains("Chaptered", StringComparison.Ordinal));

        using var printed = Program.LegTracker(world.Address, new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = home + "/config", ["XDG_STATE_HOME"] = home + "/state" }, "dashboard", "keys");
        Assert.Equal(2, await printed.ExitAsync());
        Assert.Contains(printed.Output, line => line.StartsWith("quit ", StringComparison.Ordinal) && line.Contains("Q Ctrl-C", StringComparison.Ordinal) && line.EndsWith("changed from q Ctrl-C", StringComparison.Ordinal));
        Assert.Contains(printed.Errors, line => line.Contains("keys.yaml:3: ", StringComparison.Ordinal));
    }

    private void Write(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(home, "config", "legtracker")).FullName;
        File.WriteAllText(Path.Combine(folder, name), text);
    }

    private static Task<string> AfterAsync(Tmux terminal, string key, string shows)
    {
        terminal.Keys(key);
        return terminal.ShowsAsync(shows);
    }
}
