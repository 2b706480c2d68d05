using LegTracker.Legislature;
using static LegTracker.Server.Tests.Comparing.Readings;

namespace LegTracker.Server.Tests.Comparing;

/// <summary>What a reading of AB 831 says that the record did not.</summary>
public sealed class BillComparerTests
{
    private static readonly HistoryLine Introduced = Line("2025-02-19", "Read first time. To print.");
    private static readonly HistoryLine Printed = Line("2025-02-20", "From printer. May be heard in committee March 22.");
    private static readonly HistoryLine Referred = Line("2025-03-03", "Referred to Com. on HIGHER ED.");
    private static readonly HistoryLine Enrolled = Line("2025-09-22", "Enrolled and presented to the Governor at 4 p.m.");
    private static readonly HistoryLine Approved = Line("2025-10-11", "Approved by the Governor.");
    private static readonly HistoryLine Chaptered = Line("2025-10-11", "Chaptered by Secretary of State - Chapter 623, Statutes of 2025.");

    [Fact]
    public void The_first_reading_is_a_baseline_and_one_change()
    {
        var comparison = Compare(NeverRead(), Record(Introduced, Printed, Referred), Read("2025-03-04"));

        var only = Assert.Single(comparison.Differences);
        Assert.Equal((ChangeKind.FieldChanged, "freshness", "NEVER_POLLED", "CURRENT", null), (only.Kind, only.Field, only.OldValue, only.NewValue, only.EventDate));
        Assert.Equal("AB 831 was read for the first time: 3 actions, now in committee.", only.Summary);
        Assert.All(comparison.Actions, action => Assert.False(action.PostedLate));
        Assert.All(comparison.Actions, action => Assert.Equal(Read("2025-03-04").FetchTime.AddMinutes(1), action.ObservedTime));
    }

    [Fact]
    public void The_first_reading_says_where_the_list_was_wrong()
    {
        var listed = new ListedFacts("Gambling: online sweepstakes", [], new ChapterCitation(632, 2025, 0, false), new DateOnly(2025, 10, 11), "From a page.");

        var comparison = Compare(NeverRead(listed), Record(Introduced, Enrolled, Approved, Chaptered), Read("2025-10-12"));

        Assert.Equal(["freshness", "topic", "chapter"], comparison.Differences.Select(one => one.Field));
        Assert.Equal(("Chapter 632, Statutes of 2025", "Chapter 623, Statutes of 2025"), (comparison.Differences[2].OldValue, comparison.Differences[2].NewValue));
        Assert.Equal(
            "The watch list gave AB 831 as Chapter 632, Statutes of 2025; the first reading gives Chapter 623, Statutes of 2025.",
            comparison.Differences[2].Summary);
    }

    [Fact]
    public void A_list_that_was_right_adds_nothing()
    {
        var listed = new ListedFacts("California State University: audits", [], new ChapterCitation(623, 2025, 0, false), new DateOnly(2025, 10, 11), "From a page.");

        var comparison = Compare(NeverRead(listed), Record(Introduced, Enrolled, Approved, Chaptered), Read("2025-10-12"));

        Assert.Equal("AB 831 was read for the first time: 4 actions, now chaptered.", Assert.Single(comparison.Differences).Summary);
    }

    [Fact]
    public void A_new_line_is_told_with_its_date_and_the_stage_it_brings()
    {
        var comparison = Compare(Recorded(Introduced, Printed), Record(Introduced, Printed, Referred), Read("2025-12-02"));

        Assert.Equal(
            [
                "On March 3, 2025, AB 831: Referred to Com. on HIGHER ED.",
                "The stage of AB 831 is “In committee” since March 3, 2025; before, it was “Introduced”.",
            ],
            comparison.Differences.Select(one => one.Summary));
        var stage = comparison.Differences[1];
        Assert.Equal((ChangeKind.StageChanged, "STAGE_INTRODUCED", "STAGE_IN_COMMITTEE", new DateOnly(2025, 3, 3)), (stage.Kind, stage.OldValue, stage.NewValue, stage.EventDate));
    }

