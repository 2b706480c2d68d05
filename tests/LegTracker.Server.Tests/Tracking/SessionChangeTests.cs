using System.IO.Compression;
using System.Net;
using LegTracker.Legislature;
using LegTracker.Replay;
using LegTracker.Server.Recording;
using LegTracker.Server.Sources.Pages;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>The change from 2025-26 to 2027-28, which convenes on 2026-12-07 and is empty at first.</summary>
public sealed class SessionChangeTests
{
    private static readonly Session Old = new(2025);
    private static readonly Session New = new(2027);

    private static readonly ReplayedSeason Ending = ReplayedSeason.Generate(40, 3, Old);

    /// <summary>Its first bill comes after the first, empty session file, which is built on Sunday, December 13.</summary>
    private static readonly ReplayedSeason Beginning = Enumerable.Range(1, 200).Select(seed => ReplayedSeason.Generate(3, seed, New))
        .First(season => season.Introductions[0].Introduced > new DateOnly(2026, 12, 15) && season.Introductions[0].Introduced < new DateOnly(2027, 1, 25));

    [Fact]
    public async Task The_old_session_ends_and_an_empty_one_begins_without_an_error_until_its_first_bill_is_read()
    {
        var (first, introduced) = Beginning.Introductions[0];
        await using var world = await TrackedWorld.StartAsync("2026-11-20", access: PageAccess.Permitted, season: Ending.Then(Beginning));
        foreach (var (bill, _) in Ending.Introductions)
        {
            await world.TrackAsync(bill);
        }

        Assert.Null((await world.PollAsync("bulk")).Source.ErrorReason);
        var head = await world.Store.HeadRevisionAsync(CancellationToken.None);
        for (var day = new DateOnly(2026, 11, 21); day <= introduced; day = day.AddDays(1))
        {
            world.GoTo(day, new TimeOnly(22, 0));
            if (day == new DateOnly(2026, 12, 1))
            {
                await world.TrackAsync(first);
            }

            var (bulk, bills) = await world.PollAsync("bulk");
            Assert.True(bulk.ErrorReason is null, $"{day}: {bulk.ErrorReason} {bulk.ErrorDetail}");
            Assert.DoesNotContain(bills.Values, entry => entry.Outcome == PollOutcome.Quarantined);
            Assert.Equal(day >= new DateOnly(2026, 12, 1) && day < introduced ? "BILL_NOT_IN_SOURCE" : null, bills.GetValueOrDefault(first)?.ErrorReason);
            await AssertFileAsync(world, day, introduced);
        }

        var (pages, _) = await world.PollAsync("pages");
        Assert.True(pages.ErrorReason is null, $"{pages.ErrorReason} {pages.ErrorDetail}");
        Assert.All(await world.Store.ListSourcesAsync(CancellationToken.None), source => Assert.Equal((SourceState.Ok, 0), (source.State, source.ConsecutiveFailures)));
        await AssertLogAsync(world, head, first);
        await AssertEndsAsync(world);
        var read = await world.BillAsync(first);
        Assert.Equal((Freshness.Current, 1), (read.Freshness, read.Actions.Length));
    }

    private static async Task AssertFileAsync(TrackedWorld world, DateOnly day, DateOnly introduced)
    {
        using var client = new HttpClient { BaseAddress = world.Replay.Address };
        using var answer = await client.GetAsync(new Uri("/pubinfo_2027.zip", UriKind.Relative));
        if (day < new DateOnly(2026, 12, 13))
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        else if (day < introduced)
        {
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
            Assert.All(zip.Entries, table => Assert.Equal(0, table.Length));
        }
    }

    /// <summary>What the script says of the old session's last evenings, its end by rule for what no line ended, the new bill's tracking and first reading, and nothing else.</summary>
    private static async Task AssertLogAsync(TrackedWorld world, long head, BillId first)
    {
        var log = await world.Store.ReadChangesAsync(head, 100_000, CancellationToken.None);
        var scripted = Ending.Script.Where(change => change.Evening > new DateOnly(2026, 11, 20)).Select(change => (change.Bill, change.Kind, change.Date)).Order().ToList();

        Assert.NotEmpty(scripted);
        var byRule = log.Where(change => change.Actor == "calendar").ToList();
        Assert.All(byRule, change => Assert.Equal((ChangeKind.StageChanged, "STAGE_DEAD", Old.LastDay), (change.Difference.Kind, change.Difference.NewValue, change.Difference.EventDate)));
        Assert.Equal(byRule.Count, byRule.Select(change => change.Bill).Distinct().Count());
        Assert.NotEmpty(byRule);
        Assert.Equal(scripted, log.Except(byRule).Where(change => change.Bill != first).Select(change => (change.Bill, change.Difference.Kind, change.Difference.EventDate)).Order());
        Assert.Equal(new (ChangeKind, string?)[] { (ChangeKind.Tracked, null), (ChangeKind.FieldChanged, "freshness") }, log.Where(change => change.Bill == first).Select(change => (change.Difference.Kind, change.Difference.Field)));
    }

    private static async Task AssertEndsAsync(TrackedWorld world)
    {
        var byRule = 0;
        foreach (var (id, _) in Ending.Introductions)
        {
            var bill = await world.BillAsync(id);
            HistoryLine[] history = [.. bill.Actions.Select(action => action.Line)];
            var progress = StageReader.Read(id, history, world.Clock.Today);
            Assert.True(progress.Stage is Stage.Chaptered or Stage.Vetoed or Stage.Dead, $"{id}: {progress.Stage}");
            if (StageReader.Read(id, history, Old.LastDay).Stage is not (Stage.Chaptered or Stage.Vetoed or Stage.Dead))
            {
                byRule++;
                Assert.Equal((Stage.Dead, Old.LastDay, StageReader.EndOfSession), (progress.Stage, progress.Since, progress.Cause?.Rule));
            }
        }

        Assert.True(byRule > 0, "no measure was left unfinished");
    }
}
