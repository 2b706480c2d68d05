using System.Threading.Channels;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Terminal;

/// <summary>Brings what the server tells to the host; what comes in quick succession is drawn together, and keys do not wait for it.</summary>
internal static class NewsPump
{
    private static readonly TimeSpan BetweenNews = TimeSpan.FromMilliseconds(100);

    /// <summary>Until the news end or it is cancelled. What already waits is in the inbox when this returns its task.</summary>
    public static async Task RunAsync(ChannelReader<Msg> news, ChannelWriter<Msg> inbox, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            while (await news.WaitToReadAsync(cancellationToken))
            {
                while (news.TryRead(out var msg))
                {
                    inbox.TryWrite(msg);
                }

                await Task.Delay(BetweenNews, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The dashboard has ended.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            inbox.TryWrite(new Msg.Said($"No more news from the server: {fault.Message}", IsProblem: true));
        }
    }
}
