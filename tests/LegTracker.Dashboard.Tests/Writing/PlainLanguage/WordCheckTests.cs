using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.PlainLanguage;

namespace LegTracker.Dashboard.Tests.Writing.PlainLanguage;

public sealed class WordCheckTests
{
    [Theory]
    [InlineData("No child can be arrested for prostitution.", null)]
    [InlineData("The county shall act.", WordFault.LegalWord)]
    [InlineData("Services as specified are free.", WordFault.LegalWord)]
    [InlineData("Notwithstanding that, it may.", WordFault.LegalWord)]
    [InlineData("It runs pursuant to the law.", WordFault.LegalWord)]
    [InlineData("A minor in said section is safe.", WordFault.LegalWord)]
    [InlineData("The Governor said no.", null)]
    [InlineData("It begins on 1/1/25.", WordFault.DateInFigures)]
    [InlineData("It begins on 2025-01-01.", WordFault.DateInFigures)]
    [InlineData("The session 2025-26 runs.", null)]
    [InlineData("It begins on January 1, 2025.", null)]
    [InlineData("It was signed today.", WordFault.RelativeDay)]
    [InlineData("The bill was recently amended.", WordFault.RelativeDay)]
    [InlineData("It was heard last week.", WordFault.RelativeDay)]
    [InlineData("The bill was killed.", WordFault.LoadedWord)]
    [InlineData("A child prostitute was arrested.", WordFault.FieldWord)]
    [InlineData("Two prostituted children were found.", WordFault.FieldWord)]
    [InlineData("The law ends juvenile prostitution.", WordFault.FieldWord)]
    [InlineData("It is about child pornography.", WordFault.FieldWord)]
    [InlineData("The bill is about prostitution of a child.", null)]
    [InlineData("Official title: “Crimes: child pornography.”", null)]
    [InlineData("Official title: “Services, as specified, pursuant to 1/1/25.”", null)]
    public void Words_that_readers_stumble_on_are_found_and_others_are_not(string text, object? expected)
    {
        var findings = Of(text);

        Assert.Equal(expected is null ? [] : [(WordFault)expected], findings.Select(finding => finding.Fault));
    }

    [Fact]
    public void A_sentence_may_have_25_words()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 24));

        Assert.Empty(Of($"Long {words}. Long {words}."));
        Assert.Equal(WordFault.LongSentence, Assert.Single(Of($"Longer {words} still.")).Fault);
    }

    [Fact]
    public void The_draft_of_the_2016_report_out_is_told_what_its_second_line_needs() => Assert.Equal(WordFault.LongSentence, Assert.Single(Of(
        "Child Welfare and Probation in all 58 counties must identify, serve, and document children and youth who are, or are at risk of becoming, victims of commercial sexual exploitation in California.")).Fault);

    [Theory]
    [InlineData("Dr. Lee of St. Ann's spoke at 9 a.m. on the bill. It passed.", 2)]
    [InlineData("Not listed: Assembly Bill (AB) 1394 (2023-24), AB 1831 (2023-24), and Senate Bill (SB) 1414 (2023-24).", 2)]
    [InlineData("Is it law? It is! Yes.", 3)]
    [InlineData("To do: one; two; three.", 3)]
    public void Sentences_end_where_a_reader_stops(string text, int count) => Assert.Equal(count, Sentences.In(text).Count());

    [Fact]
    public void A_list_of_bills_is_one_word() => Assert.Equal(3, Sentences.Words("Not listed: Assembly Bill (AB) 1394 (2023-24), AB 1831 (2023-24), and Senate Bill (SB) 1414 (2023-24)"));

    [Fact]
    public void The_list_of_sources_is_not_read() => Assert.Empty(WordCheck.Of([new TextBlock("line 1", "Sources"), new TextBlock("line 2", "Shall, 1/1/25.")], "Sources"));

    [Theory]
    [InlineData("child", 1)]
    [InlineData("exploitation", 4)]
    [InlineData("late", 1)]
    [InlineData("table", 2)]
    [InlineData("passed", 1)]
    [InlineData("the", 1)]
    public void Syllables_are_counted_near_enough(string word, int expected) => Assert.Equal(expected, ReadingGrade.Syllables(word));

    [Fact]
    public void Plain_sentences_have_a_lower_grade_than_a_digest()
    {
        var plain = ReadingGrade.Of(Sentences.In("No child can be arrested for prostitution. Tell the county if a child needs help."));
        var digest = ReadingGrade.Of(Sentences.In("This bill would, beginning January 1, 2025, prohibit a social media platform from knowingly facilitating, aiding, or abetting commercial sexual exploitation, as specified."));

        Assert.True(plain < ReadingGrade.Target, $"{plain}");
        Assert.True(digest > ReadingGrade.Hard, $"{digest}");
        Assert.Null(ReadingGrade.Of([]));
    }

    private static System.Collections.Immutable.ImmutableArray<WordFinding> Of(string text) => WordCheck.Of([new TextBlock("line 1", text)], "Sources");
}
