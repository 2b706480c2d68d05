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
    [InlineData("User-agent: *\nSitemap: /map\nCrawl-delay: 5\nUser-agent: other\nDisallow: /", false)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: LegTracker\nAllow: /faces/\nUser-agent: *\nDisallow: /faces", true)]
    [InlineData("User-agent: *\rDisallow: /faces\r", false)]
    [InlineData("User-agent: *\nDisallow: /faces*$", false)]
    [InlineData("User-agent: *\nDisallow: /fac$es", true)]
    [InlineData("User-agent: *\nDisallow: /*?*bill_id", false)]
    [InlineData("User-agent: *\nDisallow: nonsense\nno colon at all\n: /\nDisallow", true)]
    public void The_longest_rule_of_the_fitting_group_decides(string text, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(text, "LegTracker").Allows(Page));

    [Theory]
    [InlineData("/a%2Ab", "/a*b", false)]
    [InlineData("/a%2Ab", "/axb", true)]
    [InlineData("/a%24", "/a$", false)]
    [InlineData("/a$b", "/a$b", false)]
    [InlineData("/%E3%83%84", "/ツ", false)]
    [InlineData("/ツ", "/%e3%83%84", false)]
    [InlineData("/%62%61", "/ba", false)]
    [InlineData("/a%2fb", "/a/b", true)]
    public void Signs_and_octets_are_compared_in_one_form(string rule, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse($"User-agent: *\nDisallow: {rule}", "LegTracker").Allows(path));

    [Fact]
    public void Rules_after_500_KiB_do_not_count_nor_does_the_line_that_is_cut()
    {
        var filling = string.Concat(Enumerable.Repeat("# filling\n", RobotsRules.MostBytes / 10 - 3));
        var before = $"User-agent: *\n{filling}";

        var counted = RobotsRules.Parse($"User-agent: *\nDisallow: /faces\n{filling}{filling}", "LegTracker");
        var cut = RobotsRules.Parse($"{before}Disallow: /faces/billStatusClient.xhtml?bill_id=1\n{filling}", "LegTracker");

        Assert.False(counted.Allows(Page));
        Assert.True(cut.Allows(Page));
    }

    [Fact]
    public void The_file_itself_may_always_be_read() =>
        Assert.True(RobotsRules.Parse("User-agent: *\nDisallow: /", "LegTracker").Allows("/robots.txt"));
}
