namespace LegTracker.Legislature.Tests;

/// <summary>When statutes take effect and until when the Governor may act.</summary>
public class DatesOfLawTests
{
    [Theory]
    [InlineData("202520260AB9001", "2025-07-18", "2025-07-30")] // twelve days in session
    [InlineData("202520260AB9001", "2025-08-29", "2025-09-10")]
    [InlineData("202520260AB9001", "2025-09-05", "2025-10-13")] // in the Governor's hands at the recess of September 13
    [InlineData("202520260AB9001", "2025-09-24", "2025-10-13")]
    [InlineData("202320240AB9001", "2023-09-21", "2023-10-14")]
    [InlineData("202520260AB9001", "2026-03-02", "2026-03-14")]
    [InlineData("202520260AB9001", "2026-08-10", "2026-08-22")]
    [InlineData("202520260AB9001", "2026-08-25", "2026-09-30")] // in the Governor's hands on September 1
    [InlineData("202520260AB9001", "2026-09-14", "2026-09-30")]
    [InlineData("202720280AB9001", "2027-07-01", "2027-07-13")]
    [InlineData("202720280AB9001", "2027-09-10", null)] // that year's adjournment is not known
    [InlineData("202520261AB9001", "2025-07-18", null)] // an extraordinary session
    public void The_Governor_has_until(string id, string presented, string? last)
    {
        var progress = StageReader.Read(BillId.FromLeginfoId(id), Histories.Lines($"{presented} | Enrolled and presented to the Governor at 3 p.m."), Histories.Day(presented));

        Assert.Equal(Stage.Enrolled, progress.Stage);
        Assert.Equal(last is null ? null : Histories.Day(last), progress.GovernorDeadline);
    }

    [Fact]
    public void A_decision_ends_the_deadline()
    {
        var history = Histories.Fixture("ab-chaptered");

        Assert.Equal(Histories.Day("2024-09-30"), StageReader.Read(history.Id, history.Lines, Histories.Day("2024-09-28")).GovernorDeadline);
        Assert.Null(StageReader.Read(history.Id, history.Lines, Histories.Day("2024-09-29")).GovernorDeadline);
    }

    [Theory]
    [InlineData("202320240AB9001", "2023-10-08", "2024-01-01")]
    [InlineData("202320240AB9001", "2024-09-29", "2025-01-01")]
    [InlineData("202320240AB9001", "2024-03-25", "2025-01-01")]
    [InlineData("202320240AB9001", "2024-10-02", "2025-01-01")] // the last day whose 90 days end in the year
    public void A_statute_takes_effect_on_the_January_1_after_chaptering(string id, string chaptered, string effective)
    {
        var progress = Chaptered(id, chaptered);

        Assert.Equal((Histories.Day(effective), "January 1 after chaptering (Cal. Const. art. IV, sec. 8(c))"), (progress.EffectiveDate, progress.EffectiveRule));
    }

    [Theory]
    [InlineData("202320240AB9001", "2023-12-20")]
    [InlineData("202320240AB9001", "2024-10-03")]
    public void Where_the_90_days_run_into_the_new_year_the_rule_stands_without_a_date(string id, string chaptered)
    {
        var progress = Chaptered(id, chaptered);

        Assert.Equal((null, "January 1 after the 90 days that follow enactment (Cal. Const. art. IV, sec. 8(c)(1))"), (progress.EffectiveDate, progress.EffectiveRule));
    }

    [Fact]
    public void A_bill_that_draws_districts_is_not_spared_the_90_days()
    {
        Assert.Null(WithFacts("202320240AB9001", "2023-10-08", new EffectFacts { ElectionDistricts = true }).EffectiveDate);
        Assert.Equal(Histories.Day("2024-01-01"), WithFacts("202320240AB9001", "2023-10-02", new EffectFacts { ElectionDistricts = true }).EffectiveDate);
    }

