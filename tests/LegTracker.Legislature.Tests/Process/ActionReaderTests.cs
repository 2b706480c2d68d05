using static LegTracker.Legislature.ActionKind;

namespace LegTracker.Legislature.Tests;

public class ActionReaderTests
{
    private static readonly BillId Bill = BillId.FromLeginfoId("202320240AB9001");

    public static TheoryData<string, ActionKind[]> Lines => new()
    {
        { "Read first time. To print.", [Introduced, ReadFirst] },
        { "Introduced. Read first time. To Com. on RLS. for assignment. To print.", [Introduced, ReadFirst] },
        { "From printer. May be heard in committee March 22.", [Printed] },
        { "From printer. May be acted upon on or after March 7.", [Printed] },
        { "Referred to Coms. on P. & C.P. and JUD.", [Referred] },
        { "Re-referred to Com. on RLS. pursuant to Senate Rule 29.10(c).", [Rereferred] },
        { "To Com. on ED.", [Referred] },
        { "From committee: Do pass. To Consent Calendar. (Ayes 14. Noes 0.) (June 10).", [PassedCommittee, Consent] },
        { "From committee: Do pass and re-refer to Com. on APPR. with recommendation: To Consent Calendar. (Ayes 21. Noes 0.) (April 2). Re-referred to Com. on APPR.", [PassedCommittee, Rereferred] },
        { "From committee: Amend, and do pass as amended. (Ayes 8. Noes 2.). Read second time, amended, and to third reading.", [PassedCommittee, ReadSecond, Amended] },
        { "From committee: Do pass as amended, but first amend, and re-refer to Com. on APPR. (Ayes 17. Noes 2.)", [PassedCommittee] },
        { "From committee: Be ordered to second reading file pursuant to Senate Rule 28.8 and ordered to Consent Calendar.", [PassedCommittee, Consent] },
        { "From committee: Be placed on second reading file pursuant to Senate Rule 28.8 and ordered to consent calendar.", [PassedCommittee, Consent] },
        { "From committee: Be adopted. Ordered to Third Reading. (Ayes 13. Noes 0.) (February 23).", [PassedCommittee] },
        { "From committee: That the Senate amendments be concurred in. (Ayes 20. Noes 0.) (September 11).", [PassedCommittee] },
        { "From committee with author's amendments. Read second time and amended. Re-referred to Com. on L., P.E. & R.", [Amended, ReadSecond, Rereferred] },
        { "In committee: Set, first hearing. Referred to REV. & TAX. suspense file.", [Suspense] },
        { "July 16 set for first hearing. Placed on APPR suspense file.", [Suspense] },
        { "April 7 hearing: Placed on APPR. suspense file.", [Suspense] },
        { "In committee: Held under submission.", [Held] },
        { "September 1 hearing: Held in committee and under submission.", [Held] },
        { "Held at Desk.", [Procedural] },
        { "In Assembly. Read first time. Held at Desk.", [Received, ReadFirst] },
        { "In committee: Set, first hearing. Hearing canceled at the request of author.", [HearingCanceled] },
        { "March 28 set for first hearing canceled at the request of author.", [HearingCanceled] },
        { "In committee: Testimony taken. Hearing postponed by committee.", [HearingPostponed] },
        { "September 1 hearing postponed by committee.", [HearingPostponed] },
        { "Set for hearing May 18.", [HearingSet] },
        { "July 16 set for first hearing.", [HearingSet] },
        { "Set, first hearing. Testimony taken. Further hearing to be set. Set for hearing February 10.", [HearingSet] },
        { "In committee: Set, first hearing. Failed passage.", [FailedCommittee] },
        { "In committee: Set, final hearing. Failed passage. Reconsideration granted.", [FailedCommittee, Reconsideration] },
        { "March 19 set for first hearing. Failed passage in committee. (Ayes 1. Noes 3.) Reconsideration granted.", [FailedCommittee, Reconsideration] },
        { "April 17 set for first hearing. Reconsideration of favorable vote granted.", [Reconsideration] },
        { "Read third time. Refused passage. (Ayes 18. Noes 8. Page 1408.)", [ReadThird, FailedHouse] },
        { "Motion to reconsider made by Senator Niello.", [Reconsideration] },
        { "Reconsideration granted. (Ayes 40. Noes 0. Page 2415.)", [Reconsideration] },
        { "Read second time. Ordered to third reading.", [ReadSecond] },
        { "Read third time and amended. Ordered to second reading.", [ReadThird, Amended] },
        { "Ordered to inactive file at the request of Senator Richardson.", [InactiveFile] },
        { "From inactive file on motion of Senator Seyarto.", [FromInactiveFile] },
        { "Notice of intention to remove from inactive file given by Assembly Member Bonta.", [Procedural] },
        { "Read third time. Urgency clause adopted. Passed. Ordered to the Senate. (Ayes 79. Noes 0. Page 1341.).", [ReadThird, Urgency, PassedHouse] },
        { "Read third time, passed, and to Assembly. (Ayes 23. Noes 8. Page 52.)", [ReadThird, PassedHouse] },
        { "Withdrawn from committee. (Ayes 28. Noes 8. Page 357.)", [Withdrawn] },
        { "Withdrawn from engrossing and enrolling.", [Withdrawn] },
        { "Action rescinded whereby bill was re-referred to Com. on JUD. pursuant to Assembly Rule 77.2.", [Rescinded] },
        { "In Assembly. Held at Desk. Action rescinded whereby the bill was read third time, urgency clause adopted, passed, and ordered to the Senate. Ordered to third reading.", [Received, Rescinded] },
        { "In Senate. Concurrence in Assembly amendments pending.", [Received, ConcurrencePending] },
        { "In Assembly. Concurrence in Senate amendments pending. May be considered on or after June 28 pursuant to Assembly Rule 77.", [Received, ConcurrencePending] },
        { "Senate amendments concurred in. To Engrossing and Enrolling. (Ayes 79. Noes 0. Page 3366.).", [Concurred] },
        { "Senate concurs in Assembly amendments. (Ayes 31. Noes 5. Page 57.) To enrollment.", [Concurred] },
        { "Enrolled and presented to the Governor at 3:30 p.m.", [Enrolled, Presented] },
        { "Enrolled. To Governor at 9 a.m.", [Enrolled, Presented] },
        { "Enrolled and filed with the Secretary of State at 3:45 p.m.", [Enrolled, Filed] },
        { "Enrolled. To Secretary of State at 9 a.m.", [Enrolled, Filed] },
        { "Approved by the Governor.", [Signed] },
        { "Vetoed by Governor.", [Vetoed] },
        { "In Senate. Consideration of Governor's veto pending.", [Received, VetoPending] },
        { "Consideration of Governors veto died on file.", [VetoSustained] },
        { "Veto sustained.", [VetoSustained] },
        { "Became law without Governor's signature.", [Unsigned] },
        { "Chaptered by Secretary of State. Res. Chapter 1, Statutes of 1999-2000 First Extraordinary Session.", [Chaptered] },
        { "Read. Adopted. (Page 11.)", [Adopted] },
        { "Introduced. Read and adopted. (Ayes 35. Noes 1. Page 57.) To Assembly.", [Introduced, Adopted] },
        { "Died pursuant to Art. IV, Sec. 10(c) of the Constitution.", [Died] },
        { "From committee: Filed with the Chief Clerk pursuant to Joint Rule 56.", [Died, Filed] },
        { "Returned to Secretary of Senate pursuant to Joint Rule 56.", [Died, Returned] },
        { "From committee: Without further action pursuant to Joint Rule 62(a).", [Died] },
        { "From committee without further action.", [Died] },
        { "Died on file pursuant to Joint Rule 56.", [Died] },
        { "Joint Rule 62(a), file notice suspended. (Page 3164.)", [RuleWaived] },
        { "Assembly Rule 63 and 69 suspended.", [RuleWaived] },
        { "Senate Rules Suspended", [RuleWaived] },
        { "Coauthors revised.", [AuthorsChanged] },
        { "Measure version as amended on September 13 corrected.", [Procedural] },
        { "(Pending re-refer to Com. on JUD.)", [Procedural] },
        { "(Ayes 60. Noes 18. Page 3189.)", [Procedural] },
        { "Something the Legislature has never printed before.", [Unknown] },
        { "", [Procedural] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_tells_its_kinds(string text, ActionKind[] kinds) => Assert.Equal(kinds, Read(text).Kinds);

    [SharedDataFact]
    public void Every_template_of_the_real_corpus_is_understood()
    {
        var rows = File.ReadAllLines(SharedData.PathOf("action_templates.tsv")).Where(row => row[0] != '#').Select(row => row.Split('\t')).ToArray();

        var unknown = rows.Where(row => Read(row[2]).Kinds.Contains(Unknown)).Select(row => row[2]);

        Assert.Equal(178, rows.Length);
        Assert.Empty(unknown);
    }

    [Fact]
    public void Votes_and_the_hearing_day_come_from_the_parentheses()
    {
        var action = Read("From committee: Do pass and re-refer to Com. on JUD. (Ayes 11. Noes 0. Page 657.) (April 11). Re-referred to Com. on JUD.", "2023-04-12");

        Assert.Equal(new VoteCount(11, 0), action.Votes);
        Assert.Equal(Histories.Day("2023-04-11"), action.HearingDate);
    }

    [Theory]
    [InlineData("2024-12-30", "Set for hearing January 14.", "2025-01-14")]
    [InlineData("2025-01-02", "From committee: Do pass. (Ayes 7. Noes 0.) (December 30).", "2024-12-30")]
    [InlineData("2024-02-27", "Set for hearing February 29.", "2024-02-29")]
    [InlineData("2025-08-20", "July 16 set for first hearing. Placed on APPR. suspense file.", "2025-07-16")]
    [InlineData("2025-02-20", "From printer. May be heard in committee March 22.", null)]
    [InlineData("2025-02-20", "Set for hearing February 31.", null)]
    public void A_hearing_gets_the_year_that_brings_it_nearest(string date, string text, string? hearing) =>
        Assert.Equal(hearing is null ? null : Histories.Day(hearing), Read(text, date).HearingDate);

    [Theory]
    [InlineData("Chaptered by Secretary of State - Chapter 623, Statutes of 2025.", 623, 2025, 0, false)]
    [InlineData("Chaptered by Secretary of State. Chapter 58, Statutes of 2023.", 58, 2023, 0, false)]
    [InlineData("Chaptered by Secretary of State - Res. Chapter 174, Statutes of 2023.", 174, 2023, 0, true)]
    [InlineData("Chaptered by Secretary of State. Chapter 4, Statutes of 1999-2000 First Extraordinary Session.", 4, 1999, 1, false)]
    public void A_chapter_is_read_in_each_wording(string text, int number, int year, int extraordinary, bool isResolution) =>
        Assert.Equal(new ChapterCitation(number, year, extraordinary, isResolution), Read(text).Chapter);

    [Theory]
    [InlineData("Referred to Coms. on JUD., E. & C.A. and APPR.", House.Senate, new[] { "Senate Judiciary Committee", "Senate Elections and Constitutional Amendments Committee", "Senate Appropriations Committee" })]
    [InlineData("In Senate. Read first time. To Com. on RLS. for assignment.", null, new[] { "Senate Rules Committee" })]
    [InlineData("From committee chair, with author's amendments: Amend, and re-refer to Com. on P. & C.P. Read second time and amended.", House.Assembly, new[] { "Assembly Privacy and Consumer Protection Committee" })]
    [InlineData("Set for hearing April 26 in HEALTH pending receipt.", House.Senate, new[] { "Senate Health Committee" })]
    [InlineData("Re-referred to Com. on HEALTH pursuant to Assembly Rule 77.2.", House.Assembly, new[] { "Assembly Health Committee" })]
    [InlineData("Referred to Com. on Q. & Z.", House.Senate, new[] { "Q. & Z." })]
    public void Committees_are_written_out_by_house(string text, House? house, string[] names) =>
        Assert.Equal(names, ActionReader.Read(Bill, new HistoryLine(Histories.Day("2023-06-27"), text), house).Committees);

    [Fact]
    public void A_passage_tells_the_house_by_where_it_sends_the_bill()
    {
        Assert.Equal(House.Senate, Read("Read third time. Passed. Ordered to the Assembly. (Ayes 38. Noes 0. Page 2665.).").House);
        Assert.Equal(House.Assembly, Read("Read third time, passed, and to Senate. (Ayes 47. Noes 24. Page 84.)").House);
    }

    [Fact]
    public void A_line_with_many_votes_gives_none() =>
        Assert.Null(Read("Read third time. Amendments by Assembly Members A (Ayes 43. Noes 31. Page 128), B (Ayes 42. Noes 31. Page 129) tabled.").Votes);

    [Fact]
    public void Any_text_is_read_quickly_and_without_an_exception()
    {
        string[] hostile = [new string('A', 100_000), new string('(', 3_999), "Referred to Com. on " + new string('A', 3_900) + "a", string.Concat(Enumerable.Repeat("(April 1) ", 390)), string.Concat(Enumerable.Repeat("Notice of. ", 350))];

        Assert.All(hostile, text => Assert.NotEmpty(Read(text).Kinds));
        Samples.Properties(Samples.Texts, text => Read(text).Kinds.Length > 0);
    }

    private static ReadAction Read(string text, string date = "2023-06-01") =>
        ActionReader.Read(Bill, new HistoryLine(Histories.Day(date), text));
}
