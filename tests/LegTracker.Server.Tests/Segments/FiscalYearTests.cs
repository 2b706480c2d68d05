using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Segments;
using LegTracker.Server.Segments.FiscalYears;
using static LegTracker.Server.Tests.Segments.SegmentFixture;

namespace LegTracker.Server.Tests.Segments;

/// <summary>The annual report's wording; E1 to E3 are the checks of that name in the segment's design.</summary>
public sealed class FiscalYearTests
{
    private const string Constructed = "This bill would, beginning January 1, 2025, prohibit a social media platform from knowingly facilitating commercial sexual exploitation.";

    [Theory]
    [InlineData("2024-25", 2024)]
    [InlineData("2024-2025", 2024)]
    [InlineData("1999-00", 1999)]
    [InlineData("2024", null)]
    [InlineData("2024-26", null)]
    [InlineData("24-25", null)]
    [InlineData("2024-25-26", null)]
    [InlineData("", null)]
    public void A_year_is_read_from_its_two_years(string text, int? start) => Assert.Equal(start, FiscalYear.TryRead(text)?.StartYear);

    [Fact]
    public void E1_a_law_signed_in_one_year_and_operative_in_the_next_is_in_both_with_the_reason()
    {
        var read = OperativeSegmentTests.WithText(Ab1394(), Constructed);

        var before = Year("2023-24", [], read, Ab1831()).ItemOf(SectionKind.NewLaws, "202320240AB1394");
        var after = Year("2024-25", [], read, Ab1831());

        Assert.Equal("signed and in effect in the year", before.WhyIn);
        Assert.Equal("Assembly Bill (AB) 1394 (Wicks), Chapter 579, Statutes of 2023, was signed on October 8, 2023 and took effect on January 1, 2024.", before.Claims[0].Text);
        Assert.Equal("operative in the year; signed and in effect in 2023-24", after.ItemOf(SectionKind.NewLaws, "202320240AB1394").WhyIn);
        Assert.EndsWith("was signed on October 8, 2023, took effect on January 1, 2024, and became operative on January 1, 2025.", after.ItemOf(SectionKind.NewLaws, "202320240AB1394").Claims[0].Text, StringComparison.Ordinal);
        Assert.Equal("signed and in effect in the year", after.ItemOf(SectionKind.NewLaws, "202320240AB1831").WhyIn);
    }

    [Fact]
    public void A_law_that_a_meeting_of_the_year_was_told_of_is_in_its_report_for_that_reason()
    {
        var meeting = new MeetingTold(Day("2025-03-03"), "CSEC Action Team", [Ab1831().Id, Ab1394().Id], [Ab379().Id], "meetings/2025-03-03/segments/1", AsOf);

        var draft = Year("2024-25", [meeting], Ab1394(), Ab1831(), Ab379());

        Assert.Equal("presented on March 3, 2025; signed and in effect in 2023-24", draft.ItemOf(SectionKind.NewLaws, "202320240AB1394").WhyIn);
        var entry = draft.Sections[0].Items.Single();
        Assert.Equal("CSEC Action Team | March 3, 2025", entry.Heading);
        Assert.Equal(
            "The meeting included a legislative update on two new laws: Assembly Bill (AB) 1831 (Berman), Chapter 926, Statutes of 2024; AB 1394 (Wicks), Chapter 579, Statutes of 2023, and on one other bill: AB 379.",
            entry.Claims.Single().Text);
        Assert.Equal("Segment as published, meetings/2025-03-03/segments/1", entry.Claims.Single().Source.Document);
    }

    [Fact]
    public void C7_two_sources_that_contradict_each_other_are_both_printed()
    {
        var bill = Ab1831() with { Listed = new ListedFacts(null, [], null, Day("2024-09-28"), "x") };

        var item = Year("2024-25", [], bill).ItemOf(SectionKind.NewLaws, "202320240AB1831");

        Assert.Contains(item.Claims, claim => claim.Flag == "sources differ: the watch list gives signed on September 28, 2024; the bill's history signed on September 29, 2024");
    }

