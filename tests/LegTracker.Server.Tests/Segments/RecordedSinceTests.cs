using LegTracker.Legislature;
using LegTracker.Server.Segments;
using static LegTracker.Server.Tests.Segments.SegmentFixture;

namespace LegTracker.Server.Tests.Segments;

/// <summary>Which lines the next meeting has not heard yet: a segment was published on March 1 for March 3, as of revision 10.</summary>
public sealed class RecordedSinceTests
{
    private static readonly DateOnly Until = Day("2025-06-02");
    private static readonly (string, string)[] Lines =
        [("2025-02-03", "Read first time. To print."), ("2025-02-18", "Referred to Com. on PUB. S."), ("2025-02-18", "Referred to Com. on PUB. S."), ("2025-02-26", "Re-referred to Com. on JUD. (Ayes 5. Noes 0. Page 12.)")];

    private readonly TrackedBill bill = Confirmed("202520260AB379", "Crimes: prostitution.", "Krell", Lines);

    [Fact]
    public void Nothing_recorded_is_nothing_new() => Assert.Empty(After().LinesOf(bill, Until));

    [Fact]
    public void Of_a_line_that_its_day_repeats_only_the_repeat_is_new()
    {
        var line = Assert.Single(After(New(ChangeKind.ActionAdded, "2025-02-18", "Referred to Com. on PUB. S.")).LinesOf(bill, Until));

        Assert.Same(bill.Actions[2], line);
    }

    [Fact]
    public void A_line_is_known_again_when_its_journal_page_was_printed_since()
    {
        var line = Assert.Single(After(New(ChangeKind.ActionPostedLate, "2025-02-26", "Re-referred to Com. on JUD. (Ayes 5. Noes 0.)")).LinesOf(bill, Until));

        Assert.Same(bill.Actions[3], line);
    }

    [Fact]
    public void A_reworded_line_is_new_and_one_that_was_lost_again_is_not()
    {
        var after = After(New(ChangeKind.ActionReworded, "2025-02-03", "Read first time. To print."), New(ChangeKind.ActionAdded, "2025-02-20", "Taken back since."));

        Assert.Same(bill.Actions[0], Assert.Single(after.LinesOf(bill, Until)));
        Assert.False(after.IsTakenBack(bill.Id));
        Assert.True(After(New(ChangeKind.ActionRemoved, "2025-02-20", "Taken back since.")).IsTakenBack(bill.Id));
    }

    [Fact]
    public void A_bill_first_read_since_is_told_from_the_as_of_day_on_and_another_from_the_day_after_the_meeting()
    {
        var read = new Change(11, 0, bill.Id, new Difference(ChangeKind.FieldChanged, "freshness", "NEVER_POLLED", "CURRENT", null, "Read."), AsOf, null, "bulk", null);
        var later = Confirmed("202520260AB379", "Crimes: prostitution.", "Krell", [.. Lines, ("2025-03-01", "On the as-of day."), ("2025-03-04", "After the meeting."), ("2025-06-03", "After the next one.")]);

        Assert.Equal(["On the as-of day.", "After the meeting."], After(read).LinesOf(later, Until).Select(action => action.Line.Text));
        Assert.Equal(["After the meeting."], After().LinesOf(later, Until).Select(action => action.Line.Text));
    }

    [Fact]
    public void A_segment_published_after_its_meeting_goes_on_from_the_day_after_the_meeting()
    {
        var after = new RecordedSince(Day("2025-03-03"), Day("2025-03-20"), 10, []);

        Assert.Equal((Day("2025-03-04"), Day("2025-03-04")), (after.From, after.FromFor(bill.Id)));
    }

    [Fact]
    public void A_draft_after_a_segment_says_so_and_never_that_nothing_changed_when_a_hearing_was_called_off()
    {
        var nothing = DraftAfter();
        var off = DraftAfter(New(ChangeKind.HearingCanceled, "2025-06-10", "canceled"));

        Assert.Equal("No tracked bill changed since the segment of March 3, 2025.", nothing.Sections[0].Items[0].Claims[0].Text);
        Assert.StartsWith("This update reports what was recorded after the segment published for March 3, 2025 (record revision 10), late postings included.", nothing.Notes[0], StringComparison.Ordinal);
        Assert.DoesNotContain(nothing.Sections, section => section.Kind == SectionKind.Moving);
        Assert.Empty(off.ItemOf(SectionKind.Moving, "202520260AB379").Changes);
        Assert.Equal(10, off.SinceRevision);
    }

    private SegmentDraft DraftAfter(params Change[] later) => SegmentDrafter.Draft(
        SegmentRequest.AfterSegment(After(later), Until, 10), [SegmentBill.Of(bill, Until, LegislativeCalendar.Official)], AsOf, 42);

    private static RecordedSince After(params Change[] later) => new(Day("2025-03-03"), Day("2025-03-01"), 10, later);

    private Change New(ChangeKind kind, string date, string text) =>
        new(11, 0, bill.Id, new Difference(kind, null, null, text, Day(date), text), AsOf, null, "bulk", null);
}
