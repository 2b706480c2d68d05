using System.Threading.Channels;
using LegTracker.Client;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Live;

/// <summary>A dashboard's dealings with one server: what was kept is told at once, then the news for as long as it runs; effects are carried out.</summary>
/// <param name="folder">Where this user's state of it is kept.</param>
/// <param name="view">How this user likes to see it.</param>
internal sealed class DashboardSession : IDisposable
{
    private readonly Channel<Msg> messages = Channel.CreateUnbounded<Msg>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ReadMarks marks;
    private readonly MarksWatch others;
    private readonly KeptRecordFile file;
    private readonly RecordKeeper keeper;
    private readonly LiveFeed feed;
    private readonly EditStore edits;
    private readonly Effects effects;
    private Task? recalled;

    public DashboardSession(LegTrackerConnection connection, Uri address, string folder, ViewFile view, TimeProvider clock)
    {
        marks = new(folder, (before, after) => Tell(new Msg.MarkedElsewhere(before, after)));
        others = new(marks);
        file = KeptRecordFile.Of(folder, address);
        keeper = new(messages.Writer, file, clock);
        feed = new(connection, address, keeper, marks, clock);
        edits = new(folder, address.Authority);
        effects = new(connection, view, messages.Writer, marks, edits);
        Tell(edits.Restore(out var aside));
        if (aside is not null)
        {
            Tell(new Msg.Said($"The file of unsent edits could not be read; it is kept as {aside}", IsProblem: true));
        }
    }

    public ChannelReader<Msg> Messages => messages.Reader;

    /// <summary>Where what others learn of the server goes.</summary>
    public ChannelWriter<Msg> News => messages.Writer;

    /// <summary>Puts a message of the program's own among the news.</summary>
    public void Tell(Msg msg) => messages.Writer.TryWrite(msg);

    public void Dispose()
    {
        others.Dispose();
        edits.Dispose();
    }

    /// <summary>Tells what was kept of the last visit, once.</summary>
    public Task RecallAsync() => recalled ??= Task.Run(Recall);

    public ValueTask CarryOutAsync(Cmd command) => effects.RunAsync(command);

    /// <param name="prepare">Runs before the server is called, such as starting one; says itself what went wrong.</param>
    public async Task RunAsync(Func<CancellationToken, Task> prepare, CancellationToken cancellationToken)
    {
        var keeping = Task.Run(() => keeper.RunAsync(cancellationToken), CancellationToken.None);
        try
        {
            await RecallAsync();
            others.Begin();
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
            if (file.Read() is { Epoch.Length: > 0 } known)
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
