using FsCheck.Fluent;

namespace LegTracker.Legislature.Tests;

/// <summary>Dates and conditions read from sentences. Every sentence here is constructed in the style of real bills, unless a test says otherwise.</summary>
public class OperativeReaderTests
{
    private static readonly BillId Bill = BillId.FromLeginfoId("202520260AB9001");

    [Fact]
    public void The_constructed_digest_of_AB_1394_gives_January_1_2025()
    {
        const string Constructed = "Existing law establishes civil liability. This bill would, beginning January 1, 2025, prohibit a social media platform from knowingly facilitating commercial sexual exploitation.";

        var statement = Assert.Single(OperativeReader.Read(Constructed, BillId.FromLeginfoId("202320240AB1394")));

        Assert.Equal((OperativeKind.Operative, new DateOnly(2025, 1, 1), null, null), (statement.Kind, statement.Date, statement.Condition, statement.Part));
        Assert.Equal(Constructed[Constructed.IndexOf("This bill", StringComparison.Ordinal)..], statement.Sentence);
    }

    [Theory]
    [InlineData("This bill would become operative only if AB 1831 is also enacted.", "this act", "if AB 1831 is also enacted.")]
    [InlineData("The bill would make its provisions operative only if AB 1831 is also enacted.", "this act", "if AB 1831 is also enacted.")]
    [InlineData("This act shall become operative only if Assembly Bill 1831 of the 2023–24 Regular Session is enacted and becomes effective on or before January 1, 2025.", "this act", "if Assembly Bill 1831 of the 2023–24 Regular Session is enacted and becomes effective on or before January 1, 2025.")]
    public void The_constructed_sentence_of_SB_1381_waits_for_AB_1831(string constructed, string part, string words)
    {
        var statement = Assert.Single(OperativeReader.Read(constructed, BillId.FromLeginfoId("202320240SB1381")));

        Assert.Equal((OperativeKind.Operative, null, part, words), (statement.Kind, statement.Date, statement.Part, statement.Condition!.Words));
        Assert.Equal([BillId.FromLeginfoId("202320240AB1831")], statement.Condition.Bills.ToArray());
    }

    [Theory]
    [InlineData("This bill would, commencing on and after July 1, 2026, require a hotel to train its staff.", "Operative 2026-07-01")]
    [InlineData("This bill would require a hotel, commencing July 1, 2026, to train its staff.", "Operative 2026-07-01")]
    [InlineData("Beginning January 1, 2027, this bill would require a hotel to train its staff.", "Operative 2027-01-01")]
    [InlineData("The bill would, on and after July 1, 2026, require this.", "Operative 2026-07-01")]
    [InlineData("(2) The bill would make these provisions operative on January 1, 2027.", "Operative 2027-01-01")]
    [InlineData("This bill would, commencing July 1, 2026, and until January 1, 2030, authorize a pilot program.", "Operative 2026-07-01, Inoperative 2030-01-01")]
    [InlineData("This bill would, until January 1, 2030, authorize a pilot program.", "Inoperative 2030-01-01")]
    [InlineData("The bill would repeal these provisions on January 1, 2030.", "Repealed 2030-01-01")]
    [InlineData("This bill would extend the operation of those provisions until January 1, 2030.", "Inoperative 2030-01-01")]
    [InlineData("This section shall become operative on January 1, 2027.", "Operative 2027-01-01")]
    [InlineData("This section shall become operative January 1,\n   2027.", "Operative 2027-01-01")]
    [InlineData("This chapter shall not become operative until July 1, 2027.", "Operative 2027-07-01")]
    [InlineData("On July 1, 2027, this section shall become operative.", "Operative 2027-07-01")]
    [InlineData("(c) This section shall remain in effect only until January 1, 2030, and as of that date is repealed.", "Repealed 2030-01-01")]
    [InlineData("(d) This section shall become inoperative on July 1, 2028, and, as of January 1, 2029, is repealed.", "Inoperative 2028-07-01, Repealed 2029-01-01")]
    [InlineData("This section is repealed on January 1, 2030, unless a later enacted statute deletes that date.", "Repealed 2030-01-01")]
    [InlineData("This bill would authorize, until January 1, 2030, a county to begin a pilot program.", "Inoperative 2030-01-01")]
    [InlineData("This bill would make these provisions inoperative on July 1, 2028, and would repeal them as of January 1, 2029.", "Inoperative 2028-07-01, Repealed 2029-01-01")]
    [InlineData("This bill would extend the repeal date of the act from January 1, 2026, to January 1, 2031.", "Inoperative 2031-01-01")]
    [InlineData("Notwithstanding Section 2, this section shall become operative on July 1, 2026.", "Operative 2026-07-01")]
    [InlineData("Section 5 of the Penal Code, as amended by Section 2 of Chapter 1 of the Statutes of 2023, is amended to read: 5. This section shall be operative commencing July 1, 2026.", "Operative 2026-07-01")]
    public void A_sentence_that_says_it_in_so_many_words_is_read(string constructed, string expected) => Assert.Equal(expected, Read(constructed));

