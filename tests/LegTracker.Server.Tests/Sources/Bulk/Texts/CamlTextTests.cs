using System.Text;
using System.Text.RegularExpressions;
using LegTracker.Legislature;
using LegTracker.Server.Sources.Bulk.Texts;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Sources.Bulk.Texts;

public sealed class CamlTextTests
{
    [SharedDataFact]
    public void The_chaptered_text_of_AB_831_tells_its_title_sections_dates_and_effect()
    {
        var text = Real("9506");

        Assert.Equal("20250AB83194CHP", text.VersionId);
        Assert.Equal("An act to amend Section 17539.1 of the Business and Professions Code, and to add Section 337o to the Penal Code, relating to gambling.", text.Title);
        Assert.Equal("Gambling: operation of a contest or sweepstakes.", text.Subject);
        Assert.Equal(["Business and Professions Code 17539.1", "Penal Code 337o"], text.CodeSections.AsEnumerable());
        Assert.Equal(["Vote: majority", "Appropriation: no", "Fiscal committee: yes", "State-mandated local program: yes"], text.DigestKey.AsEnumerable());
        Assert.Equal(7, text.Digest.Length);
        Assert.StartsWith("This bill would make it unlawful for any person or entity to operate", text.Digest[3], StringComparison.Ordinal);
        Assert.Equal(["The people of the State of California do enact as follows:", "SECTION 1."], text.Body.Take(2));
        Assert.Contains("Section 337o is added to the Penal Code, to read:", text.Body);
        Assert.Contains(new PrintedDate("PASSED_SENATE", new DateOnly(2025, 9, 8)), text.Dates);
        Assert.Equal(["ENROLLED", "CHAPTERED", "APPROVED", "FILED"], text.Dates.TakeLast(4).Select(date => date.Event));
        Assert.Equal(new EffectFacts { Urgency = false, TaxLevy = false, CallsElection = false, UsualCurrentExpenses = false, BudgetRelated = false }, text.Flags);
    }

    [SharedDataFact]
    public void An_amended_text_has_what_it_inserts_and_nothing_of_what_it_strikes()
    {
        var text = Real("5925");

        Assert.Equal("An act to amend Section 17539.1 of the Business and Professions Code, and to add Section 337o to the Penal Code, relating to gambling.", text.Title);
        Assert.Equal("Gambling: operation of a contest or sweepstakes.", text.Subject);
        Assert.DoesNotContain("Indian Gaming Regulatory Act", text.PlainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Government Code 12012.25", text.CodeSections);
        Assert.Contains("Fiscal committee: yes", text.DigestKey);
        Assert.Equal(6, text.Digest.Length);
    }

    [SharedDataTheory]
    [InlineData("10758", "20250AB205299INT"), InlineData("13487", "20250AB205298AMD"), InlineData("14870", "20250AB205297AMD")]
    [InlineData("1532", "20250AB83199INT"), InlineData("5925", "20250AB83198AMD"), InlineData("7100", "20250AB83197AMD")]
    [InlineData("7882", "20250AB83196AMD"), InlineData("8872", "20250AB83195ENR"), InlineData("9506", "20250AB83194CHP")]
    public void Every_real_text_holds_its_paragraphs_word_for_word(string lob, string version)
    {
        var xml = File.ReadAllText(SharedData.PathOf($"pubinfo/BILL_VERSION_TBL_{lob}.lob"));
        var standing = Regex.Replace(xml, @"<\?xm-.*?\?>", "", RegexOptions.Singleline);
        var words = Regex.Matches(standing, @"<p>(.*?)</p>", RegexOptions.Singleline)
            .Select(paragraph => SourceText.Clean(System.Net.WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(paragraph.Groups[1].Value, "<span[^>]*/>", " "), "<[^>]*>", ""))))
            .Where(paragraph => paragraph.Length > 0);

        var text = Real(lob);

