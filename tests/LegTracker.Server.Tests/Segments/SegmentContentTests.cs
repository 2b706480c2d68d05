using System.Collections.Immutable;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Server.Segments;
using LegTracker.Server.Sources.Bulk.Texts;
using static LegTracker.Server.Tests.Segments.SegmentFixture;

namespace LegTracker.Server.Tests.Segments;

/// <summary>The acceptance checks on what a segment says, by their letters.</summary>
public sealed class SegmentContentTests
{
    private const string Struck = "Pursuant to those provisions, the bill would require a peace officer to report suspected abuse or neglect of that minor to the county child welfare agency.";

    /// <summary>Its dates are known from published pages; the words of the lines, the Governor's and the Secretary of State's apart, are constructed.</summary>
    private static TrackedBill Sb1322() => With(
        Confirmed("201520160SB1322", "Commercial sex acts: minors.", "Mitchell",
        [
            ("2016-02-19", "Introduced. Read first time. To Com. on RLS. for assignment. To print."),
            ("2016-03-03", "Referred to Com. on PUB. S."),
            ("2016-04-20", "From committee: Do pass as amended and re-refer to Com. on APPR. (Ayes 4. Noes 3.) (April 19)."),
            ("2016-04-26", "Read second time and amended. Re-referred to Com. on APPR."),
            ("2016-05-27", "From committee: Do pass as amended. (Ayes 5. Noes 2.) (May 27)."),
            ("2016-05-31", "Read second time and amended. Ordered to third reading."),
            ("2016-06-02", "Read third time. Passed. (Ayes 28. Noes 10.) Ordered to the Assembly."),
            ("2016-06-02", "In Assembly. Read first time. Held at Desk."),
            ("2016-06-09", "Referred to Com. on PUB. S."),
            ("2016-06-29", "From committee: Do pass. (Ayes 6. Noes 1.) (June 28). To second reading."),
            ("2016-08-04", "Read third time and amended. Ordered to second reading."),
            ("2016-08-18", "Read third time. Passed. (Ayes 42. Noes 29.) Ordered to the Senate."),
            ("2016-08-18", "In Senate. Concurrence in Assembly amendments pending."),
            ("2016-08-22", "Assembly amendments concurred in. (Ayes 24. Noes 13.) Ordered to engrossing and enrolling."),
            ("2016-09-06", "Enrolled and presented to the Governor at 4 p.m."),
            ("2016-09-26", "Approved by the Governor."),
            ("2016-09-26", "Chaptered by Secretary of State. Chapter 654, Statutes of 2016."),
        ]),
        ("20150SB132299INT", "2016-02-19", "Introduced"), ("20150SB132298AMD", "2016-04-26", "Amended Senate"), ("20150SB132297AMD", "2016-05-31", "Amended Senate"),
        ("20150SB132296AMD", "2016-08-04", "Amended Assembly"), ("20150SB132294CHP", "2016-09-26", "Chaptered"));

