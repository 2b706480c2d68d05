using LegTracker.Dashboard.Writing.Acronyms;

namespace LegTracker.Dashboard.Tests.Writing.Acronyms;

public sealed class FirstUsesTests
{
    private static readonly FieldGlossary Glossary = FieldGlossary.BuiltIn();

    [Theory]
    [InlineData("AB 1394 is law.", "Assembly Bill (AB) 1394 is law.")]
    [InlineData("AB 1394 and AB 1831 are law.", "Assembly Bill (AB) 1394 and AB 1831 are law.")]
    [InlineData("Assembly Bill (AB) 1394; Assembly Bill (AB) 1831.", "Assembly Bill (AB) 1394; AB 1831.")]
    [InlineData("A CBO asks.", "A community-based organization asks.")]
    [InlineData("An ACL and the ACL.", "An All County Letter (ACL) and the ACL.")]
    [InlineData("a CFT, then an ACL", "a child and family team, then an All County Letter")]
    [InlineData("CBOs and a CBO.", "Community-based organizations (CBOs) and a CBO.")]
    [InlineData("CDSS's rule, and CDSS.", "CDSS's rule, and California Department of Social Services (CDSS).")]
    [InlineData("It says “AB 1 of CDSS”.", "It says “AB 1 of CDSS”.")]
    [InlineData("CSE and CSE.", "Commercial sexual exploitation (CSE) and CSE.")]
    [InlineData("CSEC and CSEC.", "CSEC and CSEC.")]
    [InlineData("CSEC, CSE and CSE-IT; CSE, CSE-IT.", "CSEC, commercial sexual exploitation (CSE) and Commercial Sexual Exploitation-Identification Tool (CSE-IT); CSE, CSE-IT.")]
    [InlineData("XYZ is unknown.", "XYZ is unknown.")]
    public void A_first_use_is_written_out_where_that_needs_no_person(string given, string expected) => Assert.Equal(expected, Assert.Single(FirstUses.InTexts([(given, true)], Glossary)));

    [Fact]
    public void What_a_person_wrote_is_never_changed_and_still_counts()
    {
        var written = FirstUses.InTexts([("CDSS must act.", false), ("California Department of Social Services (CDSS) acts.", false), ("CDSS acts.", true)], Glossary);

        Assert.Equal(["CDSS must act.", "California Department of Social Services (CDSS) acts.", "CDSS acts."], written.ToArray());
    }

    [Fact]
    public void Written_out_twice_is_the_same_as_once()
    {
        var once = FirstUses.InTexts([("AB 1 and CBOs.", true), ("SB 2, AB 3 and a CBO.", true)], Glossary);

        Assert.Equal(once.ToArray(), FirstUses.InTexts([.. once.Select(text => (text, true))], Glossary).ToArray());
    }
}
