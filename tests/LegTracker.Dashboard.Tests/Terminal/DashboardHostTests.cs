using System.Collections.Concurrent;
using System.Threading.Channels;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Terminal;
using LegTracker.Dashboard.Tests.Model;

namespace LegTracker.Dashboard.Tests.Terminal;

public sealed class DashboardHostTests
{
    private static readonly DashboardSettings Plain = new() { NoColour = true, Zone = Invented.Zone, Environment = name => name == "LANG" ? "C.UTF-8" : null };

    [Fact(Timeout = 20_000)]
    public async Task Quit_puts_the_terminal_back_and_gives_0()
    {
        var terminal = new ScriptedTerminal(80, 24);
        var events = Events();

        var running = DashboardHost.RunOnAsync(terminal, Plain, events.Reader, _ => ValueTask.CompletedTask, TimeProvider.System, CancellationToken.None);
        await terminal.ShowsAsync("AB 9130");
        terminal.Press("q");

        Assert.Equal(0, await running);
        Assert.False(terminal.IsTaken);
    }

    [Fact(Timeout = 20_000)]
    public async Task Effects_that_are_the_programs_come_one_after_another()
    {
        var terminal = new ScriptedTerminal(80, 24);
        var told = new ConcurrentQueue<Cmd>();
        var events = Events();

        var running = DashboardHost.RunOnAsync(
            terminal,
            Plain,
            events.Reader,
            command =>
            {
                told.Enqueue(command);
                return ValueTask.CompletedTask;
            },
            TimeProvider.System,
            CancellationToken.None);
        await terminal.ShowsAsync("AB 9130");
        terminal.Press("mmq");

        Assert.Equal(0, await running);
        Assert.Equal([true, false], told.OfType<Cmd.MarkRead>().Select(mark => mark.Read));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_fault_of_an_effect_is_said_and_ends_nothing()
    {
        var terminal = new ScriptedTerminal(80, 24);
        var events = Events();

        var running = DashboardHost.RunOnAsync(terminal, Plain, events.Reader, _ => throw new InvalidOperationException("the note was not kept"), TimeProvider.System, CancellationToken.None);
        await terminal.ShowsAsync("AB 9130");
        terminal.Press("m");
        await terminal.ShowsAsync("the note was not kept");
        terminal.Press("q");

        Assert.Equal(0, await running);
    }

    [Fact(Timeout = 20_000)]
    public async Task The_end_of_input_ends_as_a_hang_up_does()
    {
        var terminal = new ScriptedTerminal(80, 24);

        var running = DashboardHost.RunOnAsync(terminal, Plain, Events().Reader, _ => ValueTask.CompletedTask, TimeProvider.System, CancellationToken.None);
        terminal.Wake();

        Assert.Equal(129, await running);
        Assert.False(terminal.IsTaken);
    }

    [Fact(Timeout = 20_000)]
    public async Task Keys_that_change_nothing_write_nothing()
    {
        var terminal = new ScriptedTerminal(80, 24);
        var events = Events();

        var running = DashboardHost.RunOnAsync(terminal, Plain, events.Reader, _ => ValueTask.CompletedTask, TimeProvider.System, CancellationToken.None);
        await terminal.ShowsAsync("AB 9130");
        var before = terminal.Writes;
        terminal.Press("kkkkq");

        Assert.Equal(0, await running);
        Assert.Equal(before, terminal.Writes);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_click_on_a_tab_shows_its_screen_and_a_click_on_a_row_moves_the_cursor()
    {
        var terminal = new ScriptedTerminal(80, 24);

        var running = DashboardHost.RunOnAsync(terminal, Plain, Events().Reader, _ => ValueTask.CompletedTask, TimeProvider.System, CancellationToken.None);
        await terminal.ShowsAsync("AB 9130");
        terminal.Press("\e[<0;10;6M");
        await terminal.ShowsAsync("Okafor");
        terminal.Press("\e[<0;48;2M");
        await terminal.ShowsAsync("Bulk files");
        terminal.Press("q");

        Assert.Equal(0, await running);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_number_is_copied_by_way_of_the_terminal()
    {
        var terminal = new ScriptedTerminal(80, 24);

        var running = DashboardHost.RunOnAsync(terminal, Plain, Events().Reader, _ => ValueTask.CompletedTask, TimeProvider.System, CancellationToken.None);
        await terminal.ShowsAsync("AB 9130");
        terminal.Press("yq");

        Assert.Equal(0, await running);
        Assert.Contains("\e]52;c;QUIgOTEzMA==\a", terminal.Written, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task Another_theme_is_drawn_at_once_and_kept_and_the_mouse_is_given_back()
    {
        var terminal = new ScriptedTerminal(80, 24);
        var told = new ConcurrentQueue<Cmd>();
        var coloured = Plain with { NoColour = false, Environment = name => name switch { "LANG" => "C.UTF-8", "TERM" => "xterm", "COLORTERM" => "truecolor", _ => null } };

        var running = DashboardHost.RunOnAsync(
            terminal,
            coloured,
            Events().Reader,
            command =>
            {
                told.Enqueue(command);
                return ValueTask.CompletedTask;
            },
            TimeProvider.System,
            CancellationToken.None);
        await terminal.ShowsAsync("AB 9130");
        Assert.DoesNotContain("48;2;251;251;248", terminal.Written, StringComparison.Ordinal);
        terminal.Press("T");
        await terminal.ShowsAsync("48;2;251;251;248");
        terminal.Press("\u0014");
        await terminal.ShowsAsync(ControlCodes.ReleaseMouse);
        terminal.Press("q");

        Assert.Equal(0, await running);
        Assert.Equal("light", Assert.Single(told.OfType<Cmd.Keep>()).View.Theme);
    }

    private static Channel<Msg> Events()
    {
        var channel = Channel.CreateUnbounded<Msg>();
        foreach (var msg in Invented.Events(Invented.Now))
        {
            channel.Writer.TryWrite(msg);
        }

        return channel;
    }
}
