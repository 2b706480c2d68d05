using LegTracker.Replay.Faulting;

namespace LegTracker.Replay.Tests;

public sealed class FaultRateTests
{
    [Fact]
    public void Meets_its_share_of_answers_with_every_kind_that_shows_there()
    {
        var faults = new ReplayFaults { Rate = new FaultRate(0.2, 1) };

        var pages = Enumerable.Range(0, 5000).Select(_ => faults.Draw("/page", AnswerScope.Page)).ToList();
        var unchanged = Enumerable.Range(0, 5000).Select(_ => faults.Draw("/file", AnswerScope.NotModified)).OfType<ReplayFault>().ToList();

        Assert.InRange(pages.Count(fault => fault is not null), 900, 1100);
        Assert.Equal(Enum.GetValues<FaultKind>().Length - 1, pages.OfType<ReplayFault>().Select(fault => fault.Kind).Distinct().Count());
        Assert.InRange(unchanged.Count, 900, 1100);
        Assert.DoesNotContain(unchanged, fault => fault.Kind is FaultKind.CutWithLength or FaultKind.GarbageZip or FaultKind.Stale);
        Assert.Equal(10_000, faults.Drawn.Answers);
        Assert.Equal(pages.OfType<ReplayFault>().Count() + unchanged.Count, faults.Drawn.ByKind.Values.Sum());
    }

    [Fact]
    public void The_nth_request_of_an_address_meets_the_same_fault_with_the_same_seed_whatever_is_asked_between()
    {
        static List<FaultKind?> Met(int seed, bool between)
        {
            var faults = new ReplayFaults { Rate = new FaultRate(0.5, seed) };
            return [.. Enumerable.Range(0, 200).Select(index =>
            {
                _ = between ? faults.Draw("/other", AnswerScope.Page) : null;
                return faults.Draw($"/page?bill_id=1&rev={index}", AnswerScope.Page)?.Kind;
            })];
        }

        Assert.Equal(Met(7, between: false), Met(7, between: true));
        Assert.NotEqual(Met(7, between: false), Met(8, between: false));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_is_between_none_and_all(double share)
    {
        var faults = new ReplayFaults();

        Assert.Throws<ArgumentOutOfRangeException>(() => faults.Rate = new FaultRate(share, 1));
    }

    [Fact]
    public async Task A_stale_file_is_the_build_of_a_week_before()
    {
        await using var site = await RunningLegislature.At("2025-06-24", "22:00");
        var fresh = (await site.Send("/pubinfo_Mon.zip")).Content.Headers.LastModified;

        site.Replay.Faults.Add(new ReplayFault(FaultKind.Stale) { Count = 1 });
        var stale = (await site.Send("/pubinfo_Mon.zip")).Content.Headers.LastModified;

        Assert.Equal(fresh - TimeSpan.FromDays(7), stale);
    }
}
