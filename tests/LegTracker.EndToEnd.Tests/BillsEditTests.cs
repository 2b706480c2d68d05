using System.Text.Json;

namespace LegTracker.EndToEnd.Tests;

/// <summary>People write of a bill from the command line, and the meeting's segment prints it.</summary>
public sealed class BillsEditTests : IAsyncLifetime
{
    private World world = null!;

    public async Task InitializeAsync() => world = await World.StartAsync(new DateOnly(2025, 3, 3), daysASecond: 0, "--LegTracker:Sources:Pages:Enabled=false");

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_text_is_written_shown_logged_and_printed_in_the_segment()
    {
        await world.RunAsync("poll", "--wait");

        var edit = await world.RunAsync("bills", "edit", "ab1831", "--what-it-does", "make it a crime to have artificial images.", "--position", "support", "--label", "courts", "--label", "youth", "--notes", "one\ntwo", "--author", "Ana Díaz");
        var again = await world.RunAsync("bills", "edit", "ab1831", "--position", "support", "--author", "Bo");
        var review = await world.RunAsync("bills", "edit", "ab1831", "--reviewed", "what-it-does", "--clear", "notes", "--author", "Bo", "--json");
        var show = await world.RunAsync("bills", "show", "ab1831");
        var changes = await world.RunAsync("changes", "--bill", "ab1831");
        var segment = await world.RunAsync("segment", "build", "--since", "2024-12-01", "--until", "2025-03-03");

        Assert.Equal((0, 0, 0, 0, 0, 0), (edit.ExitCode, again.ExitCode, review.ExitCode, show.ExitCode, changes.ExitCode, segment.ExitCode));
        Assert.Contains("Written as revision", string.Join(' ', edit.Errors), StringComparison.Ordinal);
        Assert.Contains("nothing was written", string.Join(' ', again.Errors), StringComparison.Ordinal);
        var bill = JsonDocument.Parse(Assert.Single(review.Output)).RootElement;
        Assert.Equal(("Ana Díaz", "Bo"), (bill.GetProperty("whatItDoes").GetProperty("author").GetString(), bill.GetProperty("whatItDoes").GetProperty("reviewedBy").GetString()));
        Assert.StartsWith("20230AB1831", bill.GetProperty("whatItDoes").GetProperty("forVersion").GetString(), StringComparison.Ordinal);
        Assert.Contains(show.Output, line => line.StartsWith("  position    support (Ana Díaz 2025-03-03", StringComparison.Ordinal));
        Assert.Contains("  labels      courts, youth", show.Output);
        Assert.Contains("              make it a crime to have artificial images.", show.Output);
        Assert.Contains(show.Output, line => line.Contains("read over by Bo 2025-03-03", StringComparison.Ordinal));
        Assert.DoesNotContain(show.Output, line => line.Contains("two", StringComparison.Ordinal) && line.StartsWith("              two", StringComparison.Ordinal));
        Assert.Contains(changes.Output, line => line.EndsWith("The text on what AB 1831 does was written by Ana Díaz: “make it a crime to have artificial images”.", StringComparison.Ordinal));
        Assert.Contains(changes.Output, line => line.EndsWith("The notes on AB 1831 were removed by Bo.", StringComparison.Ordinal));
        var text = string.Join('\n', segment.Output);
        Assert.Contains("What it does: make it a crime to have artificial images.", text, StringComparison.Ordinal);
        Assert.Contains("Text by Ana Díaz on AB 1831", text, StringComparison.Ordinal);
        Assert.Contains("Position: support", text, StringComparison.Ordinal);
        Assert.Contains("AB 1831: why it matters", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AB 1831: what it does", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_is_exit_5_and_shows_both_texts_whole()
    {
        var read = JsonDocument.Parse((await world.RunAsync("bills", "show", "ab1831", "--json")).Output[0]).RootElement.GetProperty("etag").GetString()!;
        await world.RunAsync("bills", "edit", "ab1831", "--owner", "Ana", "--notes", "Ana's first\nAna's second", "--author", "Ana");

        var conflict = await world.RunAsync("bills", "edit", "ab1831", "--notes", "Bo's own words", "--owner", "Bo", "--etag", read, "--author", "Bo");
        var present = JsonDocument.Parse((await world.RunAsync("bills", "show", "ab1831", "--json")).Output[0]).RootElement;
        var over = await world.RunAsync("bills", "edit", "ab1831", "--owner", "Bo", "--etag", present.GetProperty("etag").GetString()!);

        Assert.Equal((5, 0), (conflict.ExitCode, over.ExitCode));
        Assert.Empty(conflict.Output);
        var told = string.Join('\n', conflict.Errors);
        Assert.Contains("now:   Ana's first\n           Ana's second\n           (Ana 2025-03-03", told, StringComparison.Ordinal);
        Assert.Contains("yours: Bo's own words", told, StringComparison.Ordinal);
        Assert.Contains($"--etag {present.GetProperty("etag").GetString()}", told, StringComparison.Ordinal);
        Assert.Equal("Ana", present.GetProperty("owner").GetString());
    }

    [Fact]
    public async Task Exit_codes_are_as_the_contract_says()
    {
        foreach (var (expected, arguments) in new (int Expected, string[] Arguments)[]
        {
            (2, ["ab1831"]),
            (2, ["ab1831", "--priority", "4"]),
            (2, ["ab1831", "--clear", "title"]),
            (2, ["ab1831", "--reviewed", "position"]),
            (2, ["ab1831", "--owner", "x", "--clear", "owner"]),
            (2, ["ab1831", "--owner", "x", "--for-version", "20230AB183199INT"]),
            (2, ["ab1831", "--notes", "x", "--for-version", "20230AB1INT"]),
            (5, ["ab1831", "--reviewed", "notes"]),
            (4, ["AB 1832", "--owner", "x"]),
            (0, ["--help"]),
        })
        {
            var (exit, _, errors) = await world.RunAsync(["bills", "edit", .. arguments]);

            Assert.True(exit == expected, $"{string.Join(' ', arguments)}: exit {exit} instead of {expected}: {string.Join('\n', errors)}");
            Assert.True(exit == 0 || errors.Count > 0, "a fault without a message");
        }
    }
}
