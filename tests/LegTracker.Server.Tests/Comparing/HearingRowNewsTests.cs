using System.Collections.Immutable;
using FsCheck.Fluent;
using LegTracker.Legislature;
using LegTracker.Server.Comparing;
using static LegTracker.Server.Tests.Comparing.Readings;

namespace LegTracker.Server.Tests.Comparing;

/// <summary>What a reading of the table of hearings is worth as news. The rows are constructed: no real row was found.</summary>
public sealed class HearingRowNewsTests
{
    private static readonly HistoryLine Referred = Line("2025-06-02", "Referred to Com. on PUB. S.");

    [Fact]
    public void The_first_reading_is_the_baseline()
    {
        var news = Of(null, "2025-06-10", true, ("2025-06-24", "CX18"));

        Assert.Empty(news.Differences);
        Assert.True(news.IsNew);
        Assert.Single(news.Rows);
    }

    [Fact]
    public void A_new_row_to_come_is_a_hearing_set()
    {
        var set = Assert.Single(Of([], "2025-06-10", false, ("2025-06-24", "CX18")).Differences);

        Assert.Equal((ChangeKind.HearingSet, "2025-06-24", null), (set.Kind, set.NewValue, set.EventDate));
        Assert.Equal("A hearing of AB 831 is set for June 24, 2025.", set.Summary);
    }

    [Fact]
    public void A_row_that_is_past_or_known_is_no_news()
    {
        Assert.Empty(Of([], "2025-06-10", true, ("2025-06-09", "CX18")).Differences);
        var again = Of(Rows("2025-06-10", ("2025-06-24", "CX18")), "2025-06-11", true, ("2025-06-24", "CX18"));
        Assert.Equal((false, 0), (again.IsNew, again.Differences.Length));
    }

    [Fact]
    public void A_row_that_a_line_set_already_is_no_second_hearing()
    {
        var before = NeverRead().After(Record(Referred, Line("2025-06-09", "Set for hearing June 24.")), Read("2025-06-10")) with { HearingRows = [] };

        var news = HearingRowNews.Of(before, Reading("2025-06-11", true, ("2025-06-24", "CX18")));

        Assert.Empty(news.Differences);
        Assert.True(news.IsNew);
    }

    [Fact]
    public void A_line_that_sets_what_the_table_has_is_an_action_and_no_second_hearing()
    {
        var before = NeverRead().After(Record(Referred), Read("2025-06-10")) with { HearingRows = Rows("2025-06-10", ("2025-06-24", "CX99")) };

        var comparison = Compare(before, Record(Referred, Line("2025-06-11", "Set for hearing June 24.")), Read("2025-06-11"));

        Assert.Equal([ChangeKind.ActionAdded], comparison.Differences.Select(one => one.Kind));
    }

    [Fact]
    public void A_row_that_a_whole_reading_lacks_is_canceled_and_asks_for_a_second_look()
    {
        var news = Of(Rows("2025-06-10", ("2025-06-24", "CX18")), "2025-06-15", true);

        var off = Assert.Single(news.Differences);
        Assert.Equal((ChangeKind.HearingCanceled, "2025-06-24", null), (off.Kind, off.OldValue, off.NewValue));
        Assert.Equal("The hearing of AB 831 set for June 24, 2025 is no longer on.", off.Summary);
        Assert.True(news.IsLoss);
        Assert.Equal(Day("2025-06-15"), Assert.Single(news.Rows).GoneOn);
    }

    [Fact]
    public void Another_day_in_the_same_committee_is_a_hearing_moved()
    {
        var moved = Assert.Single(Of(Rows("2025-06-10", ("2025-06-24", "CX18")), "2025-06-15", true, ("2025-07-01", "CX18")).Differences);

        Assert.Equal((ChangeKind.HearingChanged, "2025-06-24", "2025-07-01"), (moved.Kind, moved.OldValue, moved.NewValue));
    }

    [Fact]
    public void A_row_that_comes_back_is_set_again()
    {
        var gone = Of(Rows("2025-06-10", ("2025-06-24", "CX18")), "2025-06-15", true).Rows;

        var news = Of(gone, "2025-06-16", false, ("2025-06-24", "CX18"));

        Assert.Equal(ChangeKind.HearingSet, Assert.Single(news.Differences).Kind);
        Assert.Null(Assert.Single(news.Rows).GoneOn);
    }

    [Fact]
    public void A_reading_that_is_not_whole_cancels_nothing_and_neither_does_a_past_row_that_is_gone() => Holds(
        Gen.Choose(1, 28).ListOf().Select(days => days.Distinct().Order().Select(day => ($"2025-06-{day:00}", "CX18")).ToArray()),
        rows =>
        {
            var known = Rows("2025-06-01", rows);
            Assert.Equal((false, 0), (Of(known, "2025-06-10", false).IsNew, Of(known, "2025-06-10", false).Differences.Length));
            Assert.DoesNotContain(Of(known, "2025-06-10", true).Rows, row => row.Date < Day("2025-06-10") && row.GoneOn is not null);
        });

    [Fact]
    public void The_order_of_the_rows_is_no_news() => Holds(
        from days in Gen.Choose(1, 28).ListOf()
        let rows = days.Distinct().Select(day => ($"2025-06-{day:00}", day % 2 == 0 ? "CX18" : "CX25")).ToArray()
        from shuffled in Gen.Shuffle(rows)
        select (rows, shuffled),
        one => Assert.Equal(
            Of([], "2025-06-10", true, one.rows).Differences.Select(news => news.Summary),
            Of([], "2025-06-10", true, one.shuffled).Differences.Select(news => news.Summary)));

    private static HearingRowNews Of(ImmutableArray<HearingRow>? known, string day, bool isWhole, params (string Date, string Code)[] rows) =>
        HearingRowNews.Of(NeverRead().After(Record(Referred), Read("2025-06-02")) with { HearingRows = known }, Reading(day, isWhole, rows));

    private static ImmutableArray<HearingRow> Rows(string day, params (string Date, string Code)[] rows) => Reading(day, true, rows).Rows;

    private static HearingReading Reading(string day, bool isWhole, params (string Date, string Code)[] rows)
    {
        var read = Readings.Read(day) with { Parser = "hearings/1" };
        return new HearingReading(Ab831, [.. rows.Select(row => new HearingRow(Day(row.Date), row.Code, null, null, read, null))], isWhole, read);
    }
}
