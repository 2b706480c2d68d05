using LegTracker.Legislature;
using LegTracker.Server.Segments;
using static LegTracker.Server.Tests.Segments.SegmentFixture;

namespace LegTracker.Server.Tests.Segments;

/// <summary>What bills' texts say of one another; histories and titles are constructed but for the numbers.</summary>
public sealed class BillRelationsTests
{
    private const string Law = "An act to add Section 3273.69 to the Civil Code, relating to child sexual abuse material.";

    [Fact]
    public void C7_a_law_names_the_pending_bill_that_would_change_what_it_added_from_that_bills_own_text()
    {
        var pending = Titled(Pending(), "20250AB194699INT", "An act to amend Section 3273.69 of the Civil Code, relating to social media.");

        var draft = Draft("2023-10-01", "2026-03-01", Titled(Ab1394(), "20230AB139493CHP", Law), pending);

        var claim = Assert.Single(draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1394").Claims, claim => claim.Text.Contains("1946", StringComparison.Ordinal));
        Assert.Equal("AB 1946 (2025-26) would amend Civil Code section 3273.69, which this law added.", claim.Text);
        Assert.Equal(("20250AB194699INT", ClaimKind.Auto), (claim.Source.Version, claim.Kind));
        Assert.Contains("bill_id=202520260AB1946", claim.Source.Url, StringComparison.Ordinal);
        Assert.StartsWith("An act to amend Section 3273.69", claim.Source.Locator, StringComparison.Ordinal);
        Assert.Contains(draft.ItemOf(SectionKind.Moving, "202520260AB1946").Claims, claim => claim.Text == "It would amend Civil Code section 3273.69, which AB 1394 (2023-24) added.");
    }

    [Theory]
    [InlineData("2024-12-31", "in effect from January 1, 2025")]
    [InlineData("2025-01-01", "in effect since January 1, 2025")]
    public void C7_a_law_that_a_later_law_changed_says_so_with_its_chapter_and_day(string until, string effect)
    {
        var own = Titled(Ab1394(), "20230AB139493CHP", Law);
        var later = Titled(Ab1831(), "20230AB183193CHP", "An act to amend Sections 3273.69 and 10 of the Civil Code, and to repeal Section 3273.69 of the Penal Code, relating to crimes.");

        var draft = Draft("2023-10-01", until, own, later);

        Assert.Contains(draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1394").Claims, claim =>
            claim.Text == $"Later law: AB 1831 (2023-24), Chapter 926, Statutes of 2024, touched Civil Code section 3273.69, which this law added, {effect}.");
        Assert.DoesNotContain(draft.Sections.SelectMany(section => section.Items).Where(item => item.Bill?.Number == 1831).SelectMany(item => item.Claims), claim => claim.Text.Contains("1394", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2024-12-31", "It will amend Civil Code section 3273.69, which AB 1394 (2023-24) added.")]
    [InlineData("2025-01-01", "It amended Civil Code section 3273.69, which AB 1394 (2023-24) added.")]
    public void A_law_of_earlier_updates_that_a_new_law_changes_is_named_with_the_new_law(string until, string expected)
    {
        var old = Titled(Ab1394(), "20230AB139493CHP", Law);
        var later = Titled(Ab1831(), "20230AB183193CHP", "An act to amend Section 3273.69 of the Civil Code, relating to crimes.");

        var draft = Draft("2024-09-01", until, old, later);

        Assert.DoesNotContain(draft.Sections, section => section.Items.Any(item => item.Bill?.Number == 1394));
        var claim = Assert.Single(draft.Claims(), claim => claim.Text == expected);
        Assert.Equal((ClaimTopic.Relation, "20230AB183193CHP"), (claim.Topic, claim.Source.Version));
    }

    [Fact]
    public void C7_laws_that_wait_for_each_other_are_companions_with_the_sentence_that_says_so()
    {
        var waits = OperativeSegmentTests.WithText(Ab1831(), "This bill would become operative only if SB 1381 is also enacted.");
        var other = Titled(
            Confirmed("202320240SB1381", "Crimes: child pornography.", "Wahab", [("2024-02-16", "Introduced."), ("2024-09-29", "Approved by the Governor."), ("2024-09-29", "Chaptered by Secretary of State. Chapter 929, Statutes of 2024.")]),
            "20230SB138193CHP", "An act to amend Section 311.1 of the Penal Code, relating to crimes.");

        var draft = Draft("2024-12-01", "2025-03-03", waits, other);

        Assert.All(new[] { "202320240AB1831", "202320240SB1381" }, id => Assert.Contains(draft.ItemOf(SectionKind.NowInCalifornia, id).Claims, claim =>
            claim.Text.StartsWith("Companion: ", StringComparison.Ordinal) && claim.Source.Locator.Contains("only if SB 1381", StringComparison.Ordinal)
            && claim.Text.EndsWith("The text of AB 1831 (2023-24) makes a part wait for SB 1381 (2023-24).", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_said_of_other_sections_of_bills_that_stopped_or_from_a_text_printed_after_the_day()
    {
        var law = Titled(Ab1394(), "20230AB139493CHP", Law);
        var elsewhere = Titled(Ab379(), "20250AB37999INT", "An act to amend Section 3273.69 of the Penal Code, relating to crimes.");
        var later = Titled(Ab379(), "20250AB37998AMD", "An act to amend Section 3273.69 of the Civil Code, relating to crimes.");
        var stopped = Titled(Sb646Inactive(), "20230SB64699INT", "An act to amend Section 3273.69 of the Civil Code, relating to crimes.");
        later = later with { Record = later.Record! with { Versions = [new BillVersion("20250AB37998AMD", new DateOnly(2025, 3, 20), "Amended Assembly", null)] } };

        Assert.All(new[] { elsewhere, later, stopped }, other => Assert.DoesNotContain(
            Draft("2024-01-01", "2025-03-03", law, other).Claims(), claim => claim.Text.Contains("3273.69", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("An act to add Section 3273.69 to the Civil Code, relating to x.", "add")]
    [InlineData("An act to amend Sections 10 and 3273.69 of, and to repeal Section 4 of, the Civil Code, relating to x.", "amend")]
    [InlineData("An act to repeal Section 3273.69 of the Civil Code, relating to x.", "repeal")]
    [InlineData("An act to amend, repeal, and add Section 3273.69 of the Civil Code, relating to x.", null)]
    [InlineData("An act to amend Section 3273.69 of, and to add Section 3273.69 to, the Civil Code, relating to x.", null)]
    [InlineData("An act to add Section 3273.69 to the Civil Code, and to amend Section 3273.69 of the Penal Code, relating to x.", null)]
    [InlineData("An act to add Chapter 2 (commencing with Section 3273.69) to the Civil Code, relating to x.", null)]
    [InlineData("An act to amend Section 3273.691 of the Civil Code, relating to x.", null)]
    public void The_verb_is_the_titles_own_or_none(string title, string? verb) => Assert.Equal(verb, SectionVerb.Of(title, "Civil Code 3273.69"));

    private static TrackedBill Pending() => Confirmed("202520260AB1946", "Social media.", "Wicks", [("2026-02-13", "Read first time. To print.")]);

    internal static TrackedBill Titled(TrackedBill bill, string version, string title) => bill with
    {
        Record = bill.Record! with
        {
            Text = TextReading.Of(bill.Id, version, "https://downloads.leginfo.legislature.ca.gov/pubinfo_2023.zip, x.lob", new BillText { Title = title, CodeSections = CodeSection.In(title) }),
        },
    };
}