    [Fact]
    public void A_statute_of_an_extraordinary_session_takes_effect_on_the_91st_day_after_its_adjournment()
    {
        var unknown = Chaptered("202320241AB9001", "2023-05-08");
        var known = WithFacts("202320241AB9001", "2023-05-08", new EffectFacts { Adjourned = Histories.Day("2023-05-10") });

        Assert.Equal((null, Extraordinary), (unknown.EffectiveDate, unknown.EffectiveRule));
        Assert.Equal((Histories.Day("2023-08-09"), Extraordinary), (known.EffectiveDate, known.EffectiveRule));
        Assert.Equal(Histories.Day("2023-05-08"), WithFacts("202320241AB9001", "2023-05-08", new EffectFacts { Urgency = true }).EffectiveDate);
    }

    [Theory]
    [InlineData("202320240ACR9001")]
    [InlineData("202320240SJR9001")]
    public void A_resolution_takes_effect_when_it_is_filed(string id)
    {
        var progress = StageReader.Read(BillId.FromLeginfoId(id), Histories.Lines(
            "2023-05-08 | Enrolled. To Secretary of State at 9 a.m.",
            "2023-05-09 | Chaptered by Secretary of State. Res. Chapter 12, Statutes of 2023."), Histories.Day("2023-06-01"));

        Assert.Equal((Histories.Day("2023-05-08"), "Resolution, on filing with the Secretary of State"), (progress.EffectiveDate, progress.EffectiveRule));
    }

    [Fact]
    public void Marked_statutes_take_effect_at_once()
    {
        Assert.Equal((Histories.Day("2023-07-10"), EffectRules.TaxLevy), At(new EffectFacts { TaxLevy = true }));
        Assert.Equal((Histories.Day("2023-07-10"), EffectRules.Election), At(new EffectFacts { CallsElection = true }));
        Assert.Equal((Histories.Day("2023-07-10"), EffectRules.CurrentExpenses), At(new EffectFacts { UsualCurrentExpenses = true }));
        Assert.Equal((Histories.Day("2023-07-10"), EffectRules.Budget), At(new EffectFacts { BudgetRelated = true }));
        Assert.Equal((Histories.Day("2024-01-01"), EffectRules.January), At(new EffectFacts { TaxLevy = false }));

        static (DateOnly?, string?) At(EffectFacts facts)
        {
            var progress = WithFacts("202320240AB9001", "2023-07-10", facts);
            return (progress.EffectiveDate, progress.EffectiveRule);
        }
    }

    [Fact]
    public void SB_855_of_2014_takes_effect_at_once_once_its_text_says_that_it_is_of_the_budget()
    {
        var id = BillId.FromLeginfoId("201320140SB855");
        var constructed = Histories.Lines(
            "2014-06-17 | Enrolled and presented to the Governor at 3 p.m.",
            "2014-06-20 | Approved by the Governor.",
            "2014-06-20 | Chaptered by Secretary of State. Chapter 29, Statutes of 2014.");
        var facts = EffectFacts.FromText("This act is a bill providing for appropriations related to the Budget Bill within the meaning of subdivision (e) of Section 12 of Article IV of the California Constitution, has been identified as related to the budget in the Budget Bill, and shall take effect immediately.");

        var progress = StageReader.Read(id, constructed, Histories.Day("2014-06-20"), facts);

        Assert.Equal((Histories.Day("2014-06-20"), EffectRules.Budget), (progress.EffectiveDate, progress.EffectiveRule));
    }

    [SharedDataFact]
    public void The_dates_of_AB_1394_are_four()
    {
        const string ConstructedDigest = "This bill would, beginning January 1, 2025, prohibit a social media platform from knowingly facilitating commercial sexual exploitation.";

        var progress = Read("202320240AB1394", "2024-02-01");
        var operative = Assert.Single(OperativeReader.Read(ConstructedDigest, progress.Id));

        Assert.Equal((Histories.Day("2023-10-08"), Histories.Day("2023-10-08")), (progress.SignedDate, progress.ChapteredDate));
        Assert.Equal((Histories.Day("2024-01-01"), EffectRules.January), (progress.EffectiveDate, progress.EffectiveRule));
        Assert.Equal((Histories.Day("2025-01-01"), ConstructedDigest), (operative.Date, operative.Sentence));
    }

