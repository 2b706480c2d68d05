namespace LegTracker.EndToEnd.Tests;

/// <summary>A host builds a meeting's segment in the dashboard, in a real terminal on a real server; the command line sees the same.</summary>
public sealed class BuilderJourneyTests
{
    private static readonly string Dashboard = Program.Built("LegTracker.Dashboard", "legtracker");

    [TmuxFact]
    public async Task A_host_adds_a_meeting_leaves_one_out_moves_one_adds_minutes_writes_it_and_freezes_it()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        using var terminal = new Tmux(120, 40, $"cd {world.Folder}; {Dashboard} --server {world.Address}");
        await terminal.ShowsAsync("AB 1831");

        terminal.Keys("4");
        await terminal.ShowsAsync("No meeting yet: a adds one.");
        terminal.Keys("a");
        await terminal.ShowsAsync("day of the meeting");
        terminal.Keys("-l", "2025-03-10");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("title");
        terminal.Keys("-l", "Action Team");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("minutes for the segment");
        terminal.Keys("Enter");
        await terminal.ShowsAsync(screen => screen.Contains("10 min  DRAFT", StringComparison.Ordinal) && screen.Contains("Action Team", StringComparison.Ordinal), "the meeting");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("target 10:00");

        // No source of this world knows it: it is kept, and said to wait.
        terminal.Keys("a");
        await terminal.ShowsAsync("Put a bill into the segment");
        terminal.Keys("-l", "SB 1322");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("no source has confirmed it yet: SB 1322");

        await ToAsync(terminal, "AB 1831");
        var before = Order(terminal.Screen());
        terminal.Keys("K");
        await terminal.ShowsAsync(screen => !Order(screen).SequenceEqual(before) && Order(screen).Order().SequenceEqual(before.Order()), "AB 1831 one up");
        terminal.Keys("+");
        await terminal.ShowsAsync(screen => Row(screen, "AB 1831")!.Contains('='), "minutes set by hand");
        terminal.Keys("n");
        await terminal.ShowsAsync("say about AB 1831");
        terminal.Keys("-l", "Slowly, please");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("Say     Slowly, please");

        await ToAsync(terminal, "SB 1414");
        terminal.Keys("x");
        await terminal.ShowsAsync("leave SB 1414 out");
        terminal.Keys("-l", "heard last year");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("SB 1414: heard last year");
        terminal.Keys("w");
        await terminal.ShowsAsync("Markdown");
        terminal.Keys("-l", "markdown");
        await terminal.ShowsAsync("> markdown");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("Wrote ");
        var written = await File.ReadAllTextAsync(Path.Combine(world.Folder, "legislative-update-2025-03-10.md"));
        terminal.Keys("F");
        await terminal.ShowsAsync("Freeze the segment of 2025-03-10?");
        terminal.Keys("End");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("FROZEN");
        terminal.Keys("q");
        await terminal.ShowsAsync("exit 0");