        Assert.Equal(version, text.VersionId);
        Assert.Equal(words, text.Digest.Concat(text.Body).Where(paragraph => !text.Body.Contains(paragraph) || IsProse(paragraph)));
    }

    [SharedDataFact]
    public void The_words_that_SB_1322_struck_on_April_26_2016_are_not_in_its_text()
    {
        // The same digest, its marks turned into the two ways in which texts mark what is struck.
        var lines = File.ReadLines(SharedData.PathOf("pages/sb_1322_2016-04-26_digest_marked.txt")).Skip(2).SkipWhile(line => !line.StartsWith("Existing law", StringComparison.Ordinal)).ToArray();
        var struckByElement = string.Concat(lines.Select(line => $"<p>{line.Replace("begin delete", "<strike>", StringComparison.Ordinal).Replace("end delete", "</strike>", StringComparison.Ordinal).Replace("begin insert", "", StringComparison.Ordinal).Replace("end insert", "", StringComparison.Ordinal)}</p>"));
        var struckByMark = string.Concat(lines.Select(line => $"<p>{Regex.Replace(line, "begin delete(.*?)end delete", "<?xm-deletion_mark data=\"$1\"?>").Replace("begin insert", "<?xm-insertion_mark_start?>", StringComparison.Ordinal).Replace("end insert", "<?xm-insertion_mark_end?>", StringComparison.Ordinal)}</p>"));

        foreach (var digest in new[] { struckByElement, struckByMark })
        {
            var text = CamlText.TryRead(Caml.Of(digest, "An act to amend Sections 647 and 653.22 of the Penal Code, relating to minors."));

            Assert.NotNull(text);
            Assert.DoesNotContain("report suspected abuse", text.PlainText(), StringComparison.Ordinal);
            Assert.DoesNotContain("state-mandated local program", text.Digest[1], StringComparison.Ordinal);
            Assert.Equal("Existing law makes it a crime to solicit or engage in any act of prostitution. Existing law makes it a crime to loiter in any public place with the intent to commit prostitution.", text.Digest[0]);
            Assert.EndsWith("violate the above provisions. The bill would authorize the minor to be taken into temporary custody under limited circumstances.", text.Digest[1], StringComparison.Ordinal);
            Assert.Equal(["Penal Code 647", "Penal Code 653.22"], text.CodeSections.AsEnumerable());
            Assert.Equal("Vote: majority. Appropriation: no. Fiscal committee: no. State-mandated local program: no.", Regex.Replace(text.Digest[2], @"\s+([.])", "$1"));
        }
    }

    [Fact]
    public void Flags_that_were_struck_and_set_anew_are_read_as_they_stand()
    {
        var text = CamlText.TryRead(Caml.Of("<p>x</p>", flags: """<caml:Urgency><?xm-deletion_mark data="NO"?><?xm-insertion_mark_start?>YES<?xm-insertion_mark_end?></caml:Urgency><caml:TaxLevy>NO</caml:TaxLevy><caml:BudgetBill>NO</caml:BudgetBill>"""));

        Assert.Equal(new EffectFacts { Urgency = true, TaxLevy = false }, text!.Flags);
    }

    [Fact]
    public void A_struck_paragraph_with_paragraphs_inside_leaves_its_neighbours_whole()
    {
        var text = CamlText.TryRead(Caml.Of("<p>One.</p><strike><p>Struck <b>bold</b>.</p><p>Struck too.</p></strike><p>T<i>w</i>o<span class=\"EnSpace\"/>three.</p>loose"));

        Assert.Equal(["One.", "Two three.", "loose"], text!.Digest.AsEnumerable());
    }

    [Fact]
    public void The_body_is_read_in_paragraphs_with_its_action_lines()
    {
        var text = CamlText.TryRead(Caml.Of("", title: "An act relating to minors.", body: """
            <caml:BillSection><caml:Num>SECTION 1.</caml:Num><caml:ActionLine action="IS_ADDED">Section 3345.1 is added to the <caml:DocName>Civil Code</caml:DocName>, to read:</caml:ActionLine>
            <caml:Fragment><caml:LawSection><caml:Num>3345.1.</caml:Num><caml:Content><p>(a) First.</p><table><tr><td>left</td><td>right</td></tr></table></caml:Content></caml:LawSection></caml:Fragment></caml:BillSection>
            """));

        Assert.Equal(["The people of the State of California do enact as follows:", "SECTION 1.", "Section 3345.1 is added to the Civil Code, to read:", "3345.1.", "(a) First.", "left right"], text!.Body.AsEnumerable());
        Assert.Equal(["Civil Code 3345.1"], text.CodeSections.AsEnumerable());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html><body>maintenance</body></html>", "no measure")]
    [InlineData("<caml:MeasureDoc", "broken")]
    [InlineData("<MeasureDoc><Description/></MeasureDoc>", "no title")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><MeasureDoc>&b;</MeasureDoc>", "broken")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><MeasureDoc/>", "broken")]
    [InlineData("<MeasureDoc><Description><Title>x</Title></Description>", "broken")]
    public void What_is_no_bill_text_is_a_reason_and_never_an_exception(string lob, string reason)
    {
        var text = CamlText.TryRead(Encoding.UTF8.GetBytes(lob), out var fault);

        Assert.Null(text);
        Assert.Contains(reason, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_and_texts_without_end_are_refused()
    {
        var deep = Encoding.UTF8.GetBytes("<MeasureDoc>" + string.Concat(Enumerable.Repeat("<p>", 100_000)));
        var cut = Caml.Of("<p>x</p>").AsMemory()[..^5];

        Assert.Null(CamlText.TryRead(deep, out var nested));
        Assert.Null(CamlText.TryRead(new byte[CamlText.LargestText + 1], out var large));
        Assert.Null(CamlText.TryRead(cut));
        Assert.Contains("deeper", nested, StringComparison.Ordinal);
        Assert.Contains("longer", large, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_read_as_Latin_1_and_controls_are_dropped()
    {
        var utf8 = Caml.Of("<p>caf\u00E9 \u202Eevil</p>");
        var latin = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(Caml.Of("<p>caf\u00E9</p>")));

        Assert.Equal(["caf\u00E9 evil"], CamlText.TryRead(utf8)!.Digest.AsEnumerable());
        Assert.Equal(["caf\u00E9"], CamlText.TryRead(latin)!.Digest.AsEnumerable());
    }

    private static BillText Real(string lob)
    {
        var text = CamlText.TryRead(File.ReadAllBytes(SharedData.PathOf($"pubinfo/BILL_VERSION_TBL_{lob}.lob")), out var fault);
        Assert.Null(fault);
        return text!;
    }

    private static bool IsProse(string paragraph) =>
        !Regex.IsMatch(paragraph, @"^(?:SECTION [0-9]+\.|SEC\. [0-9]+\.|[0-9.]+[a-z]?\.|The people of the State of California do enact as follows:|Section .* to read:)$");
}
