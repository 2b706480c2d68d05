namespace LegTracker.Legislature.Tests;

public class StageWordsTests
{
    private static readonly string[] Forbidden = ["dead", "killed", "died", "victory", "Com.", "APPR", "PUB"];

    [Fact]
    public void Every_stage_has_a_short_word_of_its_own()
    {
        var words = Enum.GetValues<Stage>().Select(StageWords.Of).ToArray();

        Assert.Equal(words.Length, words.Distinct().Count());
        Assert.All(words, word => Assert.DoesNotContain(Forbidden, bad => word.Contains(bad, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("ab-chaptered", "2024-01-20", "It was introduced in the Assembly on January 12, 2024 and waits to be assigned to a committee.")]
    [InlineData("ab-chaptered", "2024-03-01", "It is in the Assembly Public Safety Committee.")]
    [InlineData("ab-chaptered", "2024-05-09", "It has been on the suspense file of the Assembly Appropriations Committee since May 8, 2024, where bills that cost the State money wait to be decided on together.")]
    [InlineData("ab-chaptered", "2024-05-20", "It has been before the whole Assembly since May 16, 2024.")]
    [InlineData("ab-chaptered", "2024-05-25", "It passed the Assembly on May 23, 2024 and waits to be taken up in the Senate.")]
    [InlineData("ab-chaptered", "2024-09-01", "It passed both houses on August 31, 2024 and is being prepared for the Governor.")]
    [InlineData("ab-chaptered", "2024-09-13", "It has been with the Governor since September 12, 2024, who has until September 30, 2024 to act.")]
    [InlineData("ab-chaptered", "2024-10-01", "The Governor signed it on September 29, 2024; it is Chapter 9901 of the Statutes of 2024 and takes effect on January 1, 2025.")]
    [InlineData("ab-chaptered", "2025-01-01", "The Governor signed it on September 29, 2024; it is Chapter 9901 of the Statutes of 2024 and took effect on January 1, 2025.")]
    [InlineData("sb-vetoed", "2024-12-31", "The Governor vetoed it on September 25, 2024.")]
    [InlineData("sb-vetoed", "2024-03-05", "It is in the Senate Education Committee. A hearing is set for March 20, 2024.")]
    [InlineData("sb-held", "2024-08-31", "It has been held in the Assembly Appropriations Committee since August 15, 2024.")]
    [InlineData("sb-held", "2024-12-01", "It did not pass before the session ended on November 30, 2024; it is no longer under consideration.")]
    [InlineData("sb-rescinded", "2023-09-01", "It passed both houses in different forms, and the Senate must still agree to the Assembly's amendments.")]
    [InlineData("aca-filed", "2023-07-13", "Both houses adopted it on July 13, 2023.")]
    [InlineData("aca-filed", "2023-07-20", "It was filed with the Secretary of State on July 20, 2023; it is Resolution Chapter 9906 of the Statutes of 2023.")]
    public void A_stage_is_one_sentence_to_read_aloud(string fixture, string asOf, string sentence)
    {
        var history = Histories.Fixture(fixture);

        Assert.Equal(sentence, StageWords.Sentence(StageReader.Read(history.Id, history.Lines, Histories.Day(asOf))));
    }

    [Theory]
    [InlineData("2023-09-12", "Read third time. Passed. Ordered to the Assembly. (Ayes 38. Noes 0. Page 2665.).", "It passed the Senate floor 38 to 0 on September 12, 2023.")]
    [InlineData("2023-03-09", "Referred to Coms. on P. & C.P. and JUD.", "It was referred to the Assembly Privacy and Consumer Protection Committee and the Assembly Judiciary Committee on March 9, 2023.")]
    [InlineData("2023-03-09", "Referred to Com. on Q. & Z.", "It was referred to the committee listed as Q. & Z. on March 9, 2023.")]
    [InlineData("2023-08-14", "In committee: Referred to APPR suspense file.", "It was placed on the suspense file of the Assembly Appropriations Committee on August 14, 2023.")]
    [InlineData("2023-10-08", "Approved by the Governor.", "The Governor signed it on October 8, 2023.")]
    [InlineData("2023-10-08", "Chaptered by Secretary of State - Chapter 579, Statutes of 2023.", "It was filed with the Secretary of State on October 8, 2023 as Chapter 579 of the Statutes of 2023.")]
    [InlineData("2024-02-01", "From committee: Filed with the Chief Clerk pursuant to Joint Rule 56.", "It did not pass; it was taken out of consideration on February 1, 2024.")]
    [InlineData("2023-05-01", "Set for hearing May 18.", "A hearing was set for May 18, 2023.")]
    [InlineData("2023-05-31", "Motion to reconsider made by Senator Niello.", "A motion to vote on it again was made on May 31, 2023.")]
    [InlineData("2023-05-31", "A line of a new kind.", "The record of May 31, 2023 says: “A line of a new kind”.")]
    public void An_action_is_one_sentence_to_read_aloud(string date, string text, string sentence)
    {
        var action = ActionReader.Read(BillId.FromLeginfoId("202320240AB9001"), new HistoryLine(Histories.Day(date), text), House.Assembly);

        Assert.Equal(sentence, StageWords.Sentence(action));
    }

    [Fact]
    public void A_report_names_the_committee_that_had_the_bill_and_the_day_it_voted()
    {
        var history = Histories.Fixture("ab-chaptered");
        var actions = StageReader.Read(history.Id, history.Lines, Histories.Day("2024-12-31")).Actions;

        var report = actions.Single(action => action.Line.Date == Histories.Day("2024-04-24"));

        Assert.Equal("It passed the Assembly Privacy and Consumer Protection Committee 11 to 0 on April 23, 2024.", StageWords.Sentence(report));
        Assert.All(actions.Where(action => !action.Kinds.Contains(ActionKind.Procedural)), action =>
            Assert.DoesNotContain(Forbidden, bad => StageWords.Sentence(action).Contains(bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_stage_has_a_sentence_that_anyone_understands()
    {
        var sentences = Enum.GetValues<Stage>().Select(stage => StageWords.Sentence(InStage(stage))).ToArray();

        Assert.All(sentences, IsPlain);
        Assert.Equal([StageWords.Sentence(InStage(Stage.Unknown))], sentences.Where(sentence => sentence.Contains("unknown", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Stage.InCommittee)]
    [InlineData(Stage.OnSuspense)]
    [InlineData(Stage.Held)]
    [InlineData(Stage.InSecondHouseCommittee)]
    [InlineData(Stage.SecondHouseOnSuspense)]
    [InlineData(Stage.SecondHouseHeld)]
    public void A_stage_in_committee_names_the_committee(Stage stage) =>
        Assert.Contains("the Assembly Public Safety Committee", StageWords.Sentence(InStage(stage)), StringComparison.Ordinal);

    [Fact]
    public void Every_kind_of_action_has_a_sentence_of_its_own_that_anyone_understands()
    {
        var sentences = Enum.GetValues<ActionKind>().ToDictionary(kind => kind, kind => StageWords.Sentence(Only(kind)));

        Assert.All(sentences.Values, IsPlain);
        Assert.All(sentences, pair => Assert.Equal(pair.Key is ActionKind.Unknown or ActionKind.Procedural, pair.Value.Contains('“', StringComparison.Ordinal)));
        Assert.Equal([ActionKind.Referred, ActionKind.Rereferred], sentences.GroupBy(pair => pair.Value).Where(same => same.Count() > 1).SelectMany(same => same.Select(pair => pair.Key)));
        Assert.All(sentences, pair => Assert.True(
            pair.Key is ActionKind.HearingCanceled or ActionKind.HearingPostponed ? pair.Value.Contains("of May 2, 2024", StringComparison.Ordinal)
            : pair.Value.Contains(pair.Key is ActionKind.HearingSet or ActionKind.PassedCommittee ? "May 2, 2024" : "May 1, 2024", StringComparison.Ordinal),
            pair.Value));
    }

    /// <summary>One or two sentences with a full stop, without abbreviations, and without a word of the process that is not explained where it stands.</summary>
    private static void IsPlain(string sentence)
    {
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Forbidden, bad => sentence.Contains(bad, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\b(Coms?|Sec|Art|Ch|Res|APPR|RLS|E&E)\b\.?|[a-z]\. [a-z]| ,|\{|,\.", sentence);
        foreach (var (term, explanation) in Explained)
        {
            Assert.True(!sentence.Contains(term, StringComparison.Ordinal) || sentence.Contains(explanation, StringComparison.Ordinal), sentence);
        }
    }

    private static readonly (string Term, string Explanation)[] Explained =
    [
        ("enrolled", "prepared"), ("inactive file", "called back"), ("conference committee", "both houses"), ("consent calendar", "without opposition"),
        ("first reading", "Its title was read"), ("second reading", "recommended"), ("third reading", "debate and vote"), ("urgency clause", "at once"),
        ("chapter", "Secretary of State"), ("engross", "text"), ("concur", "agree"),
    ];

    private static BillProgress InStage(Stage stage)
    {
        var history = Histories.Fixture("ab-chaptered");
        return StageReader.Read(history.Id, history.Lines, Histories.Day("2024-03-01")) with
        {
            Stage = stage,
            Location = "Assembly",
            Committee = "Assembly Public Safety Committee",
        };
    }

    private static ReadAction Only(ActionKind kind) => new(
        new HistoryLine(Histories.Day("2024-05-01"), "A line in the source's own words."), [kind], ["Assembly Public Safety Committee"],
        new VoteCount(11, 0), Histories.Day("2024-05-02"), null, Stage.Unknown)
    {
        House = House.Assembly,
        ActingCommittee = "Assembly Public Safety Committee",
    };
}
