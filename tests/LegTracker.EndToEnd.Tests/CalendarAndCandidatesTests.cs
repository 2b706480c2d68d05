using System.Text.Json;

namespace LegTracker.EndToEnd.Tests;

/// <summary>What is ahead and what was found, in a real terminal on a real server, and by the commands that say the same.</summary>
public sealed class CalendarAndCandidatesTests
{
    private static readonly string Dashboard = Program.Built("LegTracker.Dashboard", "legtracker");

    [TmuxFact]
    public async Task The_calendar_shows_a_real_hearing_and_deadline_with_their_lines_and_its_command_says_the_same()
    {
        // The line of May 14, 2024 sets SB 1414 for hearing on May 16; AB 1831 is on the suspense file of that day, by the table alone.
        await using var world = await World.StartAsync(new DateOnly(2024, 5, 15), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        using var terminal = new Tmux(120, 40, $"{Dashboard} --server {world.Address}");

        await terminal.ShowsAsync("SB 1414");
        terminal.Keys("3");
        await terminal.ShowsAsync(screen => screen.Contains("Thu 2024-05-16 1d", StringComparison.Ordinal) && screen.Contains("Row     “COMMITTEE_HEARING_TBL", StringComparison.Ordinal), "the hearings of May 16", 60);
        terminal.Keys("j");
        var calendar = await terminal.ShowsAsync("Line    2024-05-14 “Set for hearing May");

        Assert.Contains(calendar.Split('\n'), line => line.Contains("SB 1414", StringComparison.Ordinal) && line.Contains("tomorrow: Hearing, Senate Appropriation", StringComparison.Ordinal) && line.Contains('!', StringComparison.Ordinal));
        Assert.Contains("not known: the sources give the day", calendar, StringComparison.Ordinal);
        Assert.Contains(calendar.Split('\n'), line => line.Contains("AB 1831", StringComparison.Ordinal) && line.Contains("Last day", StringComparison.Ordinal));
        Assert.Contains("2024: Constitution's days only", calendar, StringComparison.Ordinal);
        terminal.Keys("Enter");
        await terminal.ShowsAsync("Crimes: solicitation of a minor.");

        var listed = await world.RunAsync("calendar", "--from", "2024-05-15", "--to", "2024-08-31", "--json");
        var entries = listed.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var hearing = entries.First(entry => entry.GetProperty("kind").GetString() == "CALENDAR_ENTRY_KIND_HEARING" && entry.GetProperty("measure").GetString() == "SB 1414");
        Assert.Equal(("2024-05-16", ""), (hearing.GetProperty("date").GetString(), hearing.GetProperty("time").GetString()));
        Assert.Contains(entries, entry => entry.GetProperty("kind").GetString() == "CALENDAR_ENTRY_KIND_DEADLINE" && entry.GetProperty("measure").GetString() == "AB 1831");
        var table = await world.RunAsync("calendar", "--from", "2024-05-15", "--to", "2024-05-31");
        Assert.Contains(table.Output, line => line.StartsWith("Thu 2024-05-16  tomorrow  AB 1831", StringComparison.Ordinal));
        Assert.Contains(table.Errors, line => line.Contains("2024", StringComparison.Ordinal) && line.Contains("Constitution", StringComparison.Ordinal));
    }

    [TmuxFact]
    public async Task A_bill_amended_into_ours_appears_while_the_candidates_are_open_and_is_tracked_and_taken_back_there()
    {
        // The print of August 19 turns AB 9401 from street signs to trafficking; nothing has been read when the screen is opened.
        await using var world = await World.StartAsync(new DateOnly(2024, 8, 20), 0, "--LegTracker:Sources:Pages:Enabled=false");
        using var terminal = new Tmux(80, 24, $"{Dashboard} --server {world.Address}");
        await terminal.ShowsAsync("live");
        terminal.Keys("6");
        await terminal.ShowsAsync("No candidates");

        Assert.Equal(0, (await world.RunAsync("poll", "--source", "bulk", "--wait")).ExitCode);
        var found = await terminal.ShowsAsync(screen => screen.Contains("AB 9401", StringComparison.Ordinal) && screen.Contains("6 Cand", StringComparison.Ordinal), "the candidate", 60);
        Assert.Contains("•", found, StringComparison.Ordinal);
        terminal.Keys("Enter");
        var whole = await terminal.ShowsAsync("that its staff observe");
        Assert.Contains("human trafficking of a minor", whole, StringComparison.Ordinal);

        terminal.Keys("A");
        await terminal.ShowsAsync("accepted, tracked", 60);
        Assert.Equal(0, (await world.RunAsync("bills", "show", "AB 9401 2023-24")).ExitCode);

        terminal.Keys("D");
        await terminal.ShowsAsync("off the watch list, because");
        terminal.Keys("-l", "about lodging only");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("about lodging only", 60);
        await terminal.ShowsAsync("dismissed", 60);
        Assert.Equal(4, (await world.RunAsync("bills", "show", "AB 9401 2023-24")).ExitCode);
        var dismissed = await world.RunAsync("candidates", "--state", "dismissed");
        Assert.Contains(dismissed.Output, line => line.Contains("AB 9401", StringComparison.Ordinal) && line.Contains("about lodging only", StringComparison.Ordinal));
    }
}
