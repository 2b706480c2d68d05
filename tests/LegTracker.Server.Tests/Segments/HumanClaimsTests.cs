using LegTracker.Legislature;
using LegTracker.Server.Segments;
using static LegTracker.Server.Tests.Segments.SegmentFixture;

namespace LegTracker.Server.Tests.Segments;

public sealed class HumanClaimsTests
{
    private static readonly BillVersion April = new("20250AB37999INT", new DateOnly(2025, 2, 3), "Introduced", null);
    private static readonly BillVersion Later = new("20250AB37998AMD", new DateOnly(2025, 2, 20), "Amended Assembly", null);
    private static readonly DateTimeOffset Written = CaliforniaTime.At(new DateOnly(2025, 2, 10), new TimeOnly(9, 0));

    [Fact]
    public void A_text_that_a_person_wrote_stands_where_it_was_missing_with_its_author_and_version()
    {
        var draft = Draft("2025-02-04", "2025-03-03", With(Ab379(), [April], ("what_it_does", Text("make it a crime to buy.", April))));

        var claim = Assert.Single(Of(draft), claim => claim.Kind == ClaimKind.Human);
        Assert.Equal(("What it would do: make it a crime to buy.", "", April.Id), (claim.Text, claim.Flag, claim.Source.Version));
        Assert.Equal($"Text by Ana Díaz on AB 379 (2025-26), for version {April.Id}", claim.Source.Document);
        Assert.Equal(Written, claim.ReadTime);
        Assert.Empty(draft.Missing);
    }

    [Fact]
    public void A_text_for_an_older_version_says_so()
    {
        var draft = Draft("2025-02-04", "2025-03-03", With(Ab379(), [April, Later], ("what_it_does", Text("make it a crime.", April))));

        Assert.Equal("written for the February 3, 2025 version; amended February 20, 2025: check", Assert.Single(Of(draft), claim => claim.Kind == ClaimKind.Human).Flag);
    }

    [Theory]
    [InlineData(null, "not known which version it was written for; amended February 20, 2025: check")]
    [InlineData("20250AB37997AMD", "written for version 20250AB37997AMD; amended February 20, 2025: check")]
    [InlineData("20250AB37998AMD", "")]
    public void A_text_whose_version_is_not_known_is_to_be_checked(string? version, string flag)
    {
        var text = Text("make it a crime.", April) with { ForVersion = version };

        var draft = Draft("2025-02-04", "2025-03-03", With(Ab379(), [April, Later], ("what_it_does", text)));

        Assert.Equal(flag, Assert.Single(Of(draft), claim => claim.Kind == ClaimKind.Human).Flag);
    }

    [Fact]
    public void A_version_printed_after_the_period_is_not_held_against_a_text_and_a_text_for_it_says_so()
    {
        var before = Draft("2025-02-04", "2025-02-19", With(Ab379(), [April, Later], ("what_it_does", Text("make it a crime.", April))));
        var after = Draft("2025-02-04", "2025-02-19", With(Ab379(), [April, Later], ("what_it_does", Text("make it a crime.", Later))));

        Assert.Equal("", Assert.Single(Of(before), claim => claim.Kind == ClaimKind.Human).Flag);
        Assert.Equal("written for the later version of February 20, 2025: check", Assert.Single(Of(after), claim => claim.Kind == ClaimKind.Human).Flag);
    }

    [Fact]
    public void A_law_has_every_text_in_order_the_position_with_who_recorded_it_and_never_the_notes()
    {
        var law = With(Ab1831(), [], ("notes", Text("for us alone", null)), ("contact", Text("Ana, ana@example.org", null)), ("what_to_do", Text("tell your county.", null)),
            ("why_it_matters", Text("it names the field's term.", null)), ("what_it_does", Text("make it a crime.", null)), ("plain_title", Text("Artificial images", null)));
        var draft = Draft("2024-12-01", "2025-03-03", law with { Human = law.Human with { Position = "support", PositionAuthor = "Bo", PositionTime = Written } });

        Assert.Equal(
            ["In plain words: Artificial images", "What it does: make it a crime.", "Why it matters: it names the field's term.", "What to do now: tell your county.", "Position: support", "Whom to ask: Ana, ana@example.org"],
            Of(draft).Where(claim => claim.Kind == ClaimKind.Human).Select(claim => claim.Text));
        Assert.Equal("Position on AB 1831 (2023-24), recorded by Bo", Of(draft).Single(claim => claim.Text.StartsWith("Position", StringComparison.Ordinal)).Source.Document);
        Assert.Empty(draft.Missing);
        Assert.DoesNotContain(draft.Claims(), claim => claim.Text.Contains("for us alone", StringComparison.Ordinal));
    }

    [Fact]
    public void A_position_that_nobody_is_known_to_have_recorded_is_not_printed()
    {
        var draft = Draft("2024-12-01", "2025-03-03", Ab1831() with { Human = new HumanFields("support", 1, []) });

        Assert.DoesNotContain(draft.Claims(), claim => claim.Text.Contains("support", StringComparison.Ordinal));
        Assert.Equal(["AB 1831: what it does", "AB 1831: why it matters"], draft.Missing.AsEnumerable());
    }

    [Fact]
    public void A_bill_that_did_not_pass_would_have_done_it()
    {
        var draft = Draft("2024-11-01", "2025-03-03", With(Sb646Inactive(), [], ("what_it_does", Text("let a person sue.", null))));

        Assert.Contains(draft.Claims(), claim => claim.Text == "What it would have done: let a person sue.");
    }

    private static IEnumerable<Claim> Of(SegmentDraft draft) => draft.Sections.SelectMany(section => section.Items).Where(item => item.Bill is not null).SelectMany(item => item.Claims);

    private static HumanText Text(string text, BillVersion? version) => new(text, "Ana Díaz", Written, version?.Id);

    private static TrackedBill With(TrackedBill bill, BillVersion[] versions, params (string Field, HumanText Text)[] texts) => bill with
    {
        Record = bill.Record! with { Versions = [.. versions] },
        Human = HumanFields.Empty with { Texts = HumanFields.Empty.Texts.AddRange(texts.Select(text => KeyValuePair.Create(text.Field, text.Text))) },
    };
}
