namespace LegTracker.Legislature.Tests;

/// <summary>Which deadline is next, by stage, kind of measure and calendar.</summary>
public class NextDeadlineTests
{
    private static readonly string[] Bill2026 =
    [
        "2026-02-18 | Read first time. To print.",
        "2026-03-02 | Referred to Com. on PUB. S.",
    ];

    private static readonly string[] Bill2025 =
    [
        "2025-02-18 | Read first time. To print.",
        "2025-03-03 | Referred to Com. on PUB. S.",
    ];

    [Theory]
    [InlineData(true, "2025-05-02", "Ahead 2025-05-02")]
    [InlineData(false, "2025-05-02", "Ahead 2025-05-09")]
    [InlineData(null, "2025-05-02", "AtLatest 2025-05-09")]
    [InlineData(true, "2025-05-03", "Unreported")]
    [InlineData(true, "2025-05-10", "Ahead 2026-01-16, missed 2025-05-02")]
    [InlineData(false, "2025-05-17", "Ahead 2026-01-23, missed 2025-05-09")]
    [InlineData(null, "2025-05-17", "AtLatest 2026-01-23, missed 2025-05-09")]
    [InlineData(true, "2026-01-16", "Ahead 2026-01-16, missed 2025-05-02")]
    [InlineData(true, "2026-01-24", "Missed, missed 2026-01-16")]
    [InlineData(false, "2026-01-23", "Ahead 2026-01-23, missed 2025-05-09")]
    public void A_bill_in_a_policy_committee_has_the_day_of_its_kind(bool? fiscal, string asOf, string expected) =>
        Assert.Equal(expected, Told(Bill2025, asOf, fiscal));

    [Theory]
    [InlineData("2026-04-24", "Ahead 2026-04-24")]
    [InlineData("2026-04-25", "Unreported")]
    [InlineData("2026-05-02", "Missed, missed 2026-04-24")]
    [InlineData("2026-11-30", "Missed, missed 2026-04-24")]
    [InlineData("2026-12-01", "None")]
    public void A_bill_of_the_second_year_has_no_second_chance(string asOf, string expected) =>
        Assert.Equal(expected, Told(Bill2026, asOf, fiscal: true));

    [Fact]
    public void January_31_is_the_last_day_of_a_bill_of_the_first_year_in_its_house()
    {
        string[] onFloor = [.. Bill2025, "2026-01-15 | From committee: Do pass. (Ayes 9. Noes 0.) (January 14).", "2026-01-20 | Read second time. Ordered to third reading."];

        Assert.Equal("Ahead 2026-01-31, missed 2025-05-09", Told(onFloor, "2026-01-25", fiscal: false));
        Assert.Equal("Unreported, missed 2025-05-09", Told(onFloor, "2026-02-02", fiscal: false));
        Assert.Equal("Missed, missed 2026-01-31", Told(onFloor, "2026-02-08", fiscal: false));
    }

    [Fact]
    public void A_re_referral_to_the_same_committee_does_not_save_a_late_bill()
    {
        string[] lines =
        [
            .. Bill2025,
            "2025-05-12 | From committee chair, with author's amendments: Amend, and re-refer to Com. on PUB. S. Read second time and amended.",
            "2025-05-13 | Re-referred to Com. on PUB. S.",
        ];

        Assert.Equal("Ahead 2026-01-23, missed 2025-05-09", Told(lines, "2025-05-20", fiscal: false));
    }

    [Fact]
    public void A_committee_that_gets_a_bill_after_its_day_is_not_held_to_it()
    {
        string[] lines = [.. Bill2025, "2025-05-26 | From committee: Do pass and re-refer to Com. on APPR. (Ayes 9. Noes 0.) (May 23). Re-referred to Com. on APPR."];

        Assert.Equal("AtLatest 2025-06-06", Told(lines, "2025-05-27", fiscal: true));
    }

    [Fact]
    public void A_suspension_of_Joint_Rule_61_leaves_the_last_day_to_pass()
    {
        string[] lines =
        [
            .. Bill2026,
            "2026-04-22 | From committee: Do pass. (Ayes 9. Noes 0.) (April 21).",
            "2026-05-04 | Read third time. Passed. Ordered to the Senate. (Ayes 70. Noes 0.)",
            "2026-05-05 | In Senate. Read first time. To Com. on RLS. for assignment.",
            "2026-05-20 | Referred to Com. on PUB. S.",
        ];

        Assert.Equal("Ahead 2026-07-02", Told(lines, "2026-06-30", fiscal: false));
        Assert.Equal("AtLatest 2026-08-31", Told([.. lines, "2026-06-29 | Joint Rule 61 suspended. (Ayes 30. Noes 9.)"], "2026-06-30", fiscal: false));
        Assert.Equal("Ahead 2026-07-02", Told([.. lines, "2026-06-29 | Joint Rule 62(a), file notice suspended. (Page 3164.)"], "2026-06-30", fiscal: false));
    }

