using System.Collections.Immutable;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Tests;

namespace LegTracker.Dashboard.Tests.Writing.Acronyms;

/// <summary>The rule of the readers: each short form written out at its first use, once, in its own words.</summary>
public sealed class AcronymCheckTests
{
    private static readonly FieldGlossary Glossary = FieldGlossary.BuiltIn();

    [SharedDataFact]
    public void The_annual_report_of_2024_25_has_the_five_faults_that_its_readers_named()
    {
        Assert.Equal(
            [("FY", AcronymFault.NeverWrittenOut, "line 15"), ("CSE", AcronymFault.WrittenOutAgain, "line 37"), ("OTIP", AcronymFault.Misnamed, "line 43"),
             ("AB", AcronymFault.NeverWrittenOut, "line 49"), ("LGBTQIA2S+", AcronymFault.NeverWrittenOut, "line 51")],
            Of("000_44bb763386115b8a.txt").Select(finding => (finding.ShortForm, finding.Fault, finding.Place)));
        Assert.Contains("4 times", Of("000_44bb763386115b8a.txt")[1].Sentence, StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void The_report_out_of_2016_writes_none_of_its_six_out()
    {
        var findings = Of("004_5d10331f35815a37.txt");

        Assert.All(findings, finding => Assert.Equal(AcronymFault.NeverWrittenOut, finding.Fault));
        Assert.Equal(["CSEC", "CDSS", "SB", "CWS/CMS", "MOU", "CSE-IT"], findings.Select(finding => finding.ShortForm));
    }

    [Theory]
    [InlineData("Assembly Bill (AB) 1394 changed it. AB 1831 did too.")]
    [InlineData("A multi-disciplinary team (MDT) met; two MDTs met.")]
    [InlineData("Multidisciplinary teams (MDTs) meet, and an MDT plans.")]
    [InlineData("The MDT (multidisciplinary team) met. The MDT’s plan is short.")]
    [InlineData("The Commercial Sexual Exploitation of Children (CSEC) Action Team and commercial sexual exploitation (CSE).")]
    [InlineData("The Center for Better Things (CBT) met. The CBT will meet again.")]
    [InlineData("WORKING TOGETHER TO PROTECT CHILDREN")]
    [InlineData("See https://www.example.org/ABC/DEF or write to AB@example.org; it is a PDF for the U.S. and Senator McGuire, part III.")]
    [InlineData("The UC Davis clinic.")]
    [InlineData("No short form here; a B is a letter.")]
    [InlineData("")]
    public void A_text_that_keeps_the_rule_is_left_in_peace(string text) => Assert.Empty(Of([text]));

    [Theory]
    [InlineData("No child can be arrested for prostitution (SB 1322).", "SB", AcronymFault.NeverWrittenOut)]
    [InlineData("AB 1394 is an Assembly Bill (AB).", "AB", AcronymFault.WrittenOutLate)]
    [InlineData("The Office of Trafficking in Persons (OTIP).", "OTIP", AcronymFault.Misnamed)]
    [InlineData("Resource Family Approval (RFA) and Request for Assistance (RFA).", "RFA", AcronymFault.WrittenOutAgain, AcronymFault.TwoMeanings)]
    [InlineData("The CSE-IT helps.", "CSE-IT", AcronymFault.NeverWrittenOut)]
    [InlineData("A UC came alone.", "UC", AcronymFault.NeverWrittenOut)]
    [InlineData("LGBTQIA2S+ youth.", "LGBTQIA2S+", AcronymFault.NeverWrittenOut)]
    [InlineData("The XYZ is unknown.", "XYZ", AcronymFault.NeverWrittenOut)]
    internal void A_text_that_breaks_it_says_how(string text, string shortForm, params AcronymFault[] faults)
    {
        var findings = Of([text]);

        Assert.Equal(faults, findings.Select(finding => finding.Fault));
        Assert.All(findings, finding => Assert.Equal(shortForm, finding.ShortForm));
    }

    [Theory]
    [InlineData("CSEC youth need care.", "commercially sexually exploited youth.")]
    [InlineData("Care for CSEC Victims in Court.", "Victims of commercial sexual exploitation.")]
    [InlineData("A CSEC\u00A0child came.", "commercially sexually exploited child.")]
    [InlineData("He said “CSEC youth”, as others do.")]
    [InlineData("The CSEC Youth Council and the CSEC Action Team met.")]
    [InlineData("Victims of CSEC, CSEC cases, a CSEC-identified child and the CSEC program for youth.")]
    [InlineData("A child experiencing CSEC.")]
    public void CSEC_names_children_already_so_no_word_for_them_follows(string text, string? advice = null)
    {
        const string exploitation = "Commercial sexual exploitation of children (CSEC). ";
        var findings = Of([exploitation, text]);

        Assert.Equal(advice is null ? [] : [("CSEC", AcronymFault.WrongSense, "line 2")], findings.Select(finding => (finding.ShortForm, finding.Fault, finding.Place)));
        Assert.All(findings, finding => Assert.Contains($"write: {advice}", finding.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Children_are_not_experienced_where_CSEC_stands_for_them()
    {
        var finding = Assert.Single(Of(["Commercially sexually exploited children (CSEC) need care.", "A child experiencing CSEC does too; experiences CSEC-led teams have."]));

        Assert.Equal(("line 2", "“experiencing CSEC”: CSEC stands for the children here; write: experiencing commercial sexual exploitation."), (finding.Place, finding.Sentence));
    }

    [Fact]
    public void The_order_of_the_blocks_decides_what_the_first_use_is()
    {
        const string use = "The ORR holds children.";
        const string words = "The Office of Refugee Resettlement (ORR) holds children.";

        Assert.Empty(Of([words, use]));
        Assert.Equal(AcronymFault.WrittenOutLate, Assert.Single(Of([use, words])).Fault);
    }

    [Fact]
    public void Every_term_of_the_glossary_that_is_written_out_as_it_says_keeps_the_rule() => Assert.All(
        Glossary.Terms.SelectMany(term => term.LongForms.Select(form => (term.Short, form))),
        term => Assert.DoesNotContain(Of([$"They met the {term.form} ({term.Short}). The {term.Short} is here."]), finding => finding.ShortForm == term.Short));

    private static ImmutableArray<AcronymFinding> Of(string document) => AcronymCheck.Of(DocumentText.Read(SharedData.PathOf("documents/" + document)).Single().Blocks, Glossary);

    private static ImmutableArray<AcronymFinding> Of(string[] lines) => AcronymCheck.Of(lines.Select((line, index) => new TextBlock($"line {index + 1}", line)), Glossary);
}
