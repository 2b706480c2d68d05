using System.Text.Json;
using LegTracker.Tests;
using LegTracker.V1;

namespace LegTracker.EndToEnd.Tests;

/// <summary>A client of the first release, made from its frozen descriptors alone, against today's server.</summary>
public sealed class ForeignClientTests
{
    [GuideExampleFact("npm", "node")]
    public async Task A_client_of_the_first_release_still_lists_bills_and_follows_changes()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 2, 18), daysASecond: 2, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("bills", "track", "AB 831", "--session", "2025-26")).ExitCode);

        using var client = Program.Other("node", Path.Combine(SharedData.RepositoryRoot, "tests", "LegTracker.EndToEnd.Tests", "foreign", "first-release.mjs"), world.Address.Authority);
        await client.LineAsync("CHANGE_KIND_ACTION_ADDED", 90);

        var told = client.Output.Where(line => line.StartsWith("{\"change\"", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var log = (await world.Connection.Changes.ListChangesAsync(new ListChangesRequest())).Changes.Take(told.Count).ToList();
        Assert.Equal(26, client.Output.Count(line => line.StartsWith("{\"bill\"", StringComparison.Ordinal)));
        Assert.Contains("changes", client.Errors);
        Assert.Equal(
            log.Select(change => (change.Name, change.Bill, change.Summary)),
            told.Select(change => (change.GetProperty("change").GetString()!, change.GetProperty("bill").GetString()!, change.GetProperty("summary").GetString()!)));
    }
}
