using System.Diagnostics;
using System.Globalization;

namespace LegTracker.EndToEnd.Tests;

/// <summary>The dashboard in a real terminal on a real server.</summary>
public sealed class DashboardJourneyTests
{
    private static readonly string Dashboard = Program.Built("LegTracker.Dashboard", "legtracker");

    [TmuxFact]
    public async Task A_person_reads_the_list_a_bill_the_feed_and_the_sources_and_leaves_with_the_terminal_as_it_was()
    {
        await using var world = await ReadWorldAsync();
        using var terminal = new Tmux(80, 24, $"{Dashboard} --server {world.Address}");

        await terminal.ShowsAsync("AB 1831");
        Assert.Equal("1 0 1", terminal.Modes());
        await AfterAsync(terminal, "?", "Help: every command");
        terminal.Keys("-l", "quit");
        await terminal.ShowsAsync("q Ctrl-C");
        terminal.Keys("Escape");
        await AfterAsync(terminal, "5", "Bulk files");
        await AfterAsync(terminal, "2", "Changes");
        await AfterAsync(terminal, "1", "AB 1831");
        terminal.Keys("/");
        terminal.Keys("-l", "1394");
        terminal.Keys("Enter");
        await terminal.ShowsAsync(screen => screen.Contains("AB 1394", StringComparison.Ordinal) && !screen.Contains("AB 1831", StringComparison.Ordinal), "only AB 1394");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("Chapter 579, Statutes of 2023");

        terminal.Keys("q");
        await terminal.ShowsAsync("exit 0");
        Assert.Equal("0 1 0", terminal.Modes());
        var (before, after) = terminal.Settings();
        Assert.Equal(before, after);
    }

    [TmuxFact]
    public async Task Any_size_is_drawn_right_and_a_tiny_one_says_what_it_needs()
    {
        await using var world = await ReadWorldAsync();
        using var terminal = new Tmux(120, 40, $"{Dashboard} --server {world.Address}");

        await terminal.ShowsAsync("AB 1831");
        terminal.Resize(60, 20);
        await terminal.ShowsAsync(screen => screen.Contains("AB 1831", StringComparison.Ordinal) && screen.Split('\n').All(line => line.Length <= 60), "the list at 60x20");
        terminal.Resize(30, 6);
        await terminal.ShowsAsync("40");
        terminal.Resize(80, 24);
        await terminal.ShowsAsync("AB 1831");
    }

    [TmuxFact]
    public async Task A_lost_server_is_said_the_data_stays_and_it_comes_back_by_itself()
    {
        await using var world = await ReadWorldAsync();
        using var terminal = new Tmux(100, 30, $"{Dashboard} --server {world.Address}");

        await terminal.ShowsAsync(screen => screen.Contains("AB 1831", StringComparison.Ordinal) && screen.Contains("live", StringComparison.Ordinal), "a live list");
        await world.Server.KillAsync();
        var offline = await terminal.ShowsAsync("OFFLINE");
        Assert.Contains("AB 1831", offline, StringComparison.Ordinal);
        await world.RestartServerAsync("--LegTracker:Sources:Pages:Enabled=false");
        await terminal.ShowsAsync(screen => screen.Contains("live", StringComparison.Ordinal) && !screen.Contains("OFFLINE", StringComparison.Ordinal), "live again", 60);
    }

    [TmuxFact]
    public async Task A_signal_restores_the_terminal_and_the_exit_code_says_which()
    {
        await using var world = await ReadWorldAsync();
        using var terminal = new Tmux(80, 24, $"{Dashboard} --server {world.Address}");
        await terminal.ShowsAsync("AB 1831");

        using var kill = Process.Start("pkill", ["-TERM", "-P", terminal.ShellId().ToString(CultureInfo.InvariantCulture)]);
        await terminal.ShowsAsync("exit 143");

        Assert.Equal("0 1 0", terminal.Modes());
        var (before, after) = terminal.Settings();
        Assert.Equal(before, after);
    }

    [TmuxFact]
    public async Task The_demo_shows_real_bills_that_move_within_twenty_seconds_and_cleans_up()
    {
        var began = TimeProvider.System.GetTimestamp();
        using var terminal = new Tmux(120, 40, $"{Dashboard} demo");

        await terminal.ShowsAsync("AB 1831", 20);
        var shown = TimeProvider.System.GetElapsedTime(began);
        await AfterAsync(terminal, "2", "AB 1831", 60);
        terminal.Keys("q");
        await terminal.ShowsAsync("exit 0");

        Assert.True(shown < TimeSpan.FromSeconds(20), $"the first bills were shown after {shown}");
        Assert.DoesNotContain(Process.GetProcessesByName("legtracker-rep"), process => !process.HasExited);
    }

    // A server that has read the replayed record once.
    private static async Task<World> ReadWorldAsync()
    {
        var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        return world;
    }

    private static Task<string> AfterAsync(Tmux terminal, string key, string shows, int seconds = 30)
    {
        terminal.Keys(key);
        return terminal.ShowsAsync(shows, seconds);
    }
}