    [Theory]
    [InlineData("This bill would require the department, on or before January 1, 2026, to report to the Legislature.")]
    [InlineData("This bill would, by January 1, 2026, require a report.")]
    [InlineData("Existing law, beginning January 1, 2026, requires a hotel to train its staff.")]
    [InlineData("Existing law requires a hotel to train its staff. Those provisions become operative on January 1, 2026.")]
    [InlineData("Existing law requires a hotel to train its staff. This act shall become operative on January 1, 2026.")]
    [InlineData("This bill would delete the requirement that, beginning January 1, 2026, a hotel train its staff.")]
    [InlineData("This bill would delete the January 1, 2026, repeal date.")]
    [InlineData("This bill would delete the provision that makes them inoperative on January 1, 2026.")]
    [InlineData("This bill would delay the date on which existing law becomes operative on January 1, 2027.")]
    [InlineData("This bill would allow a credit for taxable years beginning on or after January 1, 2026, and before January 1, 2031.")]
    [InlineData("This bill would require a report for the fiscal year beginning July 1, 2026.")]
    [InlineData("This bill would, beginning February 30, 2026, require a report.")]
    [InlineData("This bill would, beginning January 1, 2019, require a report.")]
    [InlineData("The Inoperative Wells Act was passed on January 1, 2026.")]
    [InlineData("Beginning January 1, 2026, a hotel shall train its staff.")]
    [InlineData("Section 1 of the Civil Code is amended to read: 1. (a) Beginning January 1, 2026, a hotel shall train its staff.")]
    [InlineData("This section shall not become operative if Senate Bill 5 is enacted.")]
    [InlineData("This section shall become operative on July 1, 2026, or upon certification by the department, whichever is later.")]
    [InlineData("This bill would, until January 1, 2030, or until the fund is exhausted, whichever occurs first, authorize a program.")]
    [InlineData("If the voters approve it, this section shall become operative on July 1, 2026.")]
    [InlineData("This bill would state the intent of the Legislature to enact legislation that would, beginning January 1, 2027, require training.")]
    [InlineData("This bill would extend the deadline for the report to January 1, 2027.")]
    [InlineData("This bill would delete the provision that they become operative only if SB 5 is enacted.")]
    [InlineData("")]
    public void A_sentence_that_leaves_a_doubt_is_not_read(string constructed) => Assert.Empty(OperativeReader.Read(constructed, Bill));

    [Fact]
    public void A_section_that_waits_for_another_bill_is_named()
    {
        const string Constructed = "SEC. 3. Section 1.5 of this bill incorporates amendments to Section 647 of the Penal Code proposed by both this bill and Assembly Bill 379. That section of this bill shall only become operative if (1) both bills are enacted and become effective on or before January 1, 2026, (2) each bill amends Section 647 of the Penal Code, and (3) this bill is enacted after Assembly Bill 379, in which case Section 1 of this bill shall not become operative.";

        var statement = Assert.Single(OperativeReader.Read(Constructed, Bill));

        Assert.Equal(("Section 1.5 of this bill", null), (statement.Part, statement.Date));
        Assert.Equal([BillId.FromLeginfoId("202520260AB379")], statement.Condition!.Bills.ToArray());
    }

