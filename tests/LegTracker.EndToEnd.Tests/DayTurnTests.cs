namespace LegTracker.EndToEnd.Tests;

/// <summary>A dashboard that stays open over the turn of a day: what follows from the day alone, and no stream carries, is asked anew.</summary>
public sealed class DayTurnTests
{
    private const string NoPages = "--LegTracker:Sources:Pages:Enabled=false";

    [TmuxFact]
    public async Task A_deadline_that_passes_while_the_dashboard_is_open_is_no_longer_shown_as_ahead()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 8, 28), 0, NoPages);
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        using var terminal = new Tmux(160, 50, $"{Program.Built("LegTracker.Dashboard", "legtracker")} --server {world.Address}");
        await terminal.ShowsAsync("AB 392");
        terminal.Keys("/", "392", "Enter");
        var before = await terminal.ShowsAsync(screen => screen.Contains("(J.R. 61(a)(14))", StringComparison.Ordinal) || screen.Contains("August 29, 2025", StringComparison.Ordinal), "the deadline of AB 392");
        Assert.DoesNotContain("left", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Its deadline was", before, StringComparison.Ordinal);

        await world.Server.KillAsync();
        await world.RestartServerAsync(NoPages, "--LegTracker:Clock:Start=2025-08-31T08:00:00-07:00");

        await terminal.ShowsAsync(screen => screen.Contains("Its deadline was", StringComparison.Ordinal) && screen.Contains("live", StringComparison.Ordinal), "that the deadline is over", 60);
        var changes = await world.RunAsync("changes", "--json");
        Assert.DoesNotContain(changes.Output, line => line.Contains("2025-08-31", StringComparison.Ordinal) && line.Contains("AB392", StringComparison.Ordinal));
    }
}
