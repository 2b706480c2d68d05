using System.Globalization;
using System.Threading.Channels;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Terminal;

namespace LegTracker.Benchmarks.Screen;

/// <summary>The dashboard on this process's terminal with a made-up list of a session's size, and so many changes a second.</summary>
internal static class ScreenChild
{
    public const string Name = "screen-child";

    private const int Bills = 5_000;

    public static async Task<int> RunAsync(int changesASecond)
    {
        var messages = Channel.CreateUnbounded<Msg>();
        messages.Writer.TryWrite(new Msg.SnapshotArrived(GeneratedList.Bills(Bills)));
        messages.Writer.TryWrite(new Msg.ConnectionChanged(new(LinkMark.Live, TimeProvider.System.GetUtcNow())));
        if (changesASecond > 0)
        {
            _ = FeedAsync(messages.Writer, changesASecond);
        }

        var settings = new DashboardSettings();
        return await DashboardHost.RunAsync(settings, messages.Reader, _ => ValueTask.CompletedTask, TimeProvider.System, CancellationToken.None) is DashboardOutcome.Ended ended ? ended.ExitCode : 2;
    }

    // As the live feed does: the change, then its bill as it is now.
    private static async Task FeedAsync(ChannelWriter<Msg> messages, int changesASecond)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / changesASecond), TimeProvider.System);
        for (var revision = 1L; await timer.WaitForNextTickAsync(); revision++)
        {
            var bill = GeneratedList.Bill(1 + (int)(revision * 7919 % Bills), new DateOnly(2025, 9, 1).AddDays((int)(revision / 1000)), (int)(revision % 5));
            messages.TryWrite(new Msg.ChangesArrived([GeneratedList.Change(bill, revision, TimeProvider.System.GetUtcNow())]));
            messages.TryWrite(new Msg.BillChanged(bill));
        }
    }
}