    [Fact]
    public void A_section_that_waits_for_another_bills_operative_date_has_no_date_of_its_own()
    {
        const string Constructed = "THE PEOPLE OF THE STATE OF CALIFORNIA DO ENACT AS FOLLOWS: SEC. 4. Section 1.5 of this bill incorporates amendments to Section 35 of the Code of Civil Procedure proposed by both this bill and Assembly Bill 5. That section of this bill shall only become operative if (1) both bills are enacted and become effective on or before January 1, 2026, but this bill becomes operative first, and (2) this bill is enacted after Assembly Bill 5, in which case Section 35 of the Code of Civil Procedure, as amended by Section 1 of this bill, shall remain operative only until the operative date of Assembly Bill 5, at which time Section 1.5 of this bill shall become operative.";

        var statement = Assert.Single(OperativeReader.Read(Constructed, Bill));

        Assert.Equal((OperativeKind.Operative, null, "Section 1.5 of this bill"), (statement.Kind, statement.Date, statement.Part));
        Assert.Equal([BillId.FromLeginfoId("202520260AB5")], statement.Condition!.Bills.ToArray());
    }

    [Theory]
    [InlineData("This section shall become operative on July 1, 2026, but only if Senate Bill 5 is enacted.", "2026-07-01", "if Senate Bill 5 is enacted.", "202520260SB5")]
    [InlineData("This section shall become operative on July 1, 2026, unless Senate Bill 5 is enacted.", "2026-07-01", "unless Senate Bill 5 is enacted.", "")]
    [InlineData("This act shall not become operative unless Senate Bill 5 is enacted.", "", "unless Senate Bill 5 is enacted.", "202520260SB5")]
    [InlineData("This chapter shall become operative upon appropriation by the Legislature.", "", "upon appropriation by the Legislature.", "")]
    public void A_condition_goes_with_its_date(string constructed, string date, string words, string bills)
    {
        var statement = Assert.Single(OperativeReader.Read(constructed, Bill));

        Assert.Equal((date, words, bills), ($"{statement.Date:yyyy-MM-dd}", statement.Condition!.Words, string.Join(',', statement.Condition.Bills.Select(id => id.LeginfoId))));
    }

    [Fact]
    public void Additional_changes_of_the_digest_wait_for_the_other_bill()
    {
        var statement = Assert.Single(OperativeReader.Read("This bill would incorporate additional changes to Section 647 of the Penal Code proposed by AB 379 to be operative only if this bill and AB 379 are enacted and this bill is enacted last.", Bill));

        Assert.Equal("additional changes to Section 647 of the Penal Code proposed by AB 379", statement.Part);
        Assert.Equal([BillId.FromLeginfoId("202520260AB379")], statement.Condition!.Bills.ToArray());
    }

    [Theory]
    [InlineData("if Senate Bill 5 is enacted, but Assembly Bill 6 is not enacted.", "202520260SB5")]
    [InlineData("if Senate Bill X1 5 and ABX2-6 are enacted", "202520261SB5,202520262AB6")]
    [InlineData("if this bill and either Assembly Bill 147 or Senate Bill 147 are enacted", "202520260AB147,202520260SB147")]
    [InlineData("if Senate Bill 5 of the 2025–26 First Extraordinary Session is enacted", "202520261SB5")]
    [InlineData("if the Director of Finance certifies it", "")]
    public void The_bills_a_condition_wants_are_named(string words, string bills)
    {
        var statement = Assert.Single(OperativeReader.Read($"This act shall become operative only {words}", Bill));

        Assert.Equal(bills, string.Join(',', statement.Condition!.Bills.Select(id => id.LeginfoId)));
    }