        var listed = await world.RunAsync("segment", "list");
        var arranged = await world.RunAsync("meetings", "arrange", "2025-03-10");
        var frozen = await world.RunAsync("segment", "build", "--segment", "meetings/2025-03-10/segments/1");
        Assert.Contains(listed.Output, line => line.StartsWith("meetings/2025-03-10/segments/1 ", StringComparison.Ordinal));
        Assert.Contains(arranged.Output, line => line.StartsWith("SB1414", StringComparison.Ordinal) && line.Contains("left out: heard last year", StringComparison.Ordinal));
        Assert.Contains("1394 (Wicks)", written, StringComparison.Ordinal);
        Assert.Matches(@"Left out by hand: .*1414.*: heard last year \(left out by ", written);
        Assert.DoesNotContain(written.Split('\n'), line => line.StartsWith("### ", StringComparison.Ordinal) && line.Contains("1414", StringComparison.Ordinal));
        Assert.DoesNotContain("Slowly, please", written, StringComparison.Ordinal);
        Assert.Equal(Headings(written), Headings(string.Join('\n', frozen.Output)));
    }

    [TmuxFact]
    public async Task A_meeting_that_is_removed_is_brought_back_with_what_was_decided()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("meetings", "add", "2025-03-10", "--title", "Action Team", "--minutes", "7")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("meetings", "arrange", "2025-03-10", "--leave-out", "SB 1414", "--reason", "heard last year")).ExitCode);
        using var terminal = new Tmux(100, 30, $"{Dashboard} --server {world.Address}");
        await terminal.ShowsAsync("AB 1831");

        terminal.Keys("4");
        await terminal.ShowsAsync("Out     SB 1414: heard last year");
        terminal.Keys("x");
        await terminal.ShowsAsync("Remove the meeting of 2025-03-10?");
        terminal.Keys("Down");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("Removed the meeting of 2025-03-10; u brings it back");
        await terminal.ShowsAsync("No meeting yet: a adds one.");
        var without = await world.RunAsync("meetings", "list");
        terminal.Keys("u");
        await terminal.ShowsAsync("The meeting of 2025-03-10 is back");
        await terminal.ShowsAsync("Out     SB 1414: heard last year");
        terminal.Keys("q");
        await terminal.ShowsAsync("exit 0");

        Assert.Empty(without.Output);
        Assert.Contains("2025-03-10  7        no         Action Team", (await world.RunAsync("meetings", "list")).Output);
    }

    [Fact]
    public async Task The_command_line_arranges_what_segment_build_then_tells_and_wrong_wishes_are_exit_2()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("meetings", "add", "2025-03-10")).ExitCode);

        var nothing = await world.RunAsync("meetings", "arrange", "2025-03-10");
        var pinned = await world.RunAsync("meetings", "arrange", "2025-03-10", "--pin", "AB 1394", "--seconds", "AB 1394", "95", "--first", "AB 1394", "--note", "AB 1394", "Slowly", "--author", "Ana Díaz");
        var left = await world.RunAsync("meetings", "arrange", "2025-03-10", "--leave-out", "AB 1831", "--reason", "heard last year");
        var built = await world.RunAsync("segment", "build", "--meeting", "2025-03-10", "--json");
        var reset = await world.RunAsync("meetings", "arrange", "2025-03-10", "--reset", "AB 1831", "--json");
        var without = await world.RunAsync("meetings", "arrange", "2025-03-10", "--leave-out", "AB 1831");
        var unknown = await world.RunAsync("meetings", "arrange", "2025-03-10", "--pin", "AB 99");
        var number = await world.RunAsync("meetings", "arrange", "2025-03-10", "--seconds", "AB 1394", "long");

        Assert.Equal((0, 0, 0, 0, 0), (nothing.ExitCode, pinned.ExitCode, left.ExitCode, built.ExitCode, reset.ExitCode));
        Assert.Equal((2, 4, 2), (without.ExitCode, unknown.ExitCode, number.ExitCode));
        Assert.Contains(nothing.Errors, line => line.Contains("the rules decide", StringComparison.Ordinal));
        Assert.Contains(pinned.Output, line => line.StartsWith("AB1394  pinned", StringComparison.Ordinal) && line.Contains("Ana Díaz", StringComparison.Ordinal));
        var segment = V1.Segment.Parser.ParseJson(Assert.Single(built.Output));
        var item = segment.Sections.SelectMany(section => section.Items).First(found => found.Bill.EndsWith("AB1394", StringComparison.Ordinal));
        Assert.Equal((true, 95, "Slowly"), (item.Pinned, item.Seconds, item.SpeakerNote));
        Assert.StartsWith("pinned by Ana Díaz on ", item.WhyIn, StringComparison.Ordinal);
        Assert.Equal("heard last year", Assert.Single(segment.LeftOut).LeftOutReason);
        Assert.Single(V1.Meeting.Parser.ParseJson(Assert.Single(reset.Output)).Arrangement);
    }

    private static async Task ToAsync(Tmux terminal, string measure)
    {
        terminal.Keys("g", "g");
        for (var step = 0; step < 40; step++)
        {
            var screen = terminal.Screen();
            if (Row(screen, measure)?.StartsWith('▶') == true)
            {
                return;
            }

            terminal.Keys("j");
            await terminal.ShowsAsync(now => now != screen, "another row");
        }

        Assert.Fail($"no row of {measure}:\n{terminal.Screen()}");
    }

    // A row of the builder's list; its heading stands in a fixed place, the text beside does not count.
    private static string? Row(string screen, string measure) =>
        screen.Split('\n').FirstOrDefault(line => line.Length > 20 && line.Split('│')[0] is var row && row.IndexOf(measure, StringComparison.Ordinal) is > 5 and < 40 && (row.Contains(':') || row.Contains(" out ")));

    private static List<string> Order(string screen) => [.. screen.Split('\n').Where(line => line.Contains('│')).Select(line => line.Split('│')[0]).Where(line => line.Contains(" AB ") || line.Contains(" SB "))
        .Select(line => line.Length > 38 ? line[13..38].Trim() : line)];

    private static IEnumerable<string> Headings(string text) => text.Split('\n').Where(line => line.StartsWith('#'));
}
