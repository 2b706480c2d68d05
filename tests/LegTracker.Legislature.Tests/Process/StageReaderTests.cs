namespace LegTracker.Legislature.Tests;

/// <summary>Stages from short histories of ours; the real ones are in <see cref="RealHistoryTests"/>.</summary>
public class StageReaderTests
{
    private static readonly BillId AssemblyBill = BillId.FromLeginfoId("202320240AB9001");
    private static readonly BillId SenateBill = BillId.FromLeginfoId("202320240SB9002");

    [Fact]
    public void A_bill_without_lines_is_unknown()
    {
        var progress = StageReader.Read(AssemblyBill, [], Histories.Day("2023-05-01"));

        Assert.Equal((Stage.Unknown, null, null, null), (progress.Stage, progress.Since, progress.Cause, progress.Location));
    }

    [Fact]
    public void A_second_reading_moves_the_bill_to_the_floor()
    {
        var progress = Read(AssemblyBill, "2023-06-01",
            "2023-02-17 | Read first time. To print.",
            "2023-03-09 | Referred to Com. on JUD.",
            "2023-05-02 | From committee: Do pass. (Ayes 10. Noes 0.) (May 2).",
            "2023-05-03 | Read second time. Ordered to third reading.");

        Assert.Equal((Stage.OnFloor, "Assembly", null), (progress.Stage, progress.Location, progress.Committee));
        Assert.Equal((Histories.Day("2023-05-02"), "From committee: Do pass. (Ayes 10. Noes 0.) (May 2)."), (progress.Since, progress.Cause?.Line?.Text));
    }

    [Fact]
    public void Lines_after_the_day_asked_for_are_ignored()
    {
        var progress = Read(AssemblyBill, "2023-03-08", "2023-02-17 | Read first time. To print.", "2023-03-09 | Referred to Com. on JUD.");

        Assert.Equal(Stage.Introduced, progress.Stage);
        Assert.Single(progress.Actions);
    }

    [Fact]
    public void A_failed_committee_vote_is_not_the_end_when_reconsideration_is_granted()
    {
        string[] referred = ["2023-02-17 | Read first time. To print.", "2023-03-09 | Referred to Com. on PUB. S."];

        Assert.Equal(Stage.InCommittee, Read(AssemblyBill, "2023-05-01", [.. referred, "2023-04-18 | In committee: Set, second hearing. Failed passage. Reconsideration granted."]).Stage);
        Assert.Equal(Stage.Held, Read(AssemblyBill, "2023-05-01", [.. referred, "2023-04-18 | In committee: Set, second hearing. Failed passage."]).Stage);
    }

    [Fact]
    public void A_refused_passage_stays_on_the_floor_until_reconsideration_is_refused()
    {
        string[] floor = ["2023-02-17 | Read first time. To print.", "2023-05-03 | Read second time. Ordered to third reading.", "2023-05-31 | Read third time. Refused passage. (Ayes 18. Noes 8. Page 1408.)"];

        Assert.Equal(Stage.OnFloor, Read(AssemblyBill, "2023-06-05", floor).Stage);
        Assert.Equal(Stage.OnFloor, Read(AssemblyBill, "2023-06-05", [.. floor, "2023-06-01 | Reconsideration granted."]).Stage);
        Assert.Equal(Stage.Dead, Read(AssemblyBill, "2023-06-05", [.. floor, "2023-06-01 | Reconsideration refused."]).Stage);
    }

    [Fact]
    public void A_held_bill_is_taken_up_again_when_it_is_set_for_hearing()
    {
        var progress = Read(SenateBill, "2024-01-12",
            "2023-01-18 | Introduced. Read first time. To Com. on RLS. for assignment. To print.",
            "2023-02-22 | Referred to Com. on APPR.",
            "2023-05-18 | May 18 hearing: Held in committee and under submission.",
            "2024-01-12 | Set for hearing January 18.");

        Assert.Equal((Stage.InCommittee, Histories.Day("2024-01-18"), true), (progress.Stage, progress.NextHearing, progress.TwoYear));
    }

    [Fact]
    public void A_veto_stays_a_veto_whatever_follows()
    {
        var history = Histories.Fixture("sb-vetoed");

        foreach (var day in new[] { "2024-09-25", "2024-11-30", "2024-12-01", "2025-06-01" })
        {
            var progress = StageReader.Read(history.Id, history.Lines, Histories.Day(day));
            Assert.Equal((Stage.Vetoed, Histories.Day("2024-09-25")), (progress.Stage, progress.Since));
        }
    }

    [Fact]
    public void A_bill_is_chaptered_in_whatever_order_the_day_tells_it()
    {
        var history = Histories.Fixture("ab-chaptered");
        var swapped = history.Lines.Reverse().OrderBy(line => line.Date).ToArray();

        var progress = StageReader.Read(history.Id, swapped, Histories.Day("2024-12-31"));

        Assert.Equal((Stage.Chaptered, 9901, Histories.Day("2024-09-29")), (progress.Stage, progress.Chapter?.Number, progress.SignedDate));
        Assert.All(progress.Actions.Zip(swapped), pair => Assert.Same(pair.Second, pair.First.Line));
    }

