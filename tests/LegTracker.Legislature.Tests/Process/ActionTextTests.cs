namespace LegTracker.Legislature.Tests;

public class ActionTextTests
{
    [Theory]
    [InlineData("Read third time. Passed. Ordered to the Senate. (Ayes 71. Noes 0.)", "Read third time. Passed. Ordered to the Senate. (Ayes 71. Noes 0. Page 5618.).")]
    [InlineData("Read third time and amended. Ordered to third reading.", "Read third time and amended. Ordered to third reading. (Page 1736.)")]
    [InlineData("Referred to Com. on PUB. S.", "Referred to Com. on PUB S.")]
    [InlineData("Re-referred to Coms. on B., P. & E. D. and E.Q.", "Re-referred to Coms. on B., P. & E.D. and E.Q.")]
    [InlineData("Read second time. Ordered to consent calendar.", "Read second time. Ordered to Consent Calendar.")]
    [InlineData("Consideration of Governor’s veto pending.", "Consideration of Governor's veto pending")]
    [InlineData("From printer.  May be heard in committee  March  22.", "From printer. May be heard in committee March 22.")]
    public void A_line_that_is_only_touched_up_stays_the_same_line(string before, string after) =>
        Assert.Equal(ActionText.Normalize(before), ActionText.Normalize(after));

    [Theory]
    [InlineData("Set for hearing May 8.", "Set for hearing May 18.")]
    [InlineData("Read third time. Passed. (Ayes 31. Noes 8. Page 5.)", "Read third time. Passed. (Ayes 32. Noes 8. Page 5.)")]
    [InlineData("Joint Rule 62(a) suspended.", "Joint Rule 62(b) suspended.")]
    [InlineData("From committee: Do pass.", "From committee: Do pass as amended.")]
    public void A_line_that_says_something_else_is_another_line(string before, string after) =>
        Assert.NotEqual(ActionText.Normalize(before), ActionText.Normalize(after));

    [Fact]
    public void The_normal_form_is_its_own_normal_form() => Samples.Properties(Samples.Texts, text =>
        ActionText.Normalize(ActionText.Normalize(text)) == ActionText.Normalize(text));
}
