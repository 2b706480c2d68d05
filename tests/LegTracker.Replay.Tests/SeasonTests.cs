using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Tests;

public sealed class SeasonTests
{
    private static readonly Session Session = new(2025);
    private static readonly ReplayedSeason Season = ReplayedSeason.Generate(200, 4, Session);

    [Fact]
    public void The_same_seed_gives_the_same_season_and_another_seed_another()
    {
        Assert.Equal(Season.Script, ReplayedSeason.Generate(200, 4, Session).Script);
        Assert.NotEqual(Season.Script, ReplayedSeason.Generate(200, 5, Session).Script);
    }

    [Fact]
    public void Every_number_is_invented_and_says_so()
    {
        Assert.Equal(200, Season.Bills.Select(bill => bill.Id).Distinct().Count());
        Assert.All(Season.Bills, bill =>
        {
            Assert.True(bill.NumberIsInvented, bill.Topic);
            Assert.All(bill.Versions, version => Assert.EndsWith("the measure number is invented", version.Topic, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Everything_happens_in_the_session_in_order_of_date()
    {
        Assert.All(Season.Bills, bill =>
        {
            Assert.Equal(bill.Lines.Select(line => line.Date).Order(), bill.Lines.Select(line => line.Date));
            Assert.InRange(bill.Lines[0].Date, Session.FirstDay, Session.LastDay);
            Assert.InRange(bill.Lines[^1].Date, Session.FirstDay, Session.LastDay);
            Assert.Equal(bill.Versions.OrderByDescending(version => version.Number), bill.Versions);
        });
    }

    /// <summary>The script against what is served, evening by evening: a second count that knows nothing of how the script was written.</summary>
    [Fact]
    public void The_script_says_each_line_that_comes_goes_or_is_reworded_and_each_print()
    {
        var served = Season.Bills.SelectMany(bill => Served(bill)).Order().ToList();

        var scripted = Season.Script
            .Where(change => change.Kind is ChangeKind.ActionAdded or ChangeKind.ActionPostedLate or ChangeKind.ActionRemoved or ChangeKind.ActionReworded or ChangeKind.VersionAdded)
            .SelectMany(change => Signs(change.Kind).Select(sign => Key(sign, change.Bill, change.Evening, change.Kind == ChangeKind.VersionAdded)))
            .Order()
            .ToList();
        Assert.Equal(served, scripted);
    }

    [Fact]
    public void The_rare_things_are_in_it()
    {
        var kinds = Season.Script.Select(change => change.Kind).ToHashSet();

        Assert.Superset(
            new HashSet<ChangeKind>
            {
                ChangeKind.ActionAdded, ChangeKind.ActionReworded, ChangeKind.ActionRemoved, ChangeKind.ActionPostedLate, ChangeKind.StageChanged, ChangeKind.FieldChanged,
                ChangeKind.VersionAdded, ChangeKind.HearingSet, ChangeKind.HearingChanged, ChangeKind.HearingCanceled, ChangeKind.Chaptered, ChangeKind.Vetoed,
            },
            kinds);
        var stages = Season.Script.Where(change => change.Kind == ChangeKind.StageChanged).Select(change => change.Text).ToHashSet();
        Assert.True(stages.Count >= 14, string.Join(", ", stages));
    }

    [Fact]
    public async Task A_page_number_fills_in_a_week_after_the_vote()
    {
        var (bill, line) = Season.Bills.SelectMany(bill => bill.Lines.Where(line => line.Rewordings.Length > 0 && line.Text.StartsWith("Read third time. Passed", StringComparison.Ordinal)).Select(line => (bill, line))).First();
        await using var site = await RunningLegislature.At(Text(line.Date), options: new ReplayOptions { Season = Season });

        Assert.DoesNotContain(RunningLegislature.Rows(await site.HistoryOf(bill.Id.LeginfoId)), row => row.Action.Contains(" Page ", StringComparison.Ordinal));
        site.MoveTo(Text(line.Date.AddDays(7)), "17:00");
        Assert.Contains(RunningLegislature.Rows(await site.HistoryOf(bill.Id.LeginfoId)), row => row.Action == line.Rewordings[0].Text && row.Action.Contains(" Page ", StringComparison.Ordinal));
    }

    private static string Signs(ChangeKind kind) => kind switch
    {
        ChangeKind.ActionReworded => "+-",
        ChangeKind.ActionRemoved => "-",
        _ => "+",
    };

    private static IEnumerable<string> Served(ReplayedBill bill)
    {
        var before = bill.AsOf(bill.Lines[0].Date, 0)!;
        for (var day = bill.Lines[0].Date.AddDays(1); day <= Session.LastDay; day = day.AddDays(1))
        {
            var now = bill.AsOf(day, 0)!;
            var (old, read) = (Lines(before), Lines(now));
            foreach (var text in old.Keys.Union(read.Keys))
            {
                var by = read.GetValueOrDefault(text) - old.GetValueOrDefault(text);
                foreach (var _ in Enumerable.Range(0, Math.Abs(by)))
                {
                    yield return Key(by > 0 ? '+' : '-', bill.Id, day, isPrint: false);
                }
            }

            foreach (var _ in now.Versions.Except(before.Versions))
            {
                yield return Key('+', bill.Id, day, isPrint: true);
            }

            Assert.True(now.Touched == day == (!old.SequenceEqual(read) || !now.Versions.SequenceEqual(before.Versions) || !now.Lines.Select(line => line.Text).SequenceEqual(before.Lines.Select(line => line.Text))), $"{bill.Id} {day}");
            before = now;
        }
    }

    private static Dictionary<(DateOnly, string), int> Lines(BillAsOf bill) =>
        bill.Lines.CountBy(line => (line.Date, ActionText.Normalize(line.PageText))).ToDictionary();

    private static string Key(char sign, BillId bill, DateOnly evening, bool isPrint) => $"{Text(evening)} {bill.LeginfoId} {sign} {(isPrint ? "print" : "line")}";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
