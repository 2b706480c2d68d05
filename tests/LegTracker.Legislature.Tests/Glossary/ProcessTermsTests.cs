namespace LegTracker.Legislature.Tests;

/// <summary>The words of the process are explained once, and found where they are used.</summary>
public class ProcessTermsTests
{
    [Theory]
    [InlineData("suspense file")]
    [InlineData("enrolled")]
    [InlineData("chaptered")]
    [InlineData("inactive file")]
    [InlineData("concurrence")]
    [InlineData("consent calendar")]
    [InlineData("first reading")]
    [InlineData("second reading")]
    [InlineData("third reading")]
    [InlineData("engrossed")]
    [InlineData("urgency clause")]
    [InlineData("two-year bill")]
    [InlineData("held in committee")]
    [InlineData("gut and amend")]
    [InlineData("Governor's desk")]
    [InlineData("veto")]
    [InlineData("reconsideration")]
    [InlineData("conference committee")]
    [InlineData("do pass")]
    [InlineData("author")]
    [InlineData("digest")]
    [InlineData("trailer bill")]
    [InlineData("sunset")]
    [InlineData("operative date")]
    [InlineData("double referral")]
    public void A_word_of_the_process_is_explained(string name) => Assert.Equal(name, ProcessTerms.Find(name)?.Name);

    [Theory]
    [InlineData("APPR", "appropriations committee")]
    [InlineData("RLS.", "rules committee")]
    [InlineData("E&E", "engrossed")]
    [InlineData("Two Year Bill", "two-year bill")]
    [InlineData("URGENCY", "urgency clause")]
    [InlineData("vetoed", "veto")]
    [InlineData("SCA", "constitutional amendment")]
    [InlineData("operative", "operative date")]
    public void Short_and_other_forms_find_the_same_term(string form, string name) => Assert.Equal(name, ProcessTerms.Find(form)?.Name);

    [Theory]
    [InlineData("")]
    [InlineData("wicket")]
    public void Another_word_is_not_found(string word) => Assert.Null(ProcessTerms.Find(word));

    [Fact]
    public void A_sentence_gives_its_terms_once_in_their_order()
    {
        var terms = ProcessTerms.In("It was placed on the suspense file, left the suspense file and was enrolled; the enrolled bill was vetoed.");

        Assert.Equal(["suspense file", "enrolled", "bill", "veto"], terms.Select(term => term.Name));
    }

    [Fact]
    public void The_longer_term_is_taken_and_no_part_of_a_word()
    {
        Assert.Equal(["conference committee"], ProcessTerms.In("A conference committee met.").Select(term => term.Name));
        Assert.Empty(ProcessTerms.In("The billboards stood, the authority was there."));
        Assert.Equal(["two-year bill"], ProcessTerms.In("A two year\nbill.").Select(term => term.Name));
    }

    [Fact]
    public void Every_term_is_one_sentence_with_a_source_and_no_form_has_two_meanings()
    {
        var forms = ProcessTerms.All.SelectMany(term => new[] { term.Name, term.ShortForm, term.Expansion }.OfType<string>()
            .Concat(term.Forms).Select(form => (Form: form.TrimEnd('.').ToUpperInvariant(), term.Name)).Distinct());

        Assert.Empty(forms.Distinct().GroupBy(pair => pair.Form).Where(same => same.Select(pair => pair.Name).Distinct().Count() > 1).Select(same => same.Key));
        Assert.All(ProcessTerms.All, term =>
        {
            Assert.EndsWith(".", term.Explanation, StringComparison.Ordinal);
            Assert.DoesNotContain(". ", term.Explanation, StringComparison.Ordinal);
            Assert.InRange(term.Explanation.Length, 40, 220);
            Assert.NotEmpty(term.Source);
            Assert.Contains(ProcessTerms.In(term.Name), found => found == term);
        });
        Assert.Equal(ProcessTerms.All.Select(term => term.Name).Order(StringComparer.OrdinalIgnoreCase), ProcessTerms.All.Select(term => term.Name));
    }

    [Fact]
    public void Any_text_is_searched_without_an_exception() => Samples.Properties(Samples.Texts, text =>
        ProcessTerms.In(text).All(term => ProcessTerms.Find(term.Name) == term));
}
