using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>The catalog as polls of a replayed legislature fill it.</summary>
public sealed class CatalogPollTests
{
    private static readonly BillId Ab831 = BillId.FromLeginfoId("202520260AB831");

    [Fact]
    public async Task The_session_is_kept_whole_day_by_day_and_never_enters_the_change_log()
    {
        await using var world = await TrackedWorld.StartAsync("2025-03-02");

        for (var day = new DateOnly(2025, 3, 2); day <= new DateOnly(2025, 7, 20); day = day.AddDays(1))
        {
            world.GoTo(day, new TimeOnly(22, 0));
            var (whole, _) = await world.PollAsync("bulk");
            Assert.True(whole.ErrorReason is null, $"{day}: {whole.ErrorReason} {whole.ErrorDetail}");
        }

        await world.TrackAsync(Ab831);
        await world.PollAsync("bulk");
        var kept = await world.Catalog.HistoryAsync(Ab831, CancellationToken.None);
        Assert.Equal((await world.BillAsync(Ab831)).Actions.Select(action => action.Line), kept);
        Assert.True((await world.Catalog.CountsAsync(CancellationToken.None)).Measures > 1);
        Assert.All(await world.LogAsync(), change => Assert.Equal(Ab831, change.Bill));
    }

    [Fact]
    public async Task A_bill_of_a_past_session_is_fetched_from_that_session_s_file_by_itself()
    {
        var bill = BillId.FromLeginfoId("199920000AB1");
        await using var world = await TrackedWorld.StartAsync("2025-03-02");
        var past = (await world.Catalog.CountsAsync(CancellationToken.None)).Measures;
        await world.TrackAsync(bill);

        var entries = new List<PollEntry>();
        await foreach (var told in world.Desk.RunAsync("bulk", bill, CancellationToken.None))
        {
            if (told is PollEvent.BillDone { Entry: var entry })
            {
                entries.Add(entry);
            }
        }

        Assert.Equal((bill, PollOutcome.Changed), (Assert.Single(entries).Bill, entries[0].Outcome));
        Assert.NotEmpty((await world.BillAsync(bill)).Actions);
        Assert.Equal(past, (await world.Catalog.CountsAsync(CancellationToken.None)).Measures);
    }
}
