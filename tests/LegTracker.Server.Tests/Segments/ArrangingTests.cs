using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using LegTracker.Legislature;
using LegTracker.Server.Segments;
using static LegTracker.Server.Tests.Segments.SegmentFixture;

namespace LegTracker.Server.Tests.Segments;

/// <summary>A segment arranged by hand: nothing is lost, nothing stands twice, and it says who decided.</summary>
public sealed class ArrangingTests
{
    private const string Since = "2024-12-01";
    private const string Until = "2025-06-02";
    private static readonly ImmutableArray<TrackedBill> Bills = [Ab1394(), Ab1831(), Ab379(), Ab392(), Sb646Inactive(), Unconfirmed("201520160SB1322")];
    private static readonly DateTimeOffset Decided = CaliforniaTime.At(new DateOnly(2025, 5, 30), new TimeOnly(10, 0));

    [Fact]
    public void A_pinned_law_of_long_ago_comes_in_where_its_stage_belongs_and_says_who_pinned_it()
    {
        var draft = Arranged(Choice("202320240AB1394") with { Pinned = true });

        var item = draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1394");
        Assert.True(item.Pinned);
        Assert.Equal("pinned by Ana Díaz on May 30, 2025", item.WhyIn);
        Assert.Equal("took effect on January 1, 2025", draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1831").WhyIn);
        Assert.DoesNotContain(draft.Notes, note => note.StartsWith("Already law", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bill_left_out_is_in_no_section_and_in_no_count_but_keeps_its_reason()
    {
        var draft = Arranged(Choice("202520260AB392") with { LeftOutReason = "the author asked to wait" });

        var left = Assert.Single(draft.LeftOut);
        Assert.Equal(("the author asked to wait", "left out by Ana Díaz on May 30, 2025", 0), (left.LeftOutReason, left.WhyIn, left.Seconds));
        Assert.DoesNotContain(draft.Sections.SelectMany(section => section.Items), item => item.Bill?.Number == 392);
        Assert.DoesNotContain(draft.Claims(), claim => claim.Text.Contains("392", StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_emptied_by_hand_is_not_said_to_be_empty()
    {
        var draft = Arranged(Choice("202520260AB379") with { LeftOutReason = "later" }, Choice("202520260AB392") with { LeftOutReason = "later" });

        Assert.DoesNotContain(draft.Sections, section => section.Kind == SectionKind.Moving);
        Assert.DoesNotContain(draft.Notes, note => note.Contains("none is reported as moving", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_orders_inside_its_section_and_the_one_written_last_comes_first_at_a_place()
    {
        var rule = MovingOf(Arranged());
        var swapped = MovingOf(Arranged(Choice(rule[1]) with { Place = 1 }));
        var last = MovingOf(Arranged(Choice(rule[0]) with { Place = 900 }));
        var tie = MovingOf(Arranged(Choice(rule[0]) with { Place = 1 }, Choice(rule[1]) with { Place = 1, WriteTime = Decided.AddMinutes(1) }));

        Assert.Equal(2, rule.Length);
        Assert.All([swapped, last, tie], order => Assert.Equal([rule[1], rule[0]], order));
    }

    [Fact]
    public void Seconds_are_those_of_the_words_or_those_set_by_hand_and_the_segment_has_their_sum()
    {
        var draft = Arranged(Choice("202520260AB379") with { Seconds = 95, SpeakerNote = "Ask for two speakers." });

        var (byHand, byWords) = (draft.ItemOf(SectionKind.Moving, "202520260AB379"), draft.ItemOf(SectionKind.Moving, "202520260AB392"));
        var words = byWords.Claims.Where(claim => !claim.Text.StartsWith('[')).Sum(claim => claim.Text.Split(' ').Length);
        Assert.Equal((95, true, "Ask for two speakers."), (byHand.Seconds, byHand.SecondsByHand, byHand.SpeakerNote));
        Assert.Equal((int)Math.Ceiling(words * 60 / 130.0 / 5) * 5, byWords.Seconds);
        Assert.False(byWords.SecondsByHand);
        Assert.Equal(draft.Sections.SelectMany(section => section.Items).Sum(item => item.Seconds), draft.Seconds);
        Assert.All(draft.Sections.Where(section => section.Kind is SectionKind.Terms or SectionKind.ComingDates).SelectMany(section => section.Items), item => Assert.Equal(0, item.Seconds));
    }

    [Fact]
    public void A_pinned_bill_that_nobody_tracks_any_more_is_told()
    {
        var draft = Arranged(Choice("202520260SB9") with { Pinned = true });

        Assert.Contains("Pinned for this meeting but not tracked any more, so not reported: SB 9 (2025-26).", draft.Notes);
    }

    [Fact]
    public void Whatever_is_decided_every_selected_bill_stands_once_in_a_section_or_among_those_left_out()
    {
        var selected = Placed(Arranged()).ToHashSet();
        Prop.ForAll(Arb.From(Gen.ListOf(AChoice())), given =>
        {
            var choices = given.DistinctBy(choice => choice.Bill).ToArray();
            var draft = Arranged(choices);
            var placed = Placed(draft);
            var left = draft.LeftOut.Select(item => item.Bill!.Value).ToList();
            var pinned = choices.Where(choice => choice.Pinned && Bills.Any(bill => bill.Id == choice.Bill && bill.Record is not null)).Select(choice => choice.Bill);
            Assert.Equal(placed.Count, placed.Distinct().Count());
            Assert.Equal(choices.Where(choice => choice.LeftOutReason is not null && Bills.Any(bill => bill.Id == choice.Bill)).Select(choice => choice.Bill).Order(), left);
            Assert.Equal(selected.Concat(pinned).Distinct().Except(left).Order(), placed.Order());
            Assert.All(draft.Sections.SelectMany(section => section.Items), item => Assert.True(item.LeftOutReason.Length == 0 && item.Seconds >= 0));
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<ItemChoice> AChoice() =>
        from bill in Gen.Elements(Bills.Select(known => known.Id).Append(BillId.FromLeginfoId("202520260SB9")))
        from fate in Gen.Choose(0, 2)
        from place in Gen.Choose(0, 4)
        from seconds in Gen.Choose(0, 300)
        select new ItemChoice(bill)
        {
            Pinned = fate == 1,
            LeftOutReason = fate == 2 ? "not today" : null,
            Place = place == 0 ? null : place,
            Seconds = seconds == 0 ? null : seconds,
            Author = "Ana Díaz",
            WriteTime = Decided,
        };

    private static ItemChoice Choice(string leginfoId) => new(BillId.FromLeginfoId(leginfoId)) { Author = "Ana Díaz", WriteTime = Decided };

    private static SegmentDraft Arranged(params ItemChoice[] choices) => SegmentDrafter.Draft(
        new SegmentRequest(Day(Since), Day(Until), 10) { Choices = choices.ToDictionary(choice => choice.Bill) },
        [.. Bills.Select(bill => SegmentBill.Of(bill, Day(Until), LegislativeCalendar.Official))],
        AsOf,
        42);

    // Coming dates name their bills again; they are no section of bills.
    private static List<BillId> Placed(SegmentDraft draft) =>
        [.. draft.Sections.Where(section => section.Kind != SectionKind.ComingDates).SelectMany(section => section.Items).Select(item => item.Bill).OfType<BillId>()];

    private static string[] MovingOf(SegmentDraft draft) =>
        [.. draft.Sections.Single(section => section.Kind == SectionKind.Moving).Items.Select(item => item.Bill!.Value.LeginfoId)];
}
