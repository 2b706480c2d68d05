using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Views;

public sealed class TabsTests
{
    [Fact]
    public void At_80_columns_the_tabs_are_whole_words()
    {
        var row = Row(80);

        Assert.Contains("3 Calendar", row, StringComparison.Ordinal);
        Assert.Contains("6 Candidates 2", row, StringComparison.Ordinal);
        Assert.Contains("4 Meetings", row, StringComparison.Ordinal);
    }

    [Fact]
    public void At_60_columns_they_are_short_and_at_40_the_digits_alone()
    {
        Assert.Contains("3 Cal", Row(60), StringComparison.Ordinal);
        Assert.Contains("[1]", Row(40), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Every_tab_can_be_clicked_where_it_stands(int columns)
    {
        var frame = DashboardView.Render(Invented.Model(columns));
        var row = frame.Rows[1].ToString();

        foreach (var (key, screen) in new[] { ("1", Screen.Bills), ("2", Screen.Changes), ("3", Screen.Calendar), ("4", Screen.Meetings), ("5", Screen.Sources), ("6", Screen.Candidates) })
        {
            var zone = Assert.Single(frame.Zones, zone => zone.Row == 1 && zone.Does == new Msg.Show(screen));
            Assert.Equal(key, row[(zone.From + 1)..(zone.From + 2)]);
            Assert.Equal(new Msg.Show(screen), frame.At(zone.To - 1, 1));
        }
    }

    private static string Row(int columns) => DashboardView.Render(Invented.Model(columns)).Rows[1].ToString();
}