    [Fact]
    public void A_line_before_the_newest_is_posted_late()
    {
        var comparison = Compare(Recorded(Introduced, Referred), Record(Introduced, Printed, Referred), Read("2025-12-02"));

        var late = Assert.Single(comparison.Differences);
        Assert.Equal((ChangeKind.ActionPostedLate, Printed.Text, Printed.Date), (late.Kind, late.NewValue, late.EventDate));
        Assert.Equal("Posted late for February 20, 2025, first seen on December 2, 2025, AB 831: From printer. May be heard in committee March 22.", late.Summary);
        Assert.Equal([false, true, false], comparison.Actions.Select(action => action.PostedLate));
        Assert.Equal(Read("2025-12-02").FetchTime.AddMinutes(1), comparison.Actions[1].ObservedTime);
    }

    [Fact]
    public void A_line_with_most_of_its_words_is_reworded_and_keeps_its_observed_time()
    {
        var corrected = Introduced with { Text = "Read first time. To print. (Corrected March 1.)" };
        var before = Recorded(Introduced, Printed);

        var comparison = Compare(before, Record(corrected, Printed), Read("2025-12-02"));

        var reworded = Assert.Single(comparison.Differences);
        Assert.Equal((ChangeKind.ActionReworded, Introduced.Text, corrected.Text), (reworded.Kind, reworded.OldValue, reworded.NewValue));
        Assert.Equal(0, comparison.LostLines);
        Assert.Equal(before.Actions[0].ObservedTime, comparison.Actions[0].ObservedTime);
        Assert.Equal("polls/2025-12-02", comparison.Actions[0].Provenance.Poll);
        Assert.Equal("polls/2025-12-01", comparison.Actions[1].Provenance.Poll);
    }

    [Theory]
    [InlineData("(Ayes 77. Noes 0.)", "(Ayes 77. Noes 0. Page 1420.)")]
    [InlineData("(Ayes 77. Noes 0. Page 1420.)", "(Ayes 77. Noes 0. Page 1422.).")]
    [InlineData("(Ayes 77. Noes 0. Page 1420.)", "(Ayes 77. Noes 0.)")]
    public void A_page_number_and_another_order_of_the_day_are_no_news(string before, string after)
    {
        var passed = Line("2025-05-05", "Read third time. Passed. Ordered to the Senate. ");
        var received = Line("2025-05-05", "In Senate. Read first time. To Com. on RLS. for assignment.");

        var comparison = Compare(
            Recorded(Introduced, passed with { Text = passed.Text + before }, received),
            Record(Introduced, received, passed with { Text = passed.Text + after }),
            Read("2025-12-02"));

        Assert.Empty(comparison.Differences);
        Assert.Equal(0, comparison.LostLines);
        Assert.Equal(passed.Text + after, comparison.Actions[2].Line.Text);
    }

    [Fact]
    public void A_vote_that_is_corrected_is_reworded()
    {
        var passed = Line("2025-05-05", "Read third time. Passed. Ordered to the Senate. (Ayes 77. Noes 0. Page 1420.)");

        var comparison = Compare(Recorded(Introduced, passed), Record(Introduced, passed with { Text = passed.Text.Replace("77", "76", StringComparison.Ordinal) }), Read("2025-12-02"));

        Assert.Equal(ChangeKind.ActionReworded, Assert.Single(comparison.Differences).Kind);
    }

    [Fact]
    public void A_line_that_moved_to_another_day_is_removed_and_posted_late()
    {
        var comparison = Compare(Recorded(Introduced, Printed, Referred), Record(Introduced, Printed with { Date = Printed.Date.AddDays(1) }, Referred), Read("2025-12-02"));

        Assert.Equal([ChangeKind.ActionRemoved, ChangeKind.ActionPostedLate], comparison.Differences.Select(one => one.Kind));
    }

    [Fact]
    public void A_line_that_is_gone_is_removed_and_counted()
    {
        var comparison = Compare(Recorded(Introduced, Printed, Referred), Record(Introduced, Referred), Read("2025-12-02"));

        Assert.Equal(1, comparison.LostLines);
        var removed = Assert.Single(comparison.Differences);
        Assert.Equal((ChangeKind.ActionRemoved, Printed.Text, null), (removed.Kind, removed.OldValue, removed.NewValue));
    }