    [Fact]
    public void A_bill_filed_days_after_its_signature_takes_effect_by_its_filing()
    {
        var lines = Histories.Lines(
            "2011-06-20 | Enrolled and presented to the Governor at 3 p.m.",
            "2011-06-29 | Approved by the Governor.",
            "2011-07-01 | Chaptered by Secretary of State - Chapter 12, Statutes of 2011.");

        var progress = StageReader.Read(BillId.FromLeginfoId("201120120AB9001"), lines, Histories.Day("2011-07-02"), new EffectFacts { Urgency = true });
        var ofBudget = StageReader.Read(progress.Id, lines, Histories.Day("2011-07-02"), new EffectFacts { BudgetRelated = true });

        Assert.Equal((Histories.Day("2011-06-29"), Histories.Day("2011-07-01"), Histories.Day("2011-07-01")), (progress.SignedDate, progress.ChapteredDate, progress.EffectiveDate));
        Assert.Equal((null, EffectRules.Budget), (ofBudget.EffectiveDate, ofBudget.EffectiveRule));
        Assert.Null(StageReader.Read(progress.Id, lines, Histories.Day("2011-06-30")).ChapteredDate);
    }

    [Fact]
    public void A_text_claims_an_election_current_expenses_or_the_budget()
    {
        Assert.Equal(new EffectFacts { CallsElection = true }, EffectFacts.FromText("This act calls an election within the meaning of Article IV of the California Constitution and shall go into immediate effect."));
        Assert.Equal(new EffectFacts { UsualCurrentExpenses = true }, EffectFacts.FromText("This act provides for appropriations for the usual current expenses of the state and shall go into immediate effect."));
        Assert.Equal(new EffectFacts { BudgetRelated = true }, EffectFacts.FromText("This bill would declare that it is to take effect immediately as a bill providing for appropriations related to the Budget Bill."));
    }

    [Theory]
    [InlineData("This act is an urgency statute necessary for the immediate preservation of the public peace, health, or safety within the meaning of Article IV of the California Constitution and shall go into immediate effect.", true, null)]
    [InlineData("This bill would declare that it is to take effect immediately as an urgency statute.", true, null)]
    [InlineData("This act provides for a tax levy within the meaning of Article IV of the California Constitution and shall go into immediate effect.", null, true)]
    [InlineData("This bill would take effect immediately as a tax levy.", null, true)]
    [InlineData("Existing law took effect immediately as an urgency statute.", null, null)]
    [InlineData("This bill would delete the requirement of an urgency statute.", null, null)]
    public void A_text_claims_immediate_effect(string constructed, bool? urgency, bool? taxLevy) =>
        Assert.Equal(new EffectFacts { Urgency = urgency, TaxLevy = taxLevy }, EffectFacts.FromText(constructed));

    [SharedDataFact]
    public void Real_measures_that_take_effect_otherwise_than_in_January()
    {
        var amendment = Read("202520260ACA8", "2025-12-01");
        var ofOneHouse = Read("202520260HR75", "2026-03-01");
        var concurrent = Read("199920001SCR2", "1999-12-31");
        var extraordinary = Read("199920001AB1", "1999-12-31");
        var urgency = Read("199920000AB1", "1999-12-31");

        Assert.Equal((null, EffectRules.Voters), (amendment.EffectiveDate, amendment.EffectiveRule));
        Assert.Equal((null, null), (ofOneHouse.EffectiveDate, ofOneHouse.EffectiveRule));
        Assert.Equal((Histories.Day("1999-03-30"), EffectRules.Filing), (concurrent.EffectiveDate, concurrent.EffectiveRule));
        Assert.Equal((null, Extraordinary), (extraordinary.EffectiveDate, extraordinary.EffectiveRule));
        Assert.Equal(EffectRules.Urgency, urgency.EffectiveRule);
        Assert.Equal(urgency.Actions.Last(action => action.Kinds.Contains(ActionKind.Chaptered)).Line.Date, urgency.EffectiveDate);
    }

