using System.Threading.Channels;
using LegTracker.Client;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Live;

/// <summary>A dashboard's dealings with one server: what was kept is told at once, then the news for as long as it runs; effects are carried out.</summary>
/// <param name="folder">Where this user's state of it is kept.</param>
internal sealed class DashboardSession
{
    private readonly Channel<Msg> messages = Channel.CreateUnbounded<Msg>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ReadMarks marks;
    private readonly StateFile file;
    private readonly RecordKeeper keeper;
    private readonly LiveFeed feed;
    private readonly Effects effects;

    public DashboardSession(LegTrackerConnection connection, Uri address, string folder, TimeProvider clock)
    {
        marks = new(folder);
        file = RecordKeeper.FileOf(folder, address);
        keeper = new(messages.Writer, file, clock);
        feed = new(connection, address, keeper, marks, clock);
        effects = new(connection, messages.Writer, marks);
    }

    public ChannelReader<Msg> Messages => messages.Reader;

    /// <summary>Puts a message of the program's own among the news.</summary>
    public void Tell(Msg msg) => messages.Writer.TryWrite(msg);

    public ValueTask CarryOutAsync(Cmd command) => effects.RunAsync(command);

    /// <param name="prepare">Runs before the server is called, such as starting one; says itself what went wrong.</param>
    public async Task RunAsync(Func<CancellationToken, Task> prepare, CancellationToken cancellationToken)
    {
        var keeping = Task.Run(() => keeper.RunAsync(cancellationToken), CancellationToken.None);
        try
        {
            await Task.Run(Recall, cancellationToken);
            await prepare(cancellationToken);
            await feed.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The dashboard was left.
        }

        await keeping;
    }

    private void Recall()
    {
        try
        {
            if (file.Read<KeptRecord>(out _) is { Epoch.Length: > 0 } known)
            {
                marks.Recall(known.Epoch);
                var ledger = marks.Ledger;
                Tell(new Msg.Recalled(known with { Changes = [.. known.Changes.Select(change => change with { Unread = ledger.IsUnread(change.Name) })] }));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Tell(new Msg.Said($"The list of the last visit cannot be read: {fault.Message}", IsProblem: true));
        }
    }
}
