using System.Collections.Immutable;
using FsCheck.Fluent;
using LegTracker.Legislature;
using static LegTracker.Server.Tests.Comparing.Readings;

namespace LegTracker.Server.Tests.Comparing;

/// <summary>What holds of comparing any two histories.</summary>
public sealed class BillComparerPropertyTests
{
    [Fact]
    public void The_same_reading_again_is_no_news() => Holds(AnyHistories, history =>
    {
        var comparison = Compare(Recorded(history), Record(history), Read("2025-12-02"));

        Assert.Empty(comparison.Differences);
        Assert.Equal(0, comparison.LostLines);
        Assert.Equal(Recorded(history).Actions.AsEnumerable(), comparison.Actions);
    });

    [Fact]
    public void What_is_to_be_recorded_is_the_history_as_read() => Holds(AnyHistories.Two(), pair =>
    {
        var (before, after) = pair;

        var comparison = Compare(Recorded(before), Record(after), Read("2025-12-02"));

        Assert.Equal(after, comparison.Actions.Select(action => action.Line));
    });

    [Fact]
    public void Each_identity_of_a_line_is_recorded_once() => Holds(AnyHistories.Two(), pair =>
    {
        var comparison = Compare(Recorded(pair.Item1), Record(pair.Item2), Read("2025-12-02"));

        var identities = comparison.Actions.Select(action => (action.Line.Date, ActionText.Normalize(action.Line.Text), action.Occurrence)).ToList();
        Assert.Equal(identities.Count, identities.Distinct().Count());
    });

    [Fact]
    public void Another_order_inside_the_days_is_no_news() => Holds(
        AnyHistories.SelectMany(history => Gen.Shuffle(history.ToArray()).Select(shuffled => (history, shuffled.OrderBy(line => line.Date).ToImmutableArray()))),
        pair =>
        {
            var (history, shuffled) = pair;

            var comparison = Compare(Recorded(history), Record(shuffled), Read("2025-12-02"));

            Assert.Empty(comparison.Differences);
            Assert.Equal(shuffled, comparison.Actions.Select(action => action.Line));
        });

    [Fact]
    public void Each_line_that_is_added_is_one_change() => Holds(Histories.Two(), pair =>
    {
        var (history, added) = pair;
        var newest = history.IsEmpty ? DateOnly.MinValue : history[^1].Date;

        var comparison = Compare(Recorded(history), Record(history.Concat(added).OrderBy(line => line.Date)), Read("2025-12-02"));

        Assert.Equal(0, comparison.LostLines);
        Assert.Equal(added.Count(line => line.Date >= newest), comparison.Differences.Count(one => one.Kind == ChangeKind.ActionAdded));
        Assert.Equal(added.Count(line => line.Date < newest), comparison.Differences.Count(one => one.Kind == ChangeKind.ActionPostedLate));
        Assert.Equal(
            history.IsEmpty ? [] : added.Where(line => line.Date < newest).Select(line => line.Date).Order(),
            comparison.Actions.Where(action => action.PostedLate).Select(action => action.Line.Date).Order());
        Assert.DoesNotContain(comparison.Differences, one => one.Kind is ChangeKind.ActionReworded or ChangeKind.ActionRemoved);
    });

    [Fact]
    public void Each_line_is_accounted_for_once() => Holds(Histories.Two(), pair =>
    {
        var (before, after) = pair;

        var comparison = Compare(Recorded(before), Record(after), Read("2025-12-02"));

        int Count(params ChangeKind[] kinds) => comparison.Differences.Count(one => kinds.Contains(one.Kind));
        Assert.Equal(after.Length - before.Length, Count(ChangeKind.ActionAdded, ChangeKind.ActionPostedLate) - Count(ChangeKind.ActionRemoved));
        Assert.Equal(comparison.LostLines, Count(ChangeKind.ActionRemoved));
    });

    [Fact]
    public void A_journal_page_filled_in_is_recorded_and_no_news() => Holds(Histories, history =>
    {
        var filled = history.Select(line => line with { Text = line.Text.Replace("Noes 0.)", "Noes 0. Page 5608.)", StringComparison.Ordinal) }).ToList();

        var comparison = Compare(Recorded(history), Record(filled), Read("2025-12-02"));

        Assert.Empty(comparison.Differences);
        Assert.Equal(filled, comparison.Actions.Select(action => action.Line));
    });

    [Fact]
    public void Observed_times_of_known_lines_never_move() => Holds(Histories.Two(), pair =>
    {
        var (history, added) = pair;
        var before = Recorded(history);

        var comparison = Compare(before, Record(history.Concat(added).OrderBy(line => line.Date)), Read("2025-12-02"));

        Assert.Equal(before.Actions.Length, comparison.Actions.Count(action => action.ObservedTime == Read("2025-12-01").FetchTime.AddMinutes(1)));
    });
}
