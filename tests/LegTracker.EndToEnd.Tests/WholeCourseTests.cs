using System.Text.Json;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.EndToEnd.Tests;

/// <summary>AB 831's whole course in real processes, with the server killed on the way.</summary>
public sealed class WholeCourseTests
{
    private static readonly string Ab831 = BillId.FromLeginfoId("202520260AB831").ResourceName;

    // The clock starts long before the bill is introduced, so that it is tracked in time on a slow machine too.
    [Fact]
    public async Task Kill_9_in_the_middle_loses_and_repeats_nothing_and_a_follower_prints_each_change_once()
    {
        await using var world = await World.StartAsync(new DateOnly(2024, 12, 10), daysASecond: 8, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("bills", "track", "AB 831", "--session", "2025-26")).ExitCode);
        using var follower = world.Begin("changes", "--follow", "--json", "--bill", "AB 831 2025-26");
        await BillWhenAsync(world, bill => bill.Actions.Count >= 12);

        await world.Server.KillAsync();
        await world.RestartServerAsync("--LegTracker:Sources:Pages:Enabled=false");
        await BillWhenAsync(world, bill => bill.Actions.Count >= 25);
        await world.Server.KillAsync();
        await world.RestartServerAsync("--LegTracker:Sources:Pages:Enabled=false");
        var bill = await BillWhenAsync(world, bill => bill.Stage == V1.Stage.Chaptered);

        Assert.Equal(37, bill.Actions.Count);
        Assert.Equal(37, bill.Actions.Select(action => (action.Date, action.Text, action.Sequence)).Distinct().Count());
        Assert.Equal(623, bill.Chapter.Number);
        Assert.Equal(2025, bill.Chapter.Year);
        var (log, printed) = await LogAndPrintedAsync(world, follower);
        AssertOneChangeForEachLaterAction(bill, log);
        Assert.Equal(log.Select(change => change.Name), printed.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()));
    }

    private static void AssertOneChangeForEachLaterAction(Bill bill, List<V1.Change> log)
    {
        var baseline = bill.Actions.Where(action => action.ObservedTime.Equals(bill.Actions[0].ObservedTime)).ToList();
        var later = bill.Actions.Except(baseline).Select(action => (action.Date, action.Text)).Order().ToList();
        var added = log.Where(change => change.Kind is V1.ChangeKind.ActionAdded or V1.ChangeKind.ActionPostedLate).Select(change => (change.EventDate, change.NewValue)).Order().ToList();

        Assert.NotEmpty(baseline);
        Assert.True(later.Count >= 25, $"only {later.Count} actions came after the first reading");
        Assert.Equal(later, added);
        Assert.Equal(log.Select(change => (change.Revision, change.Index)).Order(), log.Select(change => (change.Revision, change.Index)));
    }

    private static async Task<Bill> BillWhenAsync(World world, Func<Bill, bool> condition)
    {
        Bill? last = null;
        return await Eventually.GetAsync(
            async () =>
            {
                last = (await world.Connection.Bills.GetBillAsync(new GetBillRequest { Name = Ab831 })).Bill;
                return condition(last) ? last : null;
            },
            120,
            () => $"AB 831 stands at {last?.Actions.Count} actions, {last?.Stage}, {last?.Freshness} {last?.FreshnessReason}\n{string.Join('\n', world.Server.Output.TakeLast(20))}");
    }

    /// <summary>The log and the follower's lines once they are of one length: the clock goes on, and a poll may still record a version after the chapter.</summary>
    private static async Task<(List<V1.Change> Log, List<string> Printed)> LogAndPrintedAsync(World world, Program follower)
    {
        List<V1.Change> log = [];
        List<string> printed = [];
        await Eventually.GetAsync(
            async () =>
            {
                log = await LogAsync(world);
                printed = [.. follower.Output];
                return printed.Count == log.Count ? "all" : null;
            },
            30,
            () => $"the follower printed {printed.Count} lines of {log.Count} changes");
        return (log, printed);
    }

    private static async Task<List<V1.Change>> LogAsync(World world)
    {
        var changes = new List<V1.Change>();
        var request = new ListChangesRequest { Bills = { Ab831 } };
        do
        {
            var page = await world.Connection.Changes.ListChangesAsync(request);
            changes.AddRange(page.Changes);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return changes;
    }
}
