using System.Collections.Immutable;
using System.Threading.Channels;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Live;

/// <summary>Passes messages on and keeps what the server told in a file, for the next start; writes beside the screen, seldom, and at the end.</summary>
/// <param name="file">One file for each server.</param>
internal sealed class RecordKeeper(ChannelWriter<Msg> messages, KeptRecordFile file, TimeProvider clock) : ChannelWriter<Msg>
{
    // Changes that the next start shows.
    private const int Kept = 500;

    // Together with what comes right after it; and so often the age is brought up to date while nothing happens.
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(5);

    private readonly Channel<bool> dirty = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock gate = new();
    private readonly Dictionary<string, BillItem> bills = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<(long Revision, int Index), ChangeItem> changes = ImmutableSortedDictionary<(long, int), ChangeItem>.Empty;
    private ImmutableArray<SourceItem> sources = [];
    private ServerClock? virtualClock;
    private string epoch = "";
    private bool complete;
    private DateTimeOffset told;
    private DateTimeOffset written;

    public override bool TryWrite(Msg item)
    {
        if (Note(item))
        {
            dirty.Writer.TryWrite(true);
        }

        return messages.TryWrite(item);
    }

    public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) => messages.WaitToWriteAsync(cancellationToken);

    /// <summary>Writes until cancelled, and what is left then.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await dirty.Reader.WaitToReadAsync(cancellationToken))
            {
                await Task.Delay(Gathering, clock, cancellationToken);
                dirty.Reader.TryRead(out _);
                Write();
            }
        }
        catch (OperationCanceledException)
        {
            Write();
        }
    }

    private bool Note(Msg msg)
    {
        lock (gate)
        {
            switch (msg)
            {
                case Msg.Greeted greeted:
                    if (epoch != greeted.Epoch)
                    {
                        (epoch, complete, changes) = (greeted.Epoch, false, changes.Clear());
                    }

                    return false;
                case Msg.SnapshotArrived snapshot:
                    bills.Clear();
                    Array.ForEach([.. snapshot.Bills], bill => bills[bill.Name] = bill);
                    complete = true;
                    break;
                case Msg.BillChanged changed:
                    bills[changed.Bill.Name] = changed.Bill;
                    break;
                case Msg.BillRemoved removed:
                    bills.Remove(removed.Bill);
                    break;
                case Msg.ChangesArrived arrived:
                    changes = changes.SetItems(arrived.Changes.Select(change => KeyValuePair.Create((change.Revision, change.Index), change)));
                    changes = changes.RemoveRange(changes.Keys.Take(changes.Count - Kept));
                    break;
                case Msg.ClockSet set:
                    virtualClock = set.Clock;
                    return false;
                case Msg.SourcesArrived arrived:
                    var isSame = sources.SequenceEqual(arrived.Sources);
                    (sources, told) = (arrived.Sources, clock.GetUtcNow());
                    return complete && (!isSame || told - written > Renewal);
                default:
                    return false;
            }

            told = clock.GetUtcNow();
            return complete;
        }
    }

    private void Write()
    {
        KeptRecord record;
        lock (gate)
        {
            if (!complete || epoch.Length == 0)
            {
                return;
            }

            record = new(epoch, told) { Bills = [.. bills.Values], Changes = [.. changes.Values], Sources = sources, Clock = virtualClock };
            written = clock.GetUtcNow();
        }

        try
        {
            file.Write(record);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            messages.TryWrite(new Msg.Said($"The list cannot be kept for the next start: {fault.Message}", IsProblem: true));
        }
    }
}
