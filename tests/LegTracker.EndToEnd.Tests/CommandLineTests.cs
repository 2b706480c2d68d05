using System.Text.Json;

namespace LegTracker.EndToEnd.Tests;

/// <summary>The command line as scripts see it: exit codes, JSON, messages.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private World world = null!;

    public async Task InitializeAsync() => world = await World.StartAsync(new DateOnly(2025, 3, 3), daysASecond: 0, "--LegTracker:Sources:Pages:Enabled=false");

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Polls_lists_shows_and_builds_and_says_what_it_does_not_know()
    {
        var poll = await world.RunAsync("poll", "--wait");
        var list = await world.RunAsync("bills", "list", "--json");
        var show = await world.RunAsync("bills", "show", "ab1831", "--evidence");
        var unread = await world.RunAsync("bills", "show", "SB 1322");
        var sources = await world.RunAsync("sources", "--json");
        var segment = await world.RunAsync("segment", "build", "--since", "2024-12-01", "--until", "2025-03-03");

        Assert.Equal((0, 0, 0, 0, 0, 0), (poll.ExitCode, list.ExitCode, show.ExitCode, unread.ExitCode, sources.ExitCode, segment.ExitCode));
        Assert.Equal(25, list.Output.Count);
        Assert.All(list.Output, line => Assert.StartsWith("states/ca/", JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()));
        Assert.Contains(show.Output, line => line.Contains("Chapter 926, Statutes of 2024", StringComparison.Ordinal));
        Assert.Contains(show.Output, line => line.Contains("pubinfo_2023.zip", StringComparison.Ordinal));
        Assert.Contains(unread.Output, line => line.Contains("not yet read", StringComparison.Ordinal));
        Assert.DoesNotContain(unread.Output, line => line.Contains("654", StringComparison.Ordinal));
        Assert.Contains(sources.Output, line => JsonDocument.Parse(line).RootElement.GetProperty("state").GetString() == "SOURCE_STATE_OK");
        Assert.Contains(segment.Output, line => line.Contains("1831", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bill_that_no_bulk_file_holds_is_told_as_not_found_and_fails_only_the_poll_of_that_bill()
    {
        var all = await world.RunAsync("poll", "--wait");
        var one = await world.RunAsync("poll", "--bill", "SB 855", "--wait");

        Assert.Equal((0, 4), (all.ExitCode, one.ExitCode));
        Assert.All(new[] { all, one }, poll => Assert.Contains("SB 855         not found: no bulk file of 2013-14 holds SB 855; what was known of it stays", poll.Output));
        Assert.DoesNotContain(all.Output, line => line.Contains("fetch failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_read_is_printed_by_its_hash_and_what_was_not_believed_is_listed()
    {
        await world.RunAsync("poll", "--wait");
        var show = await world.RunAsync("bills", "show", "ab1831", "--evidence");
        var hash = show.Output.Select(line => line.Split("sha256 ")).First(parts => parts.Length == 2)[1];

        var evidence = await world.RunAsync("sources", "--evidence", hash);
        var quarantine = await world.RunAsync("sources", "--quarantine");
        var none = await world.RunAsync("sources", "--quarantine", "17");
        var health = await world.RunAsync("sources");

        Assert.Equal((0, 0, 4, 0), (evidence.ExitCode, quarantine.ExitCode, none.ExitCode, health.ExitCode));
        Assert.Contains(evidence.Output, line => line.Contains("Chapter 926, Statutes of 2024", StringComparison.Ordinal));
        Assert.Empty(quarantine.Output);
        Assert.Contains(health.Output, line => line == "  It is well.");
        Assert.Contains(health.Output, line => line.Contains("turned off by LegTracker:Sources:Pages:Enabled=false", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_bill_is_exit_4_with_near_matches()
    {
        var near = await world.RunAsync("bills", "show", "AB 1349");
        var said = await world.RunAsync("bills", "show", "SB 1394", "2023-24");
        var withSession = await world.RunAsync("bills", "show", "SB 1394 2023-24");

        Assert.Equal(4, near.ExitCode);
        Assert.Contains("AB 1394", string.Join(' ', near.Errors), StringComparison.Ordinal);
        Assert.Equal(2, said.ExitCode);
        Assert.Equal(4, withSession.ExitCode);
        Assert.Contains("AB 1394", string.Join(' ', withSession.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topics_are_listed_and_without_a_candidate_the_commands_say_so()
    {
        var topics = await world.RunAsync("topics", "--json");
        var words = await world.RunAsync("topics");
        var none = await world.RunAsync("candidates");
        var json = await world.RunAsync("candidates", "--state", "all", "--json");
        var unknown = await world.RunAsync("candidates", "accept", "AB 831 2025-26");
        var dismissed = await world.RunAsync("candidates", "dismiss", "candidates/202520260AB831", "--reason", "gambling");

        Assert.Equal((0, 0, 0, 0, 4, 4), (topics.ExitCode, words.ExitCode, none.ExitCode, json.ExitCode, unknown.ExitCode, dismissed.ExitCode));
        Assert.Contains(topics.Output, line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString() == "topics/human-trafficking");
        Assert.Contains(words.Output, line => line.Contains("Penal Code 236.1", StringComparison.Ordinal));
        Assert.Contains(none.Errors, line => line.Contains("No new candidates", StringComparison.Ordinal));
        Assert.Empty(json.Output);
        Assert.Contains(unknown.Errors, line => line.Contains("is no candidate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_measure_tracked_in_two_sessions_is_listed_and_exit_2()
    {
        Assert.Equal(0, (await world.RunAsync("bills", "track", "AB 379", "--session", "2023-24")).ExitCode);

        var show = await world.RunAsync("bills", "show", "AB 379");

        Assert.Equal(2, show.ExitCode);
        Assert.Contains(show.Errors, line => line.Contains("2023-24", StringComparison.Ordinal));
        Assert.Contains(show.Errors, line => line.Contains("2025-26", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, "bills", "show", "nonsense")]
    [InlineData(2, "bills", "list", "--no-such-option")]
    [InlineData(2, "changes", "--since", "3/3/2025")]
    [InlineData(2, "segment", "build", "--since", "2025-03-03", "--until", "2024-12-01")]
    [InlineData(2, "segment", "build", "--since", "2024-12-01", "--until", "2025-03-03", "--format", "odt")]
    [InlineData(2, "candidates", "accept", "AB 831")]
    [InlineData(2, "candidates", "dismiss", "nonsense")]
    [InlineData(2, "candidates", "--state", "old")]
    [InlineData(4, "candidates", "--topic", "none")]
    [InlineData(0, "candidates", "dismiss", "--help")]
    [InlineData(3, "--server", "http://127.0.0.1:1", "bills", "list")]
    [InlineData(0, "version")]
    [InlineData(0, "bills", "track", "--help")]
    [InlineData(2)]
    public async Task Exit_codes_are_as_the_contract_says(int expected, params string[] arguments)
    {
        var (exit, _, errors) = await world.RunAsync(arguments);

        Assert.True(exit == expected, $"exit {exit} instead of {expected}: {string.Join('\n', errors)}");
        Assert.True(exit == 0 || errors.Count > 0, "a fault without a message");
        Assert.DoesNotContain(errors, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named_and_an_existing_one_is_kept()
    {
        var kept = Path.Combine(world.Folder, "kept.md");
        File.WriteAllText(kept, "a host's own text");

        var refused = await world.RunAsync("segment", "build", "--since", "2024-12-01", "--until", "2025-03-03", "--format", "odt", "--out", kept);
        var nowhere = await world.RunAsync("segment", "build", "--since", "2024-12-01", "--until", "2025-03-03", "--out", Path.Combine(world.Folder, "none", "x.md"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Equal("a host's own text", File.ReadAllText(kept));
        Assert.Equal(1, nowhere.ExitCode);
        Assert.Contains("none", string.Join(' ', nowhere.Errors), StringComparison.Ordinal);
    }
}