    [Theory]
    [InlineData("2024-06-30", "2023-24")]
    [InlineData("2024-07-01", "2024-25")]
    [InlineData("2024-12-31", "2024-25")]
    [InlineData("2025-01-01", "2024-25")]
    [InlineData("2025-06-30", "2024-25")]
    [InlineData("2025-07-01", "2025-26")]
    public void E2_a_bill_is_in_the_year_of_its_day_at_both_ends(string introduced, string year)
    {
        var bill = Confirmed(Day(introduced).Year == 2024 && Day(introduced).Month < 12 ? "202320240AB9001" : "202520260AB9001", "Minors.", "Krell", [(introduced, "Read first time. To print.")]);

        foreach (var other in new[] { "2023-24", "2024-25", "2025-26" })
        {
            Assert.Equal(other == year, Year(other, [], bill).Sections.Any(section => section.Items.Any(item => item.WhyIn.Split(" in the year")[0].StartsWith("introduced", StringComparison.Ordinal) && item.WhyIn.Contains(" in the year", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void The_table_says_since_when_a_law_is_in_force_and_a_bill_that_the_end_of_the_session_stopped_did_not_fail_a_vote()
    {
        var draft = Year("2024-25", [], OperativeSegmentTests.WithText(Ab1394(), Constructed), Ab1831(), Sb646Inactive());

        Assert.Equal("Became operative on January 1, 2025", draft.ItemOf(SectionKind.NewLaws, "202320240AB1394").Status);
        Assert.Equal("Took effect on January 1, 2025", draft.ItemOf(SectionKind.NewLaws, "202320240AB1831").Status);
        Assert.EndsWith("did not pass before the session ended on November 30, 2024.", draft.ItemOf(SectionKind.Stopped, "202320240SB646").Claims[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resolution_that_was_adopted_in_the_year_is_not_told_as_pending()
    {
        var draft = Year("2025-26", [], Confirmed("202520260HR75", "Human Trafficking Awareness Month.", "Pellerin", [("2025-09-01", "Read. Adopted. (Page 3973.).")]));

        Assert.EndsWith(" was adopted on September 1, 2025.", draft.ItemOf(SectionKind.Adopted, "202520260HR75").Claims[0].Text.Replace("was introduced on September 1, 2025 and ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Sections, section => section.Kind is SectionKind.Moving);
    }

    [Fact]
    public void C7_the_report_tells_that_a_later_law_changed_a_law_that_a_meeting_was_told_of()
    {
        var own = BillRelationsTests.Titled(Ab1394(), "20230AB139493CHP", "An act to add Section 3273.69 to the Civil Code, relating to child sexual abuse material.");
        var later = BillRelationsTests.Titled(Ab1831(), "20230AB183193CHP", "An act to amend Section 3273.69 of the Civil Code, relating to crimes.");
        var presented = ImmutableArray.Create(new MeetingTold(new DateOnly(2025, 3, 3), "CSEC Action Team", [own.Id], [], "meetings/2025-03-03/segments/1", AsOf));

        var year = Year("2024-25", presented, own, later).ItemOf(SectionKind.NewLaws, "202320240AB1394");

        Assert.Contains(year.Claims, claim => claim.Text == "Later law: AB 1831 (2023-24), Chapter 926, Statutes of 2024, amended Civil Code section 3273.69, which this law added, in effect since January 1, 2025.");
    }

    [Fact]
    public void A_record_that_begins_after_the_bill_makes_up_no_day_of_introduction()
    {
        var late = Confirmed("202520260AB379", "Crimes: prostitution.", "Krell", [("2025-05-07", "From committee: Amend, and do pass as amended. (Ayes 15. Noes 0.) (May 7).")]);
        var adopted = Confirmed("202520260HR75", "Human Trafficking Awareness Month.", "Pellerin", [("2026-01-20", "Read. Adopted. (Page 3973.).")]);

        var first = Year("2024-25", [], late, adopted);
        var second = Year("2025-26", [], adopted);

        Assert.EndsWith(" was introduced on or before May 7, 2025.", Assert.Single(first.Sections.SelectMany(section => section.Items), item => item.Bill is not null).Claims[0].Text, StringComparison.Ordinal);
        Assert.EndsWith(" 75 (Pellerin) was adopted on January 20, 2026.", second.ItemOf(SectionKind.Adopted, "202520260HR75").Claims[0].Text, StringComparison.Ordinal);
        Assert.Equal("adopted in the year", second.ItemOf(SectionKind.Adopted, "202520260HR75").WhyIn);
    }

    [Fact]
    public void A_bill_that_only_a_meeting_brought_in_is_named_and_a_resolution_is_no_bill()
    {
        var held = Confirmed("202520260AB392", "Minors.", "Dixon", [("2025-02-03", "Read first time. To print."), ("2025-08-18", "In committee: Referred to suspense file."), ("2025-08-29", "In committee: Held under submission.")]);
        var resolution = Confirmed("202520260HR75", "Human Trafficking Awareness Month.", "Pellerin", [("2026-01-20", "Read. Adopted. (Page 3973.).")]);
        var told = new MeetingTold(Day("2026-03-02"), "CSEC Action Team", [], [held.Id, resolution.Id], "meetings/2026-03-02/segments/1", AsOf);

        var draft = Year("2025-26", [told], held, resolution);

        Assert.StartsWith("AB 392 (Dixon) has been held ", draft.ItemOf(SectionKind.Stopped, "202520260AB392").Claims[0].Text, StringComparison.Ordinal);
        Assert.Contains(" on two measures: ", draft.Sections[0].Items[0].Claims[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void E3_nothing_after_the_years_end_is_told()
    {
        var draft = Year("2023-24", [], OperativeSegmentTests.WithText(Ab1394(), Constructed), Ab1831(), Ab379(), Ab392());

        Assert.DoesNotContain(draft.Claims(), claim => claim.Kind == ClaimKind.Auto && (claim.Text.Contains("2025", StringComparison.Ordinal) || claim.Text.Contains("September 29, 2024", StringComparison.Ordinal)));
        Assert.Contains(draft.Sections, section => section.Kind == SectionKind.Moving && section.Items.Any(item => item.Bill?.LeginfoId == "202320240AB1831"));
        Assert.DoesNotContain(draft.Sections, section => section.Items.Any(item => item.Bill?.LeginfoId is "202520260AB379" or "202520260AB392"));
        Assert.Contains("Nothing dated after June 30, 2024 is told here.", draft.Notes);
    }

    private static SegmentDraft Year(string name, ImmutableArray<MeetingTold> meetings, params TrackedBill[] bills)
    {
        var year = FiscalYear.TryRead(name)!.Value;
        return YearDrafter.Draft(year, year.End, [.. bills.Select(bill => SegmentBill.Of(bill, year.End, LegislativeCalendar.Official))], meetings, AsOf, 42);
    }
}
