using LegTracker.Tests;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Skips, with the reason printed, where the foreign client's packages are not installed (npm ci --prefix eng/checks).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForeignClientFactAttribute : FactAttribute
{
    public ForeignClientFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(SharedData.RepositoryRoot, "eng", "checks", "node_modules", "@grpc")))
        {
            Skip = "eng/checks/node_modules is absent: run 'npm ci --prefix eng/checks' (needs Node.js) to test with a JavaScript client";
        }
    }
}

/// <summary>A client in another language, made from protos/ alone or from reflection.</summary>
public sealed class ForeignClientTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "tests", "LegTracker.EndToEnd.Tests", "foreign");

    [ForeignClientFact]
    public async Task A_JavaScript_client_lists_bills_and_follows_changes_over_a_kill()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 2, 18), daysASecond: 8, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("bills", "track", "AB 831", "--session", "2025-26")).ExitCode);

        using var client = Program.Other("node", Path.Combine(Folder, "follow.mjs"), world.Address.Authority, "0", "60");
        await client.LineAsync("CHANGE_KIND_ACTION_ADDED", 60);
        await world.Server.KillAsync();
        await world.RestartServerAsync("--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, await client.ExitAsync(120));

        var bills = client.Output.Where(line => line.StartsWith("{\"bill\"", StringComparison.Ordinal)).ToList();
        var names = client.Output.Where(line => line.StartsWith("{\"change\"", StringComparison.Ordinal)).Select(line => line.Split('"')[3]).ToList();
        Assert.Equal(26, bills.Count);
        Assert.Contains(bills, line => line.Contains("AB 831 2025-26", StringComparison.Ordinal));
        Assert.True(names.Count >= 60);
        Assert.Equal(names.Distinct(), names);
    }

    [ForeignClientFact]
    public async Task A_client_finds_the_services_by_reflection()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");

        using var client = Program.Other("node", Path.Combine(Folder, "reflect.mjs"), world.Address.Authority);
        var exit = await client.ExitAsync();

        Assert.Equal(0, exit);
        foreach (var expected in new[] { "legtracker.v1.BillService", "legtracker.v1.ChangeService", "grpc.health.v1.Health", "measure of the first bill:" })
        {
            Assert.Contains(client.Output, line => line.Contains(expected, StringComparison.Ordinal));
        }
    }
}
