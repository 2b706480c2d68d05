using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Views;

public sealed class TitleBarTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    public void That_nothing_is_confirmed_yet_is_not_cut_for_the_demo_clock(int columns)
    {
        var offline = new ConnectionState(LinkMark.Offline, Invented.Now) { Address = "127.0.0.1:5210", RetryAt = Invented.Now.AddSeconds(8), Reason = "connection refused" };
        var model = Invented.Play(
            DashboardUpdate.Start(Invented.Now, Invented.Zone, ascii: false),
            new Msg.Resized(columns, 24),
            new Msg.Recalled(Invented.Kept(Invented.Now)),
            new Msg.ClockSet(new ServerClock(Invented.Now, Invented.Now, 0)),
            new Msg.ConnectionChanged(offline));
        model = Invented.Play(model, new Msg.OpenBill(model.BillRows[0].Name));

        var frame = DashboardView.Render(model);

        Assert.Contains("not yet confirmed", frame.Rows[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("demo", string.Join('\n', frame.Rows.Take(2)), StringComparison.Ordinal);
    }
}
