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
    [InlineData("202320240AB9001", "2023-12-20", null)] // the 90 days would run into the new year
    [InlineData("202320241AB9001", "2023-10-08", null)] // 91 days after an adjournment that is not known
    [InlineData("202320240ACR9001", "2023-10-08", null)]
    public void A_statute_takes_effect_on_the_January_1_after_chaptering(string id, string chaptered, string? effective)
    {
        var progress = Chaptered(id, chaptered);

        Assert.Equal(effective is null ? null : Histories.Day(effective), progress.EffectiveDate);
        Assert.Equal(effective is null ? null : "January 1 after chaptering (Cal. Const. art. IV, sec. 8(c))", progress.EffectiveRule);
    }

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

    private static BillProgress Chaptered(string id, string day, bool? urgency = null, params string[] before) => StageReader.Read(
        BillId.FromLeginfoId(id),
        Histories.Lines([.. before, $"{day} | Approved by the Governor.", $"{day} | Chaptered by Secretary of State - Chapter 12, Statutes of {day[..4]}."]),
        Histories.Day(day),
        urgency);
}