    [Fact]
    public void A_later_years_recess_gives_the_Governor_a_last_day_once_it_is_known() =>
        Assert.Equal(Histories.Day("2027-10-10"), StageReader.Read(
            BillId.FromLeginfoId("202720280AB9001"),
            Histories.Lines("2027-09-10 | Enrolled and presented to the Governor at 3 p.m."),
            Histories.Day("2027-09-10"),
            new EffectFacts { Recess = Histories.Day("2027-09-10") }).GovernorDeadline);

    [Fact]
    public void An_urgency_statute_takes_effect_when_it_is_filed()
    {
        string[] lines = ["2023-06-29 | Read third time. Urgency clause adopted. Passed. (Ayes 72. Noes 0.) Ordered to the Senate.", "2023-07-05 | Urgency clause adopted.", "2023-07-05 | Assembly amendments concurred in. (Ayes 33. Noes 5.) Ordered to engrossing and enrolling."];

        Assert.Equal(Histories.Day("2023-07-10"), Chaptered("202320240SB9001", "2023-07-10", null, lines).EffectiveDate);
        Assert.Equal(Histories.Day("2023-07-10"), Chaptered("202320240SB9001", "2023-07-10", null, [lines[0], lines[2], lines[1]]).EffectiveDate);
        Assert.Equal(Histories.Day("2023-07-10"), Chaptered("202320240SB9001", "2023-07-10", urgency: true).EffectiveDate);
        Assert.Equal(Histories.Day("2024-01-01"), Chaptered("202320240SB9001", "2023-07-10", urgency: false).EffectiveDate);
    }

    [Fact]
    public void An_urgency_clause_that_a_later_vote_no_longer_carried_does_not_count() =>
        Assert.Equal(Histories.Day("2024-01-01"), Chaptered("202320240SB9001", "2023-09-30", null,
            "2023-05-09 | Read third time. Urgency clause adopted. Passed. (Ayes 34. Noes 0.) Ordered to the Assembly.",
            "2023-09-05 | Read third time. Passed. (Ayes 60. Noes 10.) Ordered to the Senate.").EffectiveDate);

    [Theory]
    [InlineData("Referred to Com. on BUDGET.")]
    [InlineData("Referred to Com. on REV. & TAX.")]
    public void Where_a_bill_often_takes_effect_at_once_without_urgency_nothing_is_said(string referral) =>
        Assert.Null(Chaptered("202320240AB9001", "2023-07-10", null, $"2023-03-09 | {referral}").EffectiveDate);

    private const string Extraordinary = "91st day after adjournment of the extraordinary session (Cal. Const. art. IV, sec. 8(c)(1))";

    private static BillProgress Read(string leginfoId, string asOf)
    {
        var history = Histories.OfBill(leginfoId);
        return StageReader.Read(history.Id, history.Lines, Histories.Day(asOf));
    }

    private static BillProgress Chaptered(string id, string day, bool? urgency = null, params string[] before) =>
        WithFacts(id, day, new EffectFacts { Urgency = urgency }, before);

    private static BillProgress WithFacts(string id, string day, EffectFacts facts, params string[] before) => StageReader.Read(
        BillId.FromLeginfoId(id),
        Histories.Lines([.. before, $"{day} | Approved by the Governor.", $"{day} | Chaptered by Secretary of State - Chapter 12, Statutes of {day[..4]}."]),
        Histories.Day(day),
        facts);
}