    [Fact]
    public void C3_SB_1322_is_coming_from_January_1_2017_at_the_meeting_of_December_7_2016_and_not_now()
    {
        var bill = SegmentBill.Of(Sb1322(), Day("2016-12-07"), LegislativeCalendar.Official);
        var draft = SegmentDrafter.Draft(SegmentRequest.WithoutSegment(null, Day("2016-12-07"), 10), [bill], AsOf, 42);

        var item = draft.ItemOf(SectionKind.Coming, "201520160SB1322");
        Assert.Equal("From January 1, 2017, in California: SB 1322 will be in effect.", item.Claims[0].Text);
        Assert.Equal("In effect from January 1, 2017", item.Status);
        Assert.DoesNotContain(draft.Claims(), claim => claim.Text.Contains("Now in California", StringComparison.Ordinal));
        Assert.StartsWith("Now in California:", Draft("2016-12-08", "2017-01-01", Sb1322()).ItemOf(SectionKind.NowInCalifornia, "201520160SB1322").Claims[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2016-05-20", "")]
    [InlineData("2016-06-15", "written for the April 26, 2016 version; amended May 31, 2016: check")]
    [InlineData("2016-12-07", "written for the April 26, 2016 version; chaptered September 26, 2016: check")]
    public void C10_a_text_on_SB_1322_written_for_the_April_26_version_is_flagged_once_a_newer_one_is_known(string until, string flag)
    {
        var written = Written(Sb1322(), "20150SB132298AMD");

        var draft = Draft("2016-04-20", until, written);

        var claim = Assert.Single(draft.Claims(), claim => claim.Text.EndsWith("no child is arrested for it.", StringComparison.Ordinal));
        Assert.Equal((flag, "20150SB132298AMD"), (claim.Flag, claim.Source.Version));
        Assert.Equal(flag.Length > 0, draft.Missing.Contains($"SB 1322: plain title, {flag}"));
    }

    [Fact]
    public void C6_struck_text_of_SB_1322_is_nowhere_and_what_is_quoted_stands_in_the_text_that_was_read()
    {
        var caml = Caml($"<p>This bill would make the above provisions inapplicable to a child. <?xm-deletion_mark data=\"{Struck}\"?>This bill would become operative on July 1, 2018.</p>"
            + "<p><strike>This bill would, beginning January 1, 2018, direct a peace officer to report.</strike></p>");
        var text = TextReading.Of(Sb1322().Id, "20150SB132294CHP", "pubinfo_2015.zip, x.lob", CamlText.TryRead(caml)!);
        var bill = Sb1322();

        var draft = Draft("2016-09-01", "2016-12-07", bill with { Record = bill.Record! with { Text = text } });

        Assert.DoesNotContain(draft.Claims(), claim => (claim.Text + claim.Source.Locator).Contains("peace officer", StringComparison.Ordinal));
        var quote = Assert.Single(draft.Claims(), claim => claim.Text.StartsWith("Its text: ", StringComparison.Ordinal));
        Assert.Contains(text.Digest, paragraph => paragraph.Contains(quote.Source.Locator, StringComparison.Ordinal));
        Assert.Contains("operative from July 1, 2018", draft.ItemOf(SectionKind.Coming, "201520160SB1322").Claims[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void C1_C2_each_selected_bill_stands_in_exactly_one_section_and_the_counts_at_a_glance_are_those_of_the_sections()
    {
        var draft = Draft("2023-01-01", "2025-03-03", Ab1394(), Ab1831(), Ab379(), Sb646Inactive(), Sb1322(), Unconfirmed("201520160SB794"));

        var bills = draft.Sections.Where(section => section.Kind is not (SectionKind.AtAGlance or SectionKind.ComingDates or SectionKind.Terms)).ToList();
        var items = bills.SelectMany(section => section.Items).Select(item => item.Bill!.Value).ToList();
        Assert.Equal(items.Count, items.Distinct().Count());
        Assert.All(new[] { Ab1394(), Ab1831(), Ab379(), Sb646Inactive() }, bill => Assert.Contains(bill.Id, items));
        Assert.Contains(draft.Notes, note => note.Contains("SB 1322", StringComparison.Ordinal));
        Assert.Contains(draft.Notes, note => note.Contains("SB 794", StringComparison.Ordinal));
        var glance = string.Join('\n', draft.Sections[0].Items.SelectMany(item => item.Claims).Select(claim => claim.Text));
        Assert.Equal(["NowInCalifornia 2", "Moving 1", "Stopped 1"], bills.Select(section => $"{section.Kind} {section.Items.Length}"));
        Assert.Matches("Now in California, 2 laws: .*\n?.*Moving, 1 measure: .*\n?.*Stopped or waiting, 1 measure: ", glance);
    }

    [Fact]
    public void C7_two_sources_that_contradict_each_other_are_both_printed()
    {
        var bill = Sb1322() with { Listed = new ListedFacts(null, [], new ChapterCitation(653, 2016, 0, false), new DateOnly(2016, 9, 25), "x") };

        var claims = Draft("2016-09-01", "2016-12-07", bill).ItemOf(SectionKind.Coming, "201520160SB1322").Claims;
        var before = Draft("2016-08-01", "2016-09-10", bill);
        var same = Draft("2016-09-01", "2016-12-07", bill with { Listed = new ListedFacts(null, [], new ChapterCitation(654, 2016, 0, false), new DateOnly(2016, 9, 26), "x") });

        Assert.Equal(
            "sources differ: the watch list gives signed on September 25, 2016; the bill's history signed on September 26, 2016; "
            + "sources differ: the watch list gives Chapter 653, Statutes of 2016; the bill's history Chapter 654, Statutes of 2016",
            Assert.Single(claims, claim => claim.Flag.Contains("sources differ", StringComparison.Ordinal)).Flag);
        Assert.DoesNotContain(before.Claims().Concat(same.Claims()), claim => claim.Flag.Contains("sources differ", StringComparison.Ordinal));
    }

    [Fact]
    public void H1_a_bill_that_could_not_be_confirmed_says_when_it_last_was_and_the_notes_say_why_not()
    {
        var confirmed = CaliforniaTime.At(new DateOnly(2025, 1, 3), new TimeOnly(23, 30));
        var gone = Ab379() with { Freshness = Freshness.Stale, LastConfirmedTime = confirmed, FreshnessReason = "the source does not have it any more" };

        var draft = Draft("2025-02-01", "2025-03-03", Written(gone, null));

        Assert.Contains(draft.Notes, note => note == "Why AB 379 (2025-26) could not be confirmed: the source does not have it any more.");
        Assert.Contains(draft.Notes, note => note.StartsWith("Each confirmed bill was last read on or after January 3, 2025", StringComparison.Ordinal));
        Assert.Contains(draft.Claims(), claim => claim.Text.EndsWith("no child is arrested for it.", StringComparison.Ordinal) && claim.Flag.Contains("last confirmed January 3, 2025", StringComparison.Ordinal));
    }

    [Fact]
    public void H2_a_plain_title_of_before_a_bill_became_another_one_says_so()
    {
        var bill = With(Ab379(), ("20250AB37999INT", "2025-02-03", "Introduced"), ("20250AB37998AMD", "2025-02-20", "Amended Assembly"));
        bill = bill with { Record = bill.Record! with { Versions = [bill.Record.Versions[0] with { Topic = "Street signs." }, bill.Record.Versions[1] with { Topic = "Crimes: prostitution." }] } };

        var draft = Draft("2025-02-01", "2025-03-03", Written(bill, "20250AB37999INT"));

        var claim = Assert.Single(draft.Claims(), claim => claim.Text.StartsWith("In plain words: ", StringComparison.Ordinal));
        Assert.Equal("written for the February 3, 2025 version; amended February 20, 2025: check; its subject was then “Street signs.” and is now “Crimes: prostitution.”", claim.Flag);
    }

    private static TrackedBill Written(TrackedBill bill, string? version)
    {
        var text = new HumanText("no child is arrested for it.", "Ana Díaz", CaliforniaTime.At(new DateOnly(2016, 4, 28), new TimeOnly(9, 0)), version);
        return bill with { Human = HumanFields.Empty with { Texts = HumanFields.Empty.Texts.Add(HumanField.PlainTitle, text) } };
    }

    private static TrackedBill With(TrackedBill bill, params (string Id, string Date, string Action)[] versions) => bill with
    {
        Record = bill.Record! with { Versions = [.. versions.Select(version => new BillVersion(version.Id, Day(version.Date), version.Action, null))] },
    };

    private static byte[] Caml(string digest) => Encoding.UTF8.GetBytes(
        $"""<?xml version="1.0"?><caml:MeasureDoc xmlns:caml="http://lc.ca.gov/legalservices/schemas/caml.1#"><caml:Description xmlns="http://www.w3.org/1999/xhtml"><caml:Title>An act to amend Sections 647 and 653.22 of the Penal Code, relating to minors.</caml:Title><caml:DigestText>{digest}</caml:DigestText></caml:Description></caml:MeasureDoc>""");

    [Fact]
    public void A_bill_without_an_official_title_is_told_so_and_quotes_nothing()
    {
        var draft = Draft("2024-12-01", "2025-03-10", Ab379() with { Record = Ab379().Record! with { Topic = "" } });

        var claim = Assert.Single(draft.Claims(), claim => claim.Text.Contains("fficial title", StringComparison.Ordinal));
        Assert.Equal(("No official title is recorded.", ClaimKind.Auto, ""), (claim.Text, claim.Kind, claim.Source.Locator));
    }
}
