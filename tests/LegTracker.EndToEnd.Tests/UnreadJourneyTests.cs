using System.Diagnostics;
using System.Globalization;

namespace LegTracker.EndToEnd.Tests;

/// <summary>What a person finds again after leaving, a crash, or without a server; and the dashboard without a screen.</summary>
public sealed class UnreadJourneyTests : IDisposable
{
    private static readonly string Dashboard = Program.Built("LegTracker.Dashboard", "legtracker");
    private readonly string state = Directory.CreateTempSubdirectory("legtracker-user-").FullName;

    public void Dispose() => Directory.Delete(state, recursive: true);

    [TmuxFact]
    public async Task What_was_read_stays_read_and_what_came_meanwhile_is_unread_over_a_restart_and_over_kill_9()
    {
        await using var world = await ReadWorldAsync();
        using (var first = Open(world))
        {
            var screen = await first.ShowsAsync(shown => shown.Contains("AB 1831", StringComparison.Ordinal) && shown.Contains("live", StringComparison.Ordinal), "a live list");
            Assert.DoesNotContain(" new", screen.Split('\n')[0], StringComparison.Ordinal);
            first.Keys("q");
            await first.ShowsAsync("exit 0");
        }

        await EditAsync(world, "AB 1394 2023-24");
        using (var second = Open(world))
        {
            await second.ShowsAsync("1 unread change since your last visit");
            second.Keys("n");
            second.Keys("m");
            await second.ShowsAsync(shown => !shown.Contains("unread change", StringComparison.Ordinal), "nothing unread");
            Signal(second, "KILL");
            await second.ShowsAsync("exit 137");
        }

        await EditAsync(world, "AB 1831 2023-24");
        using var third = Open(world);
        await third.ShowsAsync("1 unread change since your last visit");
        third.Keys("M");
        await third.ShowsAsync("Mark 1 change shown here read?");
        third.Keys("Enter");
        await third.ShowsAsync(shown => !shown.Contains("unread change", StringComparison.Ordinal), "nothing unread");
        third.Keys("2");
        await third.ShowsAsync("The position on AB 1831");
    }

    [TmuxFact]
    public async Task Two_dashboards_of_one_user_share_their_marks_while_they_run_and_after()
    {
        await using var world = await ReadWorldAsync();
        using (var left = Open(world))
        using (var right = Open(world))
        {
            await left.ShowsAsync("live");
            await right.ShowsAsync("live");
            await EditAsync(world, "AB 1394 2023-24");
            await EditAsync(world, "AB 1831 2023-24");
            foreach (var (terminal, number) in new[] { (left, "1394"), (right, "1831") })
            {
                await terminal.ShowsAsync(terminal == left ? "2 new" : "1 new");
                terminal.Keys("/");
                terminal.Keys("-l", number);
                terminal.Keys("Enter");
                await terminal.ShowsAsync("1 of 25 bills");
                terminal.Keys("m");
            }

            foreach (var terminal in new[] { left, right })
            {
                await terminal.ShowsAsync(shown => !shown.Split('\n')[0].Contains(" new", StringComparison.Ordinal), "nothing new");
                terminal.Keys("q");
                await terminal.ShowsAsync("exit 0");
            }
        }

        using var later = Open(world);
        var screen = await later.ShowsAsync(shown => shown.Contains("AB 1831", StringComparison.Ordinal) && shown.Contains("live", StringComparison.Ordinal) && !shown.Contains("Not live", StringComparison.Ordinal), "a live list");
        Assert.DoesNotContain(" new", screen.Split('\n')[0], StringComparison.Ordinal);
    }

    [TmuxFact]
    public async Task A_newcomer_sees_how_far_the_first_reading_is_until_a_source_has_been_read()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        using var terminal = Open(world);

