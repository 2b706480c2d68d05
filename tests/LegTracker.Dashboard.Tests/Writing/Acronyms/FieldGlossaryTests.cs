using System.Globalization;
using LegTracker.Dashboard.Writing.Acronyms;

namespace LegTracker.Dashboard.Tests.Writing.Acronyms;

/// <summary>A host's own glossary: read as it is meant, or refused with the line and what to do.</summary>
public sealed class FieldGlossaryTests
{
    [Theory]
    [InlineData("- short: A\n  long: one letter", "line 1: the term 'A' needs short, of two characters")]
    [InlineData("- short: ABC", "line 1: the term 'ABC' needs short, of two characters or more, and long or meanings")]
    [InlineData("- short: XYZ\n  long: one\n-\n", "line 3: the term '' needs short")]
    [InlineData("- short:\n  long: one", "line 1: the term '' needs short")]
    [InlineData("- short: ABC\n  long:\n  meanings:\n", "line 1: the term 'ABC' needs short")]
    [InlineData("- short: ABC\n  long: one\n  variants: [two, ~]", "no empty words in its lists")]
    [InlineData("- short: ABC\n  long: one\n  name-with: ['']", "no empty words in its lists")]
    [InlineData("- short: ABC\n  long: one\n\n# more\n- short: ABC\n  long: two", "line 5: the term 'ABC' stands there twice, first in line 1: take one of them out")]
    [InlineData("- short: ABC\n  long: the ABC of it", "line 1: the term 'ABC' is explained by itself")]
    [InlineData("- short: ABC\n  long: the DEF\n- short: DEF\n  long: the ABC", "line 1: the terms 'ABC' (line 1) and 'DEF' (line 3) explain each other: write one of them out")]
    [InlineData("- short: XYZ\n  long: all ABCs\n- short: ABC\n  long: a (DEF) court\n- short: DEF\n  long: one\n  variants: [GHI/JKL plan]\n- short: GHI\n  meanings: [two, old ABC]", "line 3: the terms 'ABC' (line 3) and 'DEF' (line 5) and 'GHI' (line 8) explain each other")]
    [InlineData("- short: ABC\n  lang: one", "line 2: it is no list of terms here: ")]
    [InlineData("- short: ABC\n  long: one\n  long: two", "line 3: ")]
    [InlineData("- short: ABC\n  long: 'one", "line 2: ")]
    [InlineData("- short: ABC\n\tlong: one", "line 1: ")]
    [InlineData("- short: ABC\n  long: [one, two]", "line 2: ")]
    [InlineData("- short: ABC\n  long: one\n---\n- short: DEF\n  long: two", "line 3: ")]
    [InlineData("- short: ABC\n  long: &one [*one]", "line 2: ")]
    [InlineData("short: ABC", "line 1: it is no list of terms here: ")]
    [InlineData("\0\u0001PK", "line 1: ")]
    [InlineData("", "line 1: there is no term in it")]
    [InlineData("# only a comment\n", "line 1: there is no term in it")]
    [InlineData("[]", "line 1: there is no term in it")]
    public void A_glossary_at_fault_is_refused_with_the_line_and_what_to_do(string yaml, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => FieldGlossary.Parse(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_term_may_be_explained_by_another_and_by_one_that_both_share()
    {
        var glossary = FieldGlossary.Parse("- short: ABC\n  long: the DEF and GHI plan\n- short: DEF\n  long: the GHI court\n- short: GHI\n  long: good home\n  plain:\n  variants:\n");

        Assert.Equal(["ABC", "DEF", "GHI"], glossary.Terms.Select(term => term.Short));
        Assert.Equal(("", 0), (glossary.Find("GHI")!.Plain, glossary.Find("GHI")!.Variants.Count));
    }

    [Fact]
    public void A_chain_of_20_000_terms_is_read_and_its_end_tied_to_its_beginning_is_refused()
    {
        string Chain(int last) => string.Concat(Enumerable.Range(0, 20_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"- short: TT{number}\n  long: {(number < 19_999 ? $"see TT{number + 1}" : $"see TT{last}")}\n")));

        Assert.Equal(20_000, FieldGlossary.Parse(Chain(20_000)).Terms.Count());
        Assert.Equal(
            "line 1: the terms 'TT0' (line 1) and 'TT1' (line 3) and 'TT2' (line 5) and 'TT3' (line 7) and 19996 more explain each other: write one of them out in the other's long form",
            Assert.Throws<FormatException>(() => FieldGlossary.Parse(Chain(0))).Message);
    }
}
