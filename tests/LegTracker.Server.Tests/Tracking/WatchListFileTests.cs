using LegTracker.Legislature;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Tracking;

public sealed class WatchListFileTests
{
    [Fact]
    public void The_built_in_list_holds_the_bills_of_the_mission_and_only_confirmed_values()
    {
        var listed = WatchListFile.BuiltIn().ToDictionary(bill => bill.Id.LeginfoId, bill => bill.Facts);

        Assert.Equal(25, listed.Count);
        foreach (var id in new[] { "201520160SB1322", "202320240AB1394", "202320240AB1831", "201520160SB794", "201320140SB855", "202520260AB379" })
        {
            Assert.Contains(id, listed.Keys);
        }

        Assert.Null(listed["201520160SB1322"].Chapter);
        Assert.Null(listed["201520160SB1322"].SignedDate);
        Assert.Null(listed["201520160SB794"].Chapter);
        Assert.Null(listed["201320140SB855"].Chapter);
        Assert.Null(listed["202320240AB1831"].Topic);
        Assert.Equal(new ChapterCitation(926, 2024, 0, false), listed["202320240AB1831"].Chapter);
    }

    [Theory]
    [InlineData("bills:\n  - bill: AB 1", "needs a session")]
    [InlineData("bills:\n  - bill: Assembly\n    session: 2023-24", "entry 1")]
    [InlineData("bills: []", "has no bills")]
    [InlineData("", "has no bills")]
    [InlineData("bills:\n  - bill: AB 1\n    session: 2023-24\n    signed: May 4", "2023-10-08")]
    [InlineData("bills:\n  - bill: AB 1\n    sesion: 2023-24", "line 3")]
    public void A_broken_list_says_where_and_what(string text, string said)
    {
        var fault = Assert.Throws<FormatException>(() => WatchListFile.Parse(text));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_of_the_same_form_is_read_too()
    {
        var listed = Assert.Single(WatchListFile.Parse("""{ "bills": [ { "bill": "ABX1-4", "session": "2025-26" } ] }"""));

        Assert.Equal("202520261AB4", listed.Id.LeginfoId);
    }
}
