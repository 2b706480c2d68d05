using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Segments;
using static LegTracker.Server.Tests.Segments.SegmentFixture;

namespace LegTracker.Server.Tests.Segments;

public sealed class SegmentDrafterTests
{
    [Fact]
    public void A_law_that_took_effect_in_the_period_is_now_in_California()
    {
        var draft = Draft("2024-12-01", "2025-03-03", Ab1831());

        var item = draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1831");
        Assert.Equal("AB 1831 (Berman)", item.Heading);
        Assert.Equal("Now in California: AB 1831 is law, in effect since January 1, 2025.", item.Claims[0].Text);
        Assert.Equal(OperativeDates.NotChecked, item.Claims[0].Flag);
        Assert.Equal("Chaptered by Secretary of State - Chapter 926, Statutes of 2024.", item.Claims[0].Source.Locator);
        Assert.Contains("Const. art. IV", item.Claims[0].Source.Document, StringComparison.Ordinal);
        Assert.Contains("Chapter 926 of the Statutes of 2024", item.Claims[^2].Text, StringComparison.Ordinal);
        Assert.Equal("Official title: “Crimes: child pornography.”", item.Claims[^1].Text);
    }

    [Fact]
    public void What_people_wrote_of_a_law_stands_before_its_chapter_and_its_title()
    {
        var bill = Ab1831();
        var texts = ImmutableSortedDictionary<string, HumanText>.Empty
            .Add(HumanField.WhatItDoes, new HumanText("Judges may wait.", "Ana Díaz", AsOf, null))
            .Add(HumanField.WhyItMatters, new HumanText("Nobody is hurried.", "Ana Díaz", AsOf, null));

        var item = Draft("2024-12-01", "2025-03-03", bill with { Human = bill.Human with { Texts = texts } }).ItemOf(SectionKind.NowInCalifornia, "202320240AB1831");

        Assert.Equal([ClaimTopic.Unspecified, ClaimTopic.WhatItDoes, ClaimTopic.WhyItMatters, ClaimTopic.Enactment, ClaimTopic.OfficialTitle], item.Claims.Select(claim => claim.Topic));
        Assert.Equal(["Now in California:", "What it does:", "Why it matters:", "The Governor signed", "Official title:"], item.Claims.Select(claim => string.Join(' ', claim.Text.Split(' ').Take(claim.Text[0] == 'O' ? 2 : 3))));
    }