    [Fact]
    public void Of_two_equal_lines_of_a_day_one_can_go()
    {
        var comparison = Compare(Recorded(Introduced, Referred, Referred), Record(Introduced, Referred), Read("2025-12-02"));

        Assert.Equal(ChangeKind.ActionRemoved, Assert.Single(comparison.Differences).Kind);
    }

    [Fact]
    public void Signing_and_chaptering_end_in_the_chapter()
    {
        var comparison = Compare(Recorded(Introduced, Enrolled), Record(Introduced, Enrolled, Approved, Chaptered), Read("2025-12-02"));

        Assert.Equal([ChangeKind.ActionAdded, ChangeKind.ActionAdded, ChangeKind.StageChanged, ChangeKind.Chaptered], comparison.Differences.Select(one => one.Kind));
        Assert.Equal("AB 831 is Chapter 623, Statutes of 2025, signed by the Governor on October 11, 2025.", comparison.Differences[3].Summary);
        Assert.Equal(new DateOnly(2025, 10, 11), comparison.Differences[3].EventDate);
    }

    [Fact]
    public void A_veto_is_told()
    {
        var comparison = Compare(Recorded(Introduced, Enrolled), Record(Introduced, Enrolled, Line("2025-10-11", "Vetoed by Governor.")), Read("2025-12-02"));

        Assert.Equal([ChangeKind.ActionAdded, ChangeKind.StageChanged, ChangeKind.Vetoed], comparison.Differences.Select(one => one.Kind));
        Assert.Equal("The Governor vetoed AB 831 on October 11, 2025.", comparison.Differences[2].Summary);
    }

    [Fact]
    public void Fields_and_versions_come_after_actions()
    {
        var before = Recorded(Introduced);
        var after = Record(Introduced, Printed) with
        {
            Topic = "Gambling: operation of a contest or sweepstakes.",
            LeadAuthors = ["Valencia", "Ramos"],
            Versions = before.Record!.Versions.Add(new BillVersion("20250AB83198AMS", new DateOnly(2025, 6, 23), "Amended Senate", null)),
        };

        var comparison = Compare(before, after, Read("2025-12-02"));

        Assert.Equal([ChangeKind.ActionAdded, ChangeKind.VersionAdded, ChangeKind.FieldChanged, ChangeKind.FieldChanged], comparison.Differences.Select(one => one.Kind));
        Assert.Equal(("20250AB83198AMS", new DateOnly(2025, 6, 23)), (comparison.Differences[1].NewValue, comparison.Differences[1].EventDate));
        Assert.Equal("A new version of AB 831 was printed on June 23, 2025: Amended Senate.", comparison.Differences[1].Summary);
        Assert.Equal(("topic", "lead_authors"), (comparison.Differences[2].Field, comparison.Differences[3].Field));
        Assert.Equal("The lead authors of AB 831 changed: Ramos joined.", comparison.Differences[3].Summary);
    }

    [Fact]
    public void What_another_source_does_not_give_or_gives_for_the_first_time_is_no_news()
    {
        var full = Record(Introduced);
        var bare = full with { Topic = "California State University: audits", Title = null, LeadAuthors = [], Coauthors = [], Versions = [], StatusText = "In Committee Process" };

        var lost = Compare(NeverRead().After(full, Read("2025-03-01")), bare, Read("2025-03-02", "pages"));
        var won = Compare(NeverRead().After(bare, Read("2025-03-01", "pages")), full, Read("2025-03-02"));
        var joined = Compare(NeverRead().After(full with { Coauthors = [] }, Read("2025-03-01")), full, Read("2025-03-02"));

        Assert.Empty(lost.Differences);
        Assert.Equal((full.Title, "In Committee Process"), (lost.Record.Title, lost.Record.StatusText));
        Assert.Equal(full.Coauthors.AsEnumerable(), lost.Record.Coauthors);
        Assert.Equal(full.Versions.AsEnumerable(), lost.Record.Versions);
        Assert.Empty(won.Differences);
        Assert.Equal("The coauthors of AB 831 changed: Ashby and Caballero joined.", Assert.Single(joined.Differences).Summary);
    }

    [Fact]
    public void Names_in_another_order_are_the_same_names()
    {
        var before = Recorded(Introduced);

        var comparison = Compare(before, before.Record! with { Coauthors = ["Caballero", "Ashby"] }, Read("2025-12-02"));

        Assert.Empty(comparison.Differences);
    }
}