        var first = await terminal.ShowsAsync("0 confirmed; nothing is known of the others until then");
        Assert.Contains("Bulk files: ", first, StringComparison.Ordinal);
        Assert.Contains("not yet read", first, StringComparison.Ordinal);
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);

        await terminal.ShowsAsync(shown => !shown.Contains("First reading", StringComparison.Ordinal) && shown.Contains("AB 1831", StringComparison.Ordinal), "the read list", 60);
    }

    [TmuxFact]
    public async Task Without_its_server_the_last_known_list_is_shown_with_its_age_and_can_be_used()
    {
        await using var world = await ReadWorldAsync();
        using (var before = Open(world))
        {
            await before.ShowsAsync(shown => shown.Contains("AB 1831", StringComparison.Ordinal) && shown.Contains("live", StringComparison.Ordinal), "a live list");
            before.Keys("q");
            await before.ShowsAsync("exit 0");
        }

        await world.Server.KillAsync();
        using var terminal = Open(world);
        var kept = await terminal.ShowsAsync(shown => shown.Contains("OFFLINE", StringComparison.Ordinal) && shown.Contains("AB 1831", StringComparison.Ordinal), "the kept list");
        Assert.Contains("Not live: what was known at", kept, StringComparison.Ordinal);
        Assert.Contains("As of", kept, StringComparison.Ordinal);
        terminal.Keys("/");
        terminal.Keys("-l", "1394");
        terminal.Keys("Enter");
        await terminal.ShowsAsync(shown => shown.Contains("AB 1394", StringComparison.Ordinal) && !shown.Contains("AB 1831", StringComparison.Ordinal), "only AB 1394");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("Chapter 579, Statutes of 2023");
        Assert.Contains("not yet confirmed", terminal.Screen(), StringComparison.Ordinal);

        await world.RestartServerAsync("--LegTracker:Sources:Pages:Enabled=false");
        await terminal.ShowsAsync(shown => shown.Contains("live", StringComparison.Ordinal) && !shown.Contains("not yet confirmed", StringComparison.Ordinal), "a live list again", 60);
    }

    [TmuxFact]
    public async Task The_dialogue_answers_lines_and_announces_changes()
    {
        await using var world = await ReadWorldAsync();
        using var terminal = new Tmux(100, 50, $"{Dashboard} --plain --server {world.Address}", state);

        await terminal.ShowsAsync("is live");
        Type(terminal, "open AB 1394");
        var told = await terminal.ShowsAsync("Chapter: Ch. 579, Statutes of 2023");
        Assert.Equal("0 1 0", terminal.Modes());
        Assert.DoesNotContain("─", told, StringComparison.Ordinal);
        await EditAsync(world, "AB 1831 2023-24");
        await terminal.ShowsAsync(shown => shown.Contains("New: ", StringComparison.Ordinal) && shown.Contains("AB 1831", StringComparison.Ordinal), "the change");
        Type(terminal, "next");
        await terminal.ShowsAsync("Unread. ");
        Type(terminal, "read");
        await terminal.ShowsAsync("1 marked read; 0 unread.");
        Type(terminal, "quit");
        await terminal.ShowsAsync("exit 0");
    }

    [Fact]
    public async Task The_dialogue_works_over_a_pipe_and_writes_no_escape()
    {
        await using var world = await ReadWorldAsync();
        using var piped = Program.Other("env", $"XDG_STATE_HOME={state}", "sh", "-c", $"printf 'bills\\nopen AB1394\\nnonsense\\nquit\\n' | {Dashboard} --plain --server {world.Address}");

        Assert.Equal(0, await piped.ExitAsync());
        Assert.Contains(piped.Output, line => line.StartsWith("1. ", StringComparison.Ordinal));
        Assert.Contains("Chapter: Ch. 579, Statutes of 2023", piped.Output);
        Assert.Contains("\"nonsense\" is no command. Type help for the commands.", piped.Output);
        Assert.DoesNotContain(piped.Output, line => line.Contains('\e', StringComparison.Ordinal) || line.Contains("> ", StringComparison.Ordinal));
    }

    [TmuxFact]
    public async Task The_demo_begins_with_a_tour_that_goes_on_with_the_keys_and_stays_skipped()
    {
        using (var terminal = new Tmux(80, 24, $"{Dashboard} demo", state))
        {
            await terminal.ShowsAsync(shown => shown.Contains("Tour 1/9: j", StringComparison.Ordinal) && shown.Contains("AB 1831", StringComparison.Ordinal), "the tour", 60);
            terminal.Keys("j");
            await terminal.ShowsAsync("Tour 2/9: Enter");
            terminal.Keys("Enter");
            await terminal.ShowsAsync("Tour 3/9: Esc");
            terminal.Keys("C-g");
            await terminal.ShowsAsync(shown => !shown.Contains("Tour 3", StringComparison.Ordinal), "no tour");
            terminal.Keys("Escape");
            terminal.Keys("T");
            await terminal.ShowsAsync("Theme light");
            terminal.Keys("b");
            await terminal.ShowsAsync("◆");
            terminal.Keys("q");
            await terminal.ShowsAsync("exit 0");
        }

        // What was chosen and marked in the demo is not the real dashboard's.
        Assert.Equal(["tour.json"], Directory.GetFiles(Path.Combine(state, "state", "legtracker")).Select(Path.GetFileName));

        using var again = new Tmux(80, 24, $"{Dashboard} demo", state);
        var screen = await again.ShowsAsync("AB 1831", 60);
        Assert.DoesNotContain("Tour", screen, StringComparison.Ordinal);
        again.Keys("q");
        await again.ShowsAsync("exit 0");
    }

    [TmuxFact]
    public async Task Every_signal_gives_its_exit_code_and_the_terminal_back_and_so_does_kill_9_with_the_guard()
    {
        await using var world = await ReadWorldAsync();
        foreach (var (name, number, options) in new[] { ("HUP", 1, ""), ("INT", 2, ""), ("QUIT", 3, ""), ("TERM", 15, "--plain"), ("KILL", 9, "--guard") })
        {
            using var terminal = new Tmux(80, 24, $"{Dashboard} --server {world.Address} {options}", state);
            await terminal.ShowsAsync("live");
            Signal(terminal, name);
            await terminal.EndsAsync(128 + number);
            if (name != "KILL")
            {
                await terminal.ShowsAsync($"exit {128 + number}");
            }

            await Eventually.GetAsync(() => terminal.Modes() == "0 1 0" ? terminal : null, 10, () => $"after {name}: {terminal.Modes()}");
            Type(terminal, "stty -a");
            await terminal.ShowsAsync(shown => shown.Contains(" icanon", StringComparison.Ordinal) && shown.Contains(" echo ", StringComparison.Ordinal), $"a sane terminal after {name}");
        }
    }

    [Fact]
    public async Task A_real_bash_completes_commands_options_formats_and_kept_bill_numbers()
    {
        Directory.CreateDirectory(Path.Combine(state, "legtracker"));
        await File.WriteAllTextAsync(Path.Combine(state, "legtracker", "bills-127.0.0.1-5210.json"), """{"Epoch":"a","AsOf":"2026-08-05T17:40:00Z","Bills":[{"Name":"a","Measure":"AB 1394","Session":"2023-24"},{"Name":"b","Measure":"SB 14","Session":"2023-24"}]}""");
        const string script = """
            PATH="$1:$PATH"
            source <(legtracker completion bash)
            complete -p legtracker >/dev/null || exit 1
            ask() { COMP_LINE="$1"; COMP_POINT=${#1}; COMP_WORDS=($1); [ "${1: -1}" = " " ] && COMP_WORDS+=(""); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=(); _legtracker; echo "$1: ${COMPREPLY[*]}"; }
            ask "legtracker bil"
            ask "legtracker bills sh"
            ask "legtracker segment build --for"
            ask "legtracker segment build --format pp"
            ask "legtracker bills show AB"
            """;
        using var bash = Program.Other("env", $"XDG_STATE_HOME={state}", "LEGTRACKER_SERVER=", "bash", "-c", script, "bash", Path.GetDirectoryName(Dashboard)!);

        Assert.Equal(0, await bash.ExitAsync());
        Assert.Equal(
            ["legtracker bil: bills", "legtracker bills sh: show", "legtracker segment build --for: --format", "legtracker segment build --format pp: pptx", "legtracker bills show AB: AB1394"],
            bash.Output);
    }

    private static async Task<World> ReadWorldAsync()
    {
        var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        return world;
    }

    private static async Task EditAsync(World world, string bill)
    {
        var (exit, _, errors) = await world.RunAsync("bills", "edit", bill, "--position", "Watch");
        Assert.True(exit == 0, string.Join('\n', errors));
    }

    private static void Type(Tmux terminal, string line)
    {
        terminal.Keys("-l", line);
        terminal.Keys("Enter");
    }

    private static void Signal(Tmux terminal, string name)
    {
        using var kill = Process.Start("pkill", [$"-{name}", "-P", terminal.ShellId().ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private Tmux Open(World world) => new(100, 30, $"{Dashboard} --server {world.Address}", state);
}