    [Fact]
    public void A_bill_put_back_in_the_Rules_Committee_has_no_day_of_committees()
    {
        string[] lines = [.. Bill2025, "2025-03-20 | Re-referred to Com. on RLS."];

        Assert.Equal("AtLatest 2025-06-06", Told(lines, "2025-05-20", fiscal: true));
    }

    [Theory]
    [InlineData("202520260HR75", "the deadlines of bills are not for resolutions")]
    [InlineData("202520260AJR7", "the deadlines of bills are not for resolutions")]
    [InlineData("202520260ACA8", "constitutional amendments may be taken up at any time in the session")]
    public void Resolutions_and_constitutional_amendments_have_none(string id, string reason)
    {
        var progress = StageReader.Read(
            BillId.FromLeginfoId(id), Histories.Lines("2025-03-03 | Read first time. To print.", "2025-03-10 | Referred to Com. on RLS."), Histories.Day("2025-04-01"));

        var deadline = NextDeadline.Of(progress, null, LegislativeCalendar.Official);

        Assert.Equal((DeadlineOutlook.None, null, reason), (deadline.Outlook, deadline.Next, deadline.Reason));
    }

    [Theory]
    [InlineData("2025-05-30", "Ahead 2026-01-31")]
    [InlineData("2026-02-08", "Missed, missed 2026-01-31")]
    public void What_takes_effect_at_once_must_still_leave_its_house_by_January_31(string asOf, string expected) =>
        Assert.Equal(expected, Told(Bill2025, asOf, fiscal: true, atOnce: true));

    [Fact]
    public void What_takes_effect_at_once_may_else_be_taken_up_at_any_time() =>
        Assert.Equal("None", Told(Bill2026, "2026-07-01", fiscal: true, atOnce: true));

    [Theory]
    [InlineData("202720280AB9001", "2027-03-15")]
    [InlineData("202520261AB9001", "2025-03-15")] // an extraordinary session
    public void Without_a_calendar_the_deadline_is_unknown(string id, string asOf)
    {
        var year = asOf[..4];

        Assert.Equal("Unknown", Told([$"{year}-02-18 | Read first time. To print.", $"{year}-03-03 | Referred to Com. on PUB. S."], asOf, null, id: id));
    }

    [Fact]
    public void Without_a_calendar_of_the_second_year_the_day_of_the_Constitution_is_the_latest()
    {
        string[] lines = ["2027-02-18 | Read first time. To print.", "2027-03-03 | Referred to Com. on PUB. S."];

        Assert.Equal("AtLatest 2028-01-31", Told(lines, "2028-01-10", fiscal: true, id: "202720280AB9001"));
        Assert.Equal("Missed, missed 2028-01-31", Told(lines, "2028-02-08", fiscal: true, id: "202720280AB9001"));
    }

    [Fact]
    public void A_file_tells_the_deadlines_of_a_later_year()
    {
        var calendar = LegislativeCalendar.Official.With(LegislativeCalendar.Parse("2027-04-30\tFiscalPolicyCommittees\tJ.R. 61(a)(2)\tFiscal bills out of policy committees"));
        var progress = StageReader.Read(BillId.FromLeginfoId("202720280AB9001"), Histories.Lines("2027-03-03 | Referred to Com. on PUB. S."), Histories.Day("2027-04-20"));

        var deadline = NextDeadline.Of(progress, true, calendar);

        Assert.Equal((DeadlineOutlook.Ahead, 10), (deadline.Outlook, deadline.DaysLeft));
        Assert.Equal(DeadlineOutlook.Unknown, NextDeadline.Of(progress, false, calendar).Outlook);
    }

    [Fact]
    public void A_history_whose_beginning_is_missing_leaves_the_year_of_introduction_open()
    {
        var deadline = Of(["2026-01-12 | Referred to Com. on PUB. S."], "2026-01-20", false);

        Assert.Equal(
            (DeadlineOutlook.AtLatest, Histories.Day("2026-05-01"), "it is not known in which year it was introduced"),
            (deadline.Outlook, deadline.Next?.Date, deadline.Reason));
    }

    [Fact]
    public void The_day_of_the_Governor_is_the_bill_s_own()
    {
        string[] lines = ["2026-08-31 | Senate amendments concurred in. To Engrossing and Enrolling. (Ayes 79. Noes 0.)", "2026-09-10 | Enrolled and presented to the Governor at 3 p.m."];

        var deadline = Of(lines, "2026-09-20", null);

        Assert.Equal(
            (DeadlineOutlook.Ahead, Histories.Day("2026-09-30"), 10, "Art. IV, Sec. 10(b)(2)", DeadlineKind.Governor),
            (deadline.Outlook, deadline.Next!.Date, deadline.DaysLeft, deadline.Next.Rule, deadline.Next.Kind));
        Assert.Equal("None", Told(lines, "2026-09-05", null));
        Assert.Equal("Unreported", Told(lines, "2026-10-01", null));
        Assert.Equal("Unknown", Told(lines, "2026-10-08", null));
    }

