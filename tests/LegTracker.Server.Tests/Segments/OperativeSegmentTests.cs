using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Segments;
using static LegTracker.Server.Tests.Segments.SegmentFixture;

namespace LegTracker.Server.Tests.Segments;

/// <summary>Laws whose text was read; the digest's sentences are constructed.</summary>
public sealed class OperativeSegmentTests
{
    private const string Constructed = "This bill would, beginning January 1, 2025, prohibit a social media platform from knowingly facilitating commercial sexual exploitation.";

    [Fact]
    public void A_law_whose_operative_date_came_in_the_period_is_now_in_California()
    {
        var draft = Draft("2024-12-01", "2025-03-03", WithText(Ab1394(), Constructed));

        var item = draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1394");
        Assert.Equal("Now in California: AB 1394 is law, in effect since January 1, 2024, and operative since January 1, 2025.", item.Claims[0].Text);
        Assert.Equal("", item.Claims[0].Flag);
        var quote = Assert.Single(item.Claims, claim => claim.Text == $"Its text: “{Constructed}”");
        Assert.Equal(("20230AB139493CHP", Constructed), (quote.Source.Version, quote.Source.Locator));
        Assert.Contains("billTextClient.xhtml?bill_id=202320240AB1394", quote.Source.Url, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_carries_how_far_its_bill_is_and_its_dates()
    {
        var segment = SegmentMapping.ToProto(Draft("2024-12-01", "2025-03-03", WithText(Ab1394(), Constructed), Ab1831(), Ab379()));
        var items = segment.Sections.SelectMany(section => section.Items).Where(item => item.Progress.Count > 0).ToDictionary(item => item.Bill.Split('/')[^1]);

        var law = items["AB1394"];
        Assert.Equal(("2024-01-01", "2025-01-01", "", true), (law.EffectiveDate, law.OperativeDate, law.OperativePart, law.OperativeChecked));
        Assert.Equal((V1.ProgressStep.Governor, V1.ProgressState.Law, "2023-10-08"), (law.Progress[^1].Step, law.Progress[^1].State, law.Progress[^1].Date));
        Assert.Equal(("2025-01-01", "", false), (items["AB1831"].EffectiveDate, items["AB1831"].OperativeDate, items["AB1831"].OperativeChecked));
        Assert.Equal(("", "", false), (items["AB379"].EffectiveDate, items["AB379"].OperativeDate, items["AB379"].OperativeChecked));
        Assert.Contains(items["AB379"].Progress, mark => mark is { House: V1.House.Assembly, Step: V1.ProgressStep.Policy, State: V1.ProgressState.Here });
        Assert.All(segment.Sections.SelectMany(section => section.Items).Where(item => item.Bill.Length == 0), item => Assert.Empty(item.Progress));
    }

    [Fact]
    public void A_law_in_effect_whose_operative_date_is_ahead_is_coming_with_that_date()
    {
        var draft = Draft("2024-03-01", "2024-06-03", WithText(Ab1394(), Constructed));

        var item = draft.ItemOf(SectionKind.Coming, "202320240AB1394");
        Assert.Equal("AB 1394 is law, in effect since January 1, 2024, but operative from January 1, 2025.", item.Claims[0].Text);
        Assert.Equal("In effect since January 1, 2024, but operative from January 1, 2025", item.Status);
        var date = draft.Sections.Single(section => section.Kind == SectionKind.ComingDates).Items.Single();
        Assert.Equal("January 1, 2025: AB 1394 is operative.", date.Claims[0].Text);
        Assert.Equal(Constructed, date.Claims[0].Source.Locator);
    }

    [Fact]
    public void A_law_whose_text_states_no_date_says_so_in_its_source_and_carries_no_flag()
    {
        var draft = Draft("2024-12-01", "2025-03-03", WithText(Ab1831(), "This bill would prohibit it."));

        var claim = draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1831").Claims[0];
        Assert.Equal("Now in California: AB 1831 is law, in effect since January 1, 2025.", claim.Text);
        Assert.Equal("", claim.Flag);
        Assert.EndsWith("no later operative date stated in the text of 20230AB183193CHP", claim.Source.Document, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_waits_for_another_bill_quotes_its_condition()
    {
        var draft = Draft("2024-12-01", "2025-03-03", WithText(Ab1831(), "This bill would become operative only if SB 1381 is also enacted."));

        var item = draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1831");
        Assert.Equal("Its text: “This bill would become operative only if SB 1381 is also enacted.”", item.Claims[1].Text);
    }

    [Fact]
    public void A_text_that_was_not_read_keeps_the_warning()
    {
        var bill = Ab1831();
        var draft = Draft("2024-12-01", "2025-03-03", bill with { Record = bill.Record! with { Text = TextReading.Unread("20230AB183193CHP", "broken") } });

        Assert.Equal(OperativeDates.NotChecked, draft.ItemOf(SectionKind.NowInCalifornia, "202320240AB1831").Claims[0].Flag);
    }

    [Fact]
    public void Of_older_laws_only_the_unread_are_said_not_to_be_checked()
    {
        var read = WithText(Ab1394(), "This bill would prohibit it.");

        var note = Draft("2025-02-01", "2025-03-03", read, Ab1831()).Notes.Single(note => note.Contains("Already law", StringComparison.Ordinal));
        var all = Draft("2025-02-01", "2025-03-03", read).Notes.Single(note => note.Contains("Already law", StringComparison.Ordinal));

        Assert.Contains("Operative dates are not checked for AB 1831 (2023-24)", note, StringComparison.Ordinal);
        Assert.EndsWith("Its text states no operative date in this period.", all, StringComparison.Ordinal);
    }

    internal static TrackedBill WithText(TrackedBill bill, string digest) => bill with
    {
        Record = bill.Record! with
        {
            Text = TextReading.Of(bill.Id, $"20230AB{bill.Id.Number}93CHP", "https://downloads.leginfo.legislature.ca.gov/pubinfo_2023.zip, BILL_VERSION_TBL_1.lob", new BillText { Title = "An act.", Digest = [digest] }),
        },
    };
}