    [Fact]
    public void What_the_session_left_unfinished_ends_by_rule_after_November_30()
    {
        var history = Histories.Fixture("sb-held");

        var last = StageReader.Read(history.Id, history.Lines, Histories.Day("2024-11-30"));
        var after = StageReader.Read(history.Id, history.Lines, Histories.Day("2024-12-01"));

        Assert.Equal((Stage.SecondHouseHeld, "Assembly Appropriations Committee"), (last.Stage, last.Committee));
        Assert.Equal((Stage.Dead, new StageCause(null, StageReader.EndOfSession), Histories.Day("2024-11-30")), (after.Stage, after.Cause, after.Since));
        Assert.Null(after.Committee);
        Assert.DoesNotContain(after.Actions, action => action.StageAfter == Stage.Dead);
    }

    [Theory]
    [InlineData("2024-01-31 | Died pursuant to Art. IV, Sec. 10(c) of the Constitution.")]
    [InlineData("2024-02-01 | From committee: Filed with the Chief Clerk pursuant to Joint Rule 56.")]
    [InlineData("2024-01-10 | From committee: Without further action pursuant to Joint Rule 62(a).")]
    [InlineData("2024-02-01 | Returned to Secretary of Senate pursuant to Joint Rule 56.")]
    [InlineData("2024-02-01 | Died at Desk.")]
    [InlineData("2024-02-01 | Died on file pursuant to Joint Rule 56.")]
    public void A_bill_ends_by_a_line_of_its_own(string line)
    {
        var progress = Read(AssemblyBill, "2024-03-01", "2023-02-17 | Read first time. To print.", "2023-03-09 | Referred to Com. on PUB. S.", line);

        Assert.Equal(Stage.Dead, progress.Stage);
        Assert.Equal(Histories.Lines(line)[0], progress.Cause?.Line);
    }

    [Fact]
    public void A_bill_withdrawn_from_enrolling_moves_back()
    {
        var history = Histories.Fixture("sb-rescinded");

        var stages = history.Lines.Select(line => StageReader.Read(history.Id, history.Lines, line.Date).Stage).Distinct();

        Assert.Equal([Stage.Introduced, Stage.InCommittee, Stage.OnFloor, Stage.PassedFirstHouse, Stage.InSecondHouseCommittee, Stage.OnSecondHouseFloor, Stage.Concurrence, Stage.PassedLegislature, Stage.Enrolled, Stage.Chaptered], stages);
        Assert.Equal(Stage.PassedLegislature, StageReader.Read(history.Id, history.Lines, Histories.Day("2023-09-06")).Stage);
        Assert.Equal(Stage.OnSecondHouseFloor, StageReader.Read(history.Id, history.Lines, Histories.Day("2023-09-07")).Stage);
    }

    [Theory]
    [InlineData("2023-09-14", false)]
    [InlineData("2023-09-15", true)]
    [InlineData("2024-03-01", true)]
    public void A_bill_that_the_first_year_left_in_the_houses_is_a_two_year_bill(string asOf, bool twoYear) =>
        Assert.Equal(twoYear, Read(AssemblyBill, asOf, "2023-02-17 | Read first time. To print.", "2023-03-09 | Referred to Com. on PUB. S.").TwoYear);

    [Fact]
    public void A_bill_of_the_second_year_or_one_that_both_houses_passed_is_no_two_year_bill()
    {
        var chaptered = Histories.Fixture("ab-chaptered");

        Assert.False(StageReader.Read(chaptered.Id, chaptered.Lines, Histories.Day("2024-06-30")).TwoYear);
        Assert.False(Read(AssemblyBill, "2023-09-20", "2023-02-17 | Read first time. To print.", "2023-09-13 | Senate amendments concurred in. To Engrossing and Enrolling. (Ayes 77. Noes 0.).").TwoYear);
    }

    [Fact]
    public void A_one_house_resolution_is_adopted_and_never_goes_to_the_Governor()
    {
        var progress = Read(BillId.FromLeginfoId("202320240HR9003"), "2024-12-05", "2023-01-20 | Introduced.", "2023-01-20 | Read. Adopted. (Page 11.)");

        Assert.Equal((Stage.Adopted, null), (progress.Stage, progress.GovernorDeadline));
        Assert.Equal([ProgressStep.Introduced, ProgressStep.Policy, ProgressStep.Fiscal, ProgressStep.Floor], progress.Marks.Select(mark => mark.Step));
    }

    [Fact]
    public void A_constitutional_amendment_goes_to_the_Secretary_of_State()
    {
        var history = Histories.Fixture("aca-filed");

        var progress = StageReader.Read(history.Id, history.Lines, Histories.Day("2023-08-01"));

        Assert.Equal((Stage.Chaptered, null, null), (progress.Stage, progress.EffectiveDate, progress.SignedDate));
        Assert.True(progress.Chapter!.IsResolution);
        Assert.Equal(Stage.Adopted, StageReader.Read(history.Id, history.Lines, Histories.Day("2023-07-13")).Stage);
    }

    [Fact]
    public void An_unsigned_bill_is_law_without_a_signature()
    {
        var progress = Read(AssemblyBill, "2023-10-20", "2023-09-21 | Enrolled and presented to the Governor at 3 p.m.", "2023-10-15 | Became law without Governor's signature.");

        Assert.Equal((Stage.LawWithoutSignature, null), (progress.Stage, progress.SignedDate));
    }

    private static BillProgress Read(BillId id, string asOf, params string[] lines) => StageReader.Read(id, Histories.Lines(lines), Histories.Day(asOf));
}
