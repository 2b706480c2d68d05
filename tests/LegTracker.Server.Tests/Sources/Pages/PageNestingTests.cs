using System.Diagnostics;
using System.Text;
using LegTracker.Server.Sources.Pages;

namespace LegTracker.Server.Tests.Sources.Pages;

public sealed class PageNestingTests
{
    public static TheoryData<string, string> Hostile => new()
    {
        { "plain", Repeat("<div>") },
        { "never closed", "<table id=\"billhistory\">" + Repeat("<tr><td><span>x") },
        { "closed in a comment", Repeat("<div><!-- </div> -->") },
        { "closed in a declaration", Repeat("<div><!x </div>") },
        { "closed in a quoted value", Repeat("<div title=\"</div>\">") },
        { "closed in a script", Repeat("<div><script></scripty></div></script>") },
        { "formatting closed around blocks", Repeat("<b><div></b>") },
        { "self-closed, which means nothing here", Repeat("<div/>") },
        { "many tags", Repeat("<p></p>") + Repeat("<p></p>") },
        { "tags without end", Repeat("<a") },
        { "comments without end", Repeat("<!--") },
        { "scripts without end", Repeat("<script ") },
        { "quotes without end", Repeat("<a x='") },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_nesting_is_refused_quickly(string way, string page)
    {
        var started = Stopwatch.GetTimestamp();

        var refused = PageNesting.IsTooDeep("<html><body>" + page);

        Assert.True(refused, way);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5), way);
    }

    [Fact]
    public void An_ordinary_page_of_five_thousand_rows_passes()
    {
        var rows = new StringBuilder("<!DOCTYPE html><html><body class='a'><!-- a <div> --><script>if (a < b) { c('</div>'); }</script><table>");
        for (var row = 0; row < 5000; row++)
        {
            rows.Append("<tr><td scope=\"row\"><span>10/11/25</span><br/></td><td><a href='x'>Governor's message.</a><p>one<p>two</td></tr>");
        }

        Assert.False(PageNesting.IsTooDeep(rows + "</table></body></html>"));
    }

    private static string Repeat(string text) => new StringBuilder().Insert(0, text, 100_000).ToString();
}