    [Fact]
    public void A_law_in_effect_before_the_period_is_named_in_a_note_since_a_part_may_begin_later()
    {
        var draft = Draft("2024-12-01", "2025-03-03", Ab1394(), Ab1831());

        Assert.DoesNotContain(draft.Sections.SelectMany(section => section.Items), item => item.Bill?.Number == 1394);
        Assert.Contains(draft.Notes, note => note.Contains("AB 1394 (2023-24)", StringComparison.Ordinal)
            && note.Contains("Operative dates are not checked", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2024-12-31", true, "From January 1, 2025, in California: AB 1831 will be in effect.")]
    [InlineData("2025-01-01", false, "Now in California: AB 1831 is law, in effect since January 1, 2025.")]
    public void The_words_turn_on_the_day_a_law_takes_effect(string until, bool coming, string expected)
    {
        var draft = Draft("2024-12-01", until, Ab1831());

        Assert.Equal(expected, draft.ItemOf(coming ? SectionKind.Coming : SectionKind.NowInCalifornia, "202320240AB1831").Claims[0].Text);
        Assert.Equal(coming, draft.Sections.All(section => section.Kind != SectionKind.NowInCalifornia));
    }

    [Fact]
    public void A_signed_law_is_coming_and_never_now()
    {
        var draft = Draft("2023-10-01", "2023-12-04", Ab1394());

        Assert.Equal("In effect from January 1, 2024", draft.ItemOf(SectionKind.Coming, "202320240AB1394").Status);
        Assert.DoesNotContain(draft.Claims(), claim => claim.Text.Contains("Now in California", StringComparison.Ordinal));
        Assert.Contains(draft.Sections.Single(section => section.Kind == SectionKind.ComingDates).Items, item => item.Heading == "January 1, 2024");
    }

    [Theory]
    [InlineData("2025-03-10", true)]
    [InlineData("2025-03-08", false)]
    public void A_hearing_of_the_table_is_a_coming_date_with_its_source_from_the_day_it_was_read(string until, bool known)
    {
        var bill = Ab379();
        var draft = Draft("2025-02-01", until, bill with { HearingRows = [new HearingRow(new DateOnly(2025, 3, 25), "CX18", null, null, bill.Provenance!, null)] });

        var hearings = draft.Sections.Where(section => section.Kind == SectionKind.ComingDates).SelectMany(section => section.Items).Where(item => item.Status.EndsWith("hearing", StringComparison.Ordinal)).ToList();
        Assert.Equal(known, hearings.Count > 0);
        if (known)
        {
            var claim = Assert.Single(Assert.Single(hearings).Claims);
            Assert.EndsWith("a hearing of AB 379 is set in the Assembly Public Safety Committee.", claim.Text, StringComparison.Ordinal);
            Assert.Equal((bill.Provenance!.Url, "COMMITTEE_HEARING_TBL: CX18, 2025-03-25"), (claim.Source.Url, claim.Source.Locator));
        }
    }

    [Fact]
    public void A_bill_with_the_Governor_carries_the_deadline()
    {
        var draft = Draft("2023-09-01", "2023-09-30", Ab1394());

        var item = draft.ItemOf(SectionKind.Governor, "202320240AB1394");
        Assert.Equal("AB 1394 has been with the Governor since September 21, 2023, who has until October 14, 2023 to act.", item.Claims[0].Text);
        Assert.Contains("October 14, 2023", item.Status, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pending_bill_says_where_it_stands_and_what_changed_in_the_period_alone()
    {
        var draft = Draft("2025-02-04", "2025-03-03", Ab379());

        var item = draft.ItemOf(SectionKind.Moving, "202520260AB379");
        Assert.Equal("AB 379 is in the Assembly Public Safety Committee.", item.Claims[0].Text);
        Assert.Equal("It was referred to the Assembly Public Safety Committee on February 18, 2025.", item.Claims[1].Text);
        Assert.Equal(
            ["February 4, 2025: “From printer. May be heard in committee March 6.”", "February 18, 2025: “Referred to Com. on PUB. S.”"],
            item.Changes.Select(change => change.Text));
        Assert.All(item.Changes, change => Assert.Equal(ClaimKind.Quote, change.Kind));
    }

    [Fact]
    public void A_session_that_ends_in_the_period_stops_what_is_unfinished_in_neutral_words()
    {
        var draft = Draft("2024-11-01", "2025-03-03", Sb646Inactive());

        var item = draft.ItemOf(SectionKind.Stopped, "202320240SB646");
        Assert.Contains("did not pass", item.Claims[0].Text, StringComparison.Ordinal);
        Assert.Contains("End of session, November 30", item.Claims[0].Source.Document, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Claims(), claim => claim.Kind == ClaimKind.Auto && (claim.Text + item.Status).Contains("dead", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_bill_that_goes_to_the_second_year_waits_and_says_until_when()
    {
        var draft = Draft("2023-09-01", "2023-12-04", Sb646Inactive());

        var item = draft.ItemOf(SectionKind.Stopped, "202320240SB646");
        Assert.Contains(item.Claims, claim => claim.Text == "It can be taken up again in January 2024.");
    }

    [Fact]
    public void A_resolution_that_was_adopted_is_done_and_stands_beside_what_moves_and_what_stopped()
    {
        var resolution = Confirmed("202520260HR75", "Human Trafficking Awareness Month.", "Pellerin", [("2026-01-20", "Read. Adopted. (Page 3973.).")]);
        var texts = ImmutableSortedDictionary<string, HumanText>.Empty.Add(HumanField.WhatItDoes, new HumanText("It names January the month of awareness.", "Ana Díaz", AsOf, null));

        var draft = Draft("2025-12-01", "2026-03-03", Ab379(), resolution with { Human = resolution.Human with { Texts = texts } });

        var item = draft.ItemOf(SectionKind.Adopted, "202520260HR75");
        Assert.Equal("The Assembly adopted it on January 20, 2026.", item.Claims[0].Text);
        Assert.Equal("Adopted; January 20, 2026", item.Status);
        Assert.Contains(item.Claims, claim => claim.Text == "What it does: It names January the month of awareness.");
        Assert.DoesNotContain(draft.Sections, section => section.Kind is SectionKind.Moving && section.Items.Any(other => other.Bill?.LeginfoId == "202520260HR75"));
        Assert.Contains("Adopted, 1 resolution: House Resolution (HR) 75.", draft.Sections[0].Items.Select(line => line.Claims[0].Text));
        Assert.Null(Draft("2026-01-21", "2026-03-03", resolution).Sections.FirstOrDefault(section => section.Kind is SectionKind.Adopted));
    }

    [Fact]
    public void At_a_glance_has_five_lines_at_most_when_every_section_has_bills()
    {
        var governor = Confirmed("202320240AB9200", "Minors.", "Rivera", [("2024-01-12", "Read first time. To print."), ("2024-09-12", "Enrolled and presented to the Governor at 4 p.m.")]);
        var moving = Confirmed("202320240AB9201", "Minors.", "Rivera", [("2024-01-12", "Read first time. To print."), ("2024-08-31", "Referred to Com. on PUB. S.")]);
        var vetoed = Confirmed("202320240AB9202", "Minors.", "Rivera", [("2024-01-12", "Read first time. To print."), ("2024-09-12", "Vetoed by Governor.")]);
        var adopted = Confirmed("202320240HR9203", "Minors.", "Rivera", [("2024-09-01", "Read. Adopted. (Page 1.).")]);

        var draft = Draft("2023-12-01", "2024-09-29", OperativeSegmentTests.WithText(Ab1394(), "It takes effect."), Ab1831(), governor, moving, vetoed, adopted);

        Assert.Equal(
            ["Now in California", "Coming", "With the Governor", "Adopted", "Next date"],
            draft.Sections[0].Items.Select(line => line.Claims[0].Text.Split(',', ':')[0]));
        Assert.Contains("Moving, 1 measure: ", draft.Sections[0].Items[2].Claims[0].Text, StringComparison.Ordinal);
        Assert.Contains("Stopped or waiting, 1 measure: ", draft.Sections[0].Items[3].Claims[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void D4_terms_stand_by_the_alphabet_with_the_note_on_quotations_last()
    {
        var resolution = Confirmed("202520260HR75", "Human Trafficking Awareness Month.", "Pellerin", [("2026-01-20", "Read. Adopted. (Page 3973.).")]);

        var terms = Draft("2023-12-01", "2026-03-03", Ab1831(), Ab379(), Sb646Inactive(), resolution).Sections[^1].Items;

        var headings = terms.Select(term => term.Heading).ToList();
        Assert.All(["AB", "CSEC", "HR", "SB", "chaptered"], term => Assert.Contains(term, headings));
        Assert.DoesNotContain("house resolution", headings);
        Assert.Equal(headings[..^1].Order(StringComparer.OrdinalIgnoreCase), headings[..^1]);
        Assert.Equal("", headings[^1]);
    }

    [Fact]
    public void A_bill_is_written_out_where_it_stands_first_and_short_after_that()
    {
        var draft = Draft("2024-11-01", "2025-03-03", Ab1831(), Ab379(), Sb646Inactive());

        var text = string.Join('\n', draft.Claims().Select(claim => claim.Text));
        Assert.Equal(text.IndexOf("AB", StringComparison.Ordinal), text.IndexOf("Assembly Bill (AB) 1831", StringComparison.Ordinal) + "Assembly Bill (".Length);
        Assert.Equal(1, text.Split("Assembly Bill (AB)").Length - 1);
        Assert.Equal(1, text.Split("Senate Bill (SB)").Length - 1);
        Assert.Equal(["AB", "CSEC", "SB"], draft.Sections[^1].Items.Select(item => item.Heading).Where(heading => heading.Length > 1 && heading.All(char.IsUpper)));
        Assert.Equal("", draft.Sections[^1].Items[^1].Heading);
    }

    [Fact]
    public void Words_of_the_process_are_explained_once_where_the_segments_own_sentences_use_them()
    {
        var terms = Draft("2025-05-01", "2025-05-20", Ab392()).Sections[^1];

        var suspense = Assert.Single(terms.Items, item => item.Heading == "suspense file");
        Assert.StartsWith("suspense file: ", suspense.Claims[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(terms.Items, item => item.Heading is "bill" or "gut and amend");
    }

    [Fact]
    public void What_a_person_has_to_write_is_listed_and_left_open()
    {
        var draft = Draft("2024-12-01", "2025-03-03", Ab1831());

        Assert.Equal(new[] { "AB 1831: what it does", "AB 1831: why it matters" }, draft.Missing.ToArray());
        Assert.Contains(draft.Claims(), claim => claim.Text == "[text missing: what it does]");
    }

    [Fact]
    public void An_unconfirmed_bill_is_only_named()
    {
        var draft = Draft("2016-01-01", "2017-03-03", Unconfirmed("201520160SB1322"));

        Assert.Equal("Not yet confirmed by a source, so not reported: Senate Bill (SB) 1322 (2015-16).", Assert.Single(draft.Notes));
        Assert.Contains("No source has confirmed any tracked bill", draft.Sections[0].Items[0].Claims[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Claims(), claim => claim.Text.Contains("654", StringComparison.Ordinal) || claim.Text.Contains("Mitchell", StringComparison.Ordinal));
    }

    [Fact]
    public void A_period_without_events_says_so()
    {
        var draft = Draft("2024-02-01", "2024-02-29", Ab1394());

        Assert.Equal("No tracked bill changed between February 1, 2024 and February 29, 2024.", draft.Sections[0].Items[0].Claims[0].Text);
        Assert.Equal([SectionKind.AtAGlance, SectionKind.Terms], draft.Sections.Select(section => section.Kind));
    }

    [Fact]
    public void Nothing_new_is_said_with_less_certainty_while_a_bill_is_behind()
    {
        var draft = Draft("2024-02-01", "2024-02-29", Ab1394() with { Freshness = Freshness.Stale });

        Assert.EndsWith("as far as sources have confirmed.", draft.Sections[0].Items[0].Claims[0].Text, StringComparison.Ordinal);
        Assert.Contains(draft.Notes, note => note.StartsWith("Not confirmed by the last reading", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Freshness.Stale)]
    [InlineData(Freshness.Quarantined)]
    public void A_bill_behind_carries_the_day_it_was_last_confirmed(Freshness freshness)
    {
        var confirmed = CaliforniaTime.At(new DateOnly(2025, 1, 3), new TimeOnly(23, 30));

        var draft = Draft("2024-12-01", "2025-03-03", Ab1831() with { Freshness = freshness, LastConfirmedTime = confirmed });

        var item = draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1831");
        Assert.All(item.Claims.Where(claim => claim.Kind != ClaimKind.Human), claim => Assert.Contains("last confirmed January 3, 2025", claim.Flag, StringComparison.Ordinal));
        Assert.Contains("[last confirmed January 3, 2025]", item.Status, StringComparison.Ordinal);
        Assert.Contains(draft.Notes, note => note.Contains("events after that may be missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_late_posted_line_shows_both_dates_and_is_reported_in_the_period_that_first_saw_it()
    {
        var bill = Ab379().WithLateLine("2025-02-20", "Coauthors revised.", "2025-03-05");

        var draft = Draft("2025-03-01", "2025-03-08", bill);

        var change = Assert.Single(draft.ItemOf(SectionKind.Moving, "202520260AB379").Changes);
        Assert.Equal("February 20, 2025, posted late, first seen March 5, 2025: “Coauthors revised.”", change.Text);
    }

    [Fact]
    public void A_law_is_never_told_with_would()
    {
        var draft = Draft("2023-01-01", "2025-03-03", Ab1394(), Ab1831());

        Assert.DoesNotContain(draft.Claims(), claim => claim.Text.Contains("would", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_statement_about_a_bill_has_an_address_a_document_and_a_time_it_was_read()
    {
        var draft = Draft("2023-01-01", "2025-03-03", Ab1394(), Ab1831(), Ab379(), Sb646Inactive());

        var about = draft.Sections.SelectMany(section => section.Items).Where(item => item.Bill is not null).ToList();
        Assert.NotEmpty(about);
        Assert.All(about, item => Assert.All(item.Claims.Concat(item.Changes), claim =>
        {
            Assert.Contains($"bill_id={item.Bill!.Value.LeginfoId}", claim.Source.Url, StringComparison.Ordinal);
            Assert.NotEmpty(claim.Source.Document);
            Assert.True(MissingText.WhatOf(claim) is not null || claim is { ReadTime: not null, Source.Locator.Length: > 0 }, claim.Text);
        }));
        Assert.All(draft.Claims(), claim => Assert.True(claim.ReadTime is null || claim.ReadTime <= draft.AsOf));
        Assert.Equal(draft.Claims().Count(), draft.Claims().Select(claim => claim.Id).Distinct().Count());
    }

    [Fact]
    public void A_measure_tracked_in_two_sessions_is_told_apart()
    {
        var other = Confirmed("202320240AB379", "Another subject.", "Someone", [("2024-12-02", "Read first time. To print.")]);

        var draft = Draft("2024-11-01", "2025-03-03", Ab379(), other);

        Assert.Equal("AB 379 (2025-26, Krell)", draft.ItemOf(SectionKind.Moving, "202520260AB379").Heading);
    }
}
