using LegTracker.Legislature;
using LegTracker.Server.Comparing;
using static LegTracker.Server.Tests.Comparing.Readings;

namespace LegTracker.Server.Tests.Comparing;

/// <summary>Hearings set, moved and called off, as of the day of the reading.</summary>
public sealed class HearingNewsTests
{
    private static readonly HistoryLine Referred = Line("2025-06-02", "Referred to Com. on PUB. S.");
    private static readonly HistoryLine Set = Line("2025-06-10", "Set for hearing June 24.");

    [Fact]
    public void A_hearing_that_is_set_is_dated_by_the_line_that_sets_it()
    {
        var comparison = Compare(Read([Referred]), Record(Referred, Set), Read("2025-06-11"));

        var set = Assert.Single(comparison.Differences, one => one.Kind == ChangeKind.HearingSet);
        Assert.Equal(("2025-06-24", new DateOnly(2025, 6, 10)), (set.NewValue, set.EventDate));
        Assert.Equal("A hearing of AB 831 is set for June 24, 2025.", set.Summary);
    }

    [Fact]
    public void A_hearing_set_for_another_day_has_moved()
    {
        var comparison = Compare(Read([Referred, Set]), Record(Referred, Set, Line("2025-06-16", "Set for hearing July 1.")), Read("2025-06-17"));

        var moved = Assert.Single(comparison.Differences, one => one.Kind == ChangeKind.HearingChanged);
        Assert.Equal(("2025-06-24", "2025-07-01"), (moved.OldValue, moved.NewValue));
        Assert.Equal("The hearing of AB 831 set for June 24, 2025 is now set for July 1, 2025.", moved.Summary);
    }

    [Fact]
    public void A_hearing_canceled_is_told()
    {
        var off = Line("2025-06-20", "June 24 hearing canceled at the request of author.");

        var comparison = Compare(Read([Referred, Set]), Record(Referred, Set, off), Read("2025-06-21"));

        var canceled = Assert.Single(comparison.Differences, one => one.Kind == ChangeKind.HearingCanceled);
        Assert.Equal(("2025-06-24", null, off.Date), (canceled.OldValue, canceled.NewValue, canceled.EventDate));
        Assert.Equal("The hearing of AB 831 set for June 24, 2025 is no longer on.", canceled.Summary);
    }

    [Fact]
    public void A_hearing_postponed_without_a_date_is_told_as_that()
    {
        var comparison = Compare(Read([Referred, Set]), Record(Referred, Set, Line("2025-06-20", "June 24 hearing postponed by committee.")), Read("2025-06-21"));

        Assert.Contains(comparison.Differences, one => one is
        {
            Kind: ChangeKind.HearingCanceled,
            Summary: "The hearing of AB 831 set for June 24, 2025 was postponed; no new date is known.",
        });
    }

    [Fact]
    public void A_hearing_that_was_held_is_not_canceled()
    {
        var passed = Line("2025-06-24", "From committee: Do pass and re-refer to Com. on APPR. (Ayes 6. Noes 0.) (June 24). Re-referred to Com. on APPR.");

        var sameDay = Compare(Read([Referred, Set]), Record(Referred, Set, passed), Read("2025-06-24"));
        var dayAfter = Compare(Read([Referred, Set]), Record(Referred, Set, passed), Read("2025-06-25"));

        Assert.DoesNotContain(sameDay.Differences.Concat(dayAfter.Differences), one => one.Kind is ChangeKind.HearingCanceled or ChangeKind.HearingChanged);
    }

    [Fact]
    public void The_next_committees_hearing_is_another_hearing()
    {
        var passed = Line("2025-06-24", "From committee: Do pass and re-refer to Com. on APPR. (Ayes 6. Noes 0.) (June 24). Re-referred to Com. on APPR.");

        var comparison = Compare(Read([Referred, Set]), Record(Referred, Set, passed, Line("2025-06-24", "Set for hearing July 7.")), Read("2025-06-24"));

        Assert.Equal("2025-07-07", Assert.Single(comparison.Differences, one => one.Kind == ChangeKind.HearingSet).NewValue);
        Assert.DoesNotContain(comparison.Differences, one => one.Kind == ChangeKind.HearingChanged);
    }

    [Fact]
    public void A_line_that_sets_a_hearing_is_an_action_and_a_hearing_in_one_revision()
    {
        var comparison = Compare(Read([Referred]), Record(Referred, Set), Read("2025-06-11"));

        Assert.Equal([ChangeKind.ActionAdded, ChangeKind.HearingSet], comparison.Differences.Select(one => one.Kind));
    }

    [Fact]
    public void A_line_that_is_only_gone_cancels_no_hearing()
    {
        var comparison = Compare(Read([Referred, Set]), Record(Referred), Read("2025-06-11"));

        Assert.Equal([ChangeKind.ActionRemoved], comparison.Differences.Select(one => one.Kind));
    }

    [Fact]
    public void A_line_calls_off_the_hearing_that_only_the_table_has()
    {
        var known = Read([Referred]) with { HearingRows = [new HearingRow(new DateOnly(2025, 6, 24), "CX18", null, null, Read("2025-06-10"), null)] };

        var comparison = Compare(known, Record(Referred, Line("2025-06-20", "In committee: Hearing postponed by committee.")), Read("2025-06-21"));

        Assert.Contains(comparison.Differences, one => one is
        {
            Kind: ChangeKind.HearingCanceled,
            OldValue: "2025-06-24",
            Summary: "The hearing of AB 831 set for June 24, 2025 was postponed; no new date is known.",
        });
    }

    [Theory]
    [InlineData("9:30 a.m.", "1021 O Street, Room 2100", "The time of the hearing of AB 831 on June 24, 2025 is now 9:30 a.m.; it was 9 a.m.")]
    [InlineData("9 a.m.", "State Capitol, Room 126", "The place of the hearing of AB 831 on June 24, 2025 is now State Capitol, Room 126; it was 1021 O Street, Room 2100.")]
    public void Another_time_or_place_is_a_change_in_the_sources_own_words(string time, string place, string summary)
    {
        var old = new Hearing(Ab831, new DateOnly(2025, 6, 24), "9 a.m.", null, null, "1021 O Street, Room 2100", HearingStatus.Set, []);

        var change = Assert.Single(HearingNews.Of([old], [old with { Time = time, Place = place }], new DateOnly(2025, 6, 20)));

        Assert.Equal((ChangeKind.HearingChanged, summary), (change.Kind, change.Summary));
    }

    private static TrackedBill Read(HistoryLine[] history) => NeverRead().After(Record(history), Read("2025-06-10"));

    private static Provenance Read(string day) => Readings.Read(day);
}
