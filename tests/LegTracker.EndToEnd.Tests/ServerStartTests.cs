namespace LegTracker.EndToEnd.Tests;

/// <summary>What a server refuses at start, and how it says so.</summary>
public sealed class ServerStartTests
{
    [Fact]
    public async Task Wrong_settings_are_all_named_and_it_does_not_start()
    {
        using var server = Program.Server(
            "--LegTracker:Sources:Bulk:Schedule=every day", "--LegTracker:Sources:Pages:Acess=Permitted", "--LegTracker:Sources:BreakAfter=0",
            "--LegTracker:Sources:Pages:Access=Permitted", "--LegTracker:Listen=http://0.0.0.0:5210", "--LegTracker:Sources:Pages:MinimumGap=00:00:00");

        var exit = await server.ExitAsync();

        Assert.Equal(2, exit);
        var said = string.Join('\n', server.Errors);
        foreach (var fault in new[] { "Bulk:Schedule", "Pages:Acess", "Pages:Access", "BreakAfter", "Contact", "Listen", "MinimumGap" })
        {
            Assert.Contains(fault, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_with_a_clear_message()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");

        using var second = Program.Server(world.ServerArguments("http://127.0.0.1:0"));
        var exit = await second.ExitAsync();

        Assert.Equal(1, exit);
        var said = string.Join('\n', second.Errors);
        Assert.Contains("in use", said, StringComparison.Ordinal);
        Assert.Contains(world.Server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), said, StringComparison.Ordinal);
        Assert.Equal(0, (await world.RunAsync("server", "status")).ExitCode);
    }

    [Fact]
    public async Task A_broken_topics_file_is_refused_with_every_fault_of_it()
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-topics-").FullName;
        var bad = Path.Combine(folder, "bad.yaml");
        File.WriteAllText(bad, "topics:\n  - name: One\n    title: One\n    include: ['traffic* victim']\n  - name: two\n    include: [x]\n");

        using var refused = Program.Server($"--LegTracker:Topics={bad}", $"--LegTracker:DataDirectory={folder}/data", "--LegTracker:Listen=http://127.0.0.1:0");
        var exit = await refused.ExitAsync();

        Assert.Equal(1, exit);
        foreach (var fault in new[] { "topic 1 (One): name", "topic 1 (One): include", "topic 2 (two): title" })
        {
            Assert.Contains(refused.Errors, line => line.Contains($"LegTracker:Topics {bad}: {fault}", StringComparison.Ordinal));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_watch_list_of_ones_own_is_tracked_on_first_start_and_a_broken_one_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-list-").FullName;
        var good = Path.Combine(folder, "good.yaml");
        var bad = Path.Combine(folder, "bad.json");
        File.WriteAllText(good, "bills:\n  - bill: AB 831\n    session: 2025-26\n");
        File.WriteAllText(bad, """{ "bills": [ { "bill": "AB 831" } ] }""");

        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, $"--LegTracker:WatchList={good}");
        var list = await world.RunAsync("bills", "list", "--json");
        using var refused = Program.Server($"--LegTracker:WatchList={bad}", $"--LegTracker:DataDirectory={folder}/data", "--LegTracker:Listen=http://127.0.0.1:0");

        Assert.Single(list.Output);
        Assert.Equal(1, await refused.ExitAsync());
        Assert.Contains("session", string.Join('\n', refused.Errors), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