    [Theory]
    [InlineData("2025-04-20", "Last day for policy committees to send fiscal bills of their house to the fiscal committee: May 2, 2025 (J.R. 61(a)(2)), 12 days left.")]
    [InlineData("2025-05-02", "Last day for policy committees to send fiscal bills of their house to the fiscal committee: May 2, 2025 (J.R. 61(a)(2)), today.")]
    [InlineData("2025-05-05", "Its deadline was May 2, 2025 (J.R. 61(a)(2)): its result may not be published yet.")]
    [InlineData("2026-01-15", "It missed the deadline of May 2, 2025 (J.R. 61(a)(2)) and is a two-year bill. Last day for policy committees to send fiscal bills introduced in their house in 2025 to the fiscal committee: January 16, 2026 (J.R. 61(b)(1)), 1 day left.")]
    [InlineData("2026-03-01", "It missed the deadline of January 16, 2026 (J.R. 61(b)(1)). Without a waiver of the rules it does not go on this session.")]
    [InlineData("2026-12-01", "No deadline is ahead of it: it did not pass.")]
    public void A_deadline_is_said_in_words(string asOf, string sentence) =>
        Assert.Equal(sentence, DeadlineWords.Sentence(Of(Bill2025, asOf, true)));

    [Theory]
    [InlineData("2025-04-20", "Last day for policy committees to send fiscal bills of their house to the fiscal committee: May 2, 2025 (J.R. 61(a)(2)).")]
    [InlineData("2025-05-02", "Last day for policy committees to send fiscal bills of their house to the fiscal committee: May 2, 2025 (J.R. 61(a)(2)).")]
    [InlineData("2026-01-15", "It missed the deadline of May 2, 2025 (J.R. 61(a)(2)) and is a two-year bill. Last day for policy committees to send fiscal bills introduced in their house in 2025 to the fiscal committee: January 16, 2026 (J.R. 61(b)(1)).")]
    [InlineData("2026-03-01", "It missed the deadline of January 16, 2026 (J.R. 61(b)(1)). Without a waiver of the rules it does not go on this session.")]
    public void A_deadline_is_said_without_the_days_left_where_the_words_outlive_the_day(string asOf, string sentence) =>
        Assert.Equal(sentence, DeadlineWords.Sentence(Of(Bill2025, asOf, true), daysLeft: false));

    [Theory]
    [InlineData(true, "2025-05-02", "policy committee deadline")]
    [InlineData(false, "2025-05-02", "policy committee deadline")]
    [InlineData(null, "2025-05-02", "deadline")]
    [InlineData(true, "2025-05-03", "deadline")]
    [InlineData(false, "2026-01-23", "committee deadline")]
    public void A_deadline_is_named_where_the_record_tells_which_one_it_is(bool? fiscal, string asOf, string expected) =>
        Assert.Equal(expected, DeadlineWords.Short(Of(Bill2025, asOf, fiscal)));

    [Fact]
    public void The_deadlines_of_the_floor_and_the_fiscal_committee_have_names_of_their_own()
    {
        string[] fiscal = [.. Bill2025, "2025-04-22 | From committee: Do pass and re-refer to Com. on APPR. (Ayes 9. Noes 0.) (April 22). Re-referred to Com. on APPR."];
        string[] floor = [.. fiscal, "2025-05-23 | From committee: Do pass. (Ayes 11. Noes 0.) (May 23).", "2025-05-27 | Read second time. Ordered to third reading."];

        Assert.Equal("fiscal committee deadline", DeadlineWords.Short(Of(fiscal, "2025-05-01", fiscal: true)));
        Assert.Equal("house of origin deadline", DeadlineWords.Short(Of(floor, "2025-05-28", fiscal: true)));
    }

    private static NextDeadline Of(string[] lines, string asOf, bool? fiscal, bool? atOnce = null, string id = "202520260AB9001") => NextDeadline.Of(
        StageReader.Read(BillId.FromLeginfoId(id), Histories.Lines(lines), Histories.Day(asOf)), fiscal, LegislativeCalendar.Official, atOnce);

    private static string Told(string[] lines, string asOf, bool? fiscal, bool? atOnce = null, string id = "202520260AB9001")
    {
        var deadline = Of(lines, asOf, fiscal, atOnce, id);
        var next = deadline.Next is null ? "" : $" {deadline.Next.Date:yyyy-MM-dd}";
        return $"{deadline.Outlook}{next}" + (deadline.Missed is null ? "" : $", missed {deadline.Missed.Date:yyyy-MM-dd}");
    }
}