    [Fact]
    public void A_section_is_named_by_the_law_it_stands_in()
    {
        const string Constructed = """
            The people of the State of California do enact as follows:

            SECTION 1.  Title 1.3 (commencing with Section 3273.65) is added to Part 4 of Division 3 of the Civil Code, to read:

            3273.65.  For purposes of this title, “platform” has the meaning of existing law.

            3273.66.  (a) Beginning January 1, 2026, a platform shall answer within 30 days.
            (b) This section shall become operative on July 1, 2026.

            This title shall remain in effect only until January 1, 2031, and as of that date is repealed.

            SEC. 2.  Section 647 of the Penal Code is amended to read:

            647.  This section shall become operative on January 1, 2027.

            SEC. 3.  Section 2 of this act shall become operative on March 1, 2027, only if Senate Bill 5 is enacted.
            """;

        var statements = OperativeReader.Read(Constructed, Bill);

        Assert.Equal(
            [
                "Operative 2026-01-01 ",
                "Operative 2026-07-01 Section 3273.66 of the Civil Code",
                "Repealed 2031-01-01 Title 1.3 (commencing with Section 3273.65) of the Civil Code",
                "Operative 2027-01-01 Section 647 of the Penal Code",
                "Operative 2027-03-01 Section 2 of this act",
            ],
            statements.Select(statement => $"{statement.Kind} {statement.Date:yyyy-MM-dd} {statement.Part}"));
        Assert.Equal("if Senate Bill 5 is enacted.", statements[^1].Condition!.Words);
    }

    [SharedDataFact]
    public void The_real_texts_at_hand_state_no_operative_date()
    {
        var texts = Directory.GetFiles(SharedData.PathOf("pubinfo"), "*.lob").Select(PlainText.Of).ToArray();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Contains("enact as follows", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.Empty(OperativeReader.Read(text, Bill)));
        Assert.All(texts, text => Assert.Equal(EffectFacts.None, EffectFacts.FromText(text)));
    }

    [SharedDataFact]
    public void A_constructed_clause_set_into_a_real_text_is_found_with_its_section()
    {
        var text = PlainText.Of(SharedData.PathOf("pubinfo/BILL_VERSION_TBL_9506.lob"));
        var end = text.IndexOf("SEC. 3.", StringComparison.Ordinal);

        var statement = Assert.Single(OperativeReader.Read(text.Insert(end, "(z) This section shall become operative on July 1, 2026.\n\n"), Bill));

        Assert.Matches("^Section [0-9.]+ of the Business and Professions Code$", statement.Part);
    }

    [Fact]
    public void Any_text_is_read_and_every_sentence_stands_in_it() => Samples.Properties(
        from parts in Gen.ListOf(Gen.OneOf(Samples.Texts, Gen.Elements(
            "This bill would, ", "beginning ", "January 1, 2027", ", ", ". ", "\n\n", "This section shall ", "become operative ", "on ", "only if ", "AB 5", " is enacted", "is repealed",
            "until ", "Existing law", "SEC. 2. ", "Section 1.5 of this bill ", "Section 4 is added to the Penal Code, to read:", "(a) ", "February 31, 9999", "Senate Bill 0")))
        select string.Concat(parts),
        text => OperativeReader.Read(text, Bill).All(statement => text.Contains(statement.Sentence, StringComparison.Ordinal)) && EffectFacts.FromText(text) is not null);

    [Theory]
    [InlineData("This bill would, beginning ")]
    [InlineData(" ")]
    [InlineData("This bill would extend the operation until, ")]
    [InlineData("The bill would, beginning January 1, 2027, ")]
    [InlineData("Section 1 of this act, \n\n")]
    [InlineData("Section 1 is added to the ")]
    [InlineData("This section shall become operative on January 1, 2027. ")]
    [InlineData(", until January 1, 2030")]
    [InlineData(", ")]
    [InlineData("operative only if AB 1 is not enacted but ")]
    public async Task A_megabyte_is_read_in_time_that_grows_with_its_length(string piece)
    {
        // As one sentence, and as many of the longest that are read.
        var whole = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var sentence = "This bill would " + string.Concat(Enumerable.Repeat(piece, 5_900 / piece.Length));
        var parted = string.Join("\n\n", Enumerable.Repeat(sentence, 1_000_000 / sentence.Length));

        await Task.Run(() => (OperativeReader.Read(whole, Bill), OperativeReader.Read(parted, Bill), EffectFacts.FromText(parted))).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static string Read(string text) =>
        string.Join(", ", OperativeReader.Read(text, Bill).Select(statement => $"{statement.Kind} {statement.Date:yyyy-MM-dd}"));
}
