using LegTracker.Server.Sources.Pages;

namespace LegTracker.Server.Tests.Sources.Pages;

public sealed class RobotsRulesTests
{
    private const string Page = "/faces/billStatusClient.xhtml?bill_id=202520260AB1";

    [Theory]
    [InlineData("", true)]
    [InlineData("User-agent: *\nDisallow: /", false)]
    [InlineData("\uFEFFuser-AGENT: * # all\r\n\r\nDISALLOW: / # everything\r\n", false)]
    [InlineData("User-agent: *\nDisallow:", true)]
    [InlineData("User-agent: *\nDisallow: /admin", true)]
    [InlineData("User-agent: Googlebot\nDisallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: legtracker\nDisallow: /private", true)]
    [InlineData("User-agent: LegTracker/2.0\nDisallow: /\nUser-agent: *\nAllow: /", false)]
    [InlineData("User-agent: a\nUser-agent: LegTracker\nDisallow: /faces", false)]
    [InlineData("User-agent: LegTracker\nDisallow: /x\n\nUser-agent: LegTracker\nDisallow: /faces", false)]
    [InlineData("User-agent: LegTrackerPlus\nDisallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /faces\nAllow: /faces/billStatus", true)]
    [InlineData("User-agent: *\nAllow: /faces\nDisallow: /faces", true)]
    [InlineData("User-agent: *\nDisallow: /*.xhtml", false)]
    [InlineData("User-agent: *\nDisallow: /*.xhtml$", true)]
    [InlineData("User-agent: *\nDisallow: /*bill_id=*AB1$", false)]
    [InlineData("User-agent: *\nDisallow: /f%61ces/", false)]
    [InlineData("Disallow: /", true)]
    public void The_longest_rule_of_the_fitting_group_decides(string text, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(text, "LegTracker").Allows(Page));
}
