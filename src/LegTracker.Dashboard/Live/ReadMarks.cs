using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Live;

/// <summary>What this user has read, by store, in "read.json"; every mark is on disk before <see cref="Mark"/> returns. May be called from any thread.</summary>
/// <remarks>Every member that writes throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when it cannot; what it was to do holds for this run all the same.</remarks>
/// <param name="merged">Told the marks before and after whenever another dashboard of this user has changed them; called while no other mark can be made, so it must be quick.</param>
internal sealed class ReadMarks(string folder, Action<ReadLedger, ReadLedger>? merged = null)
{
    public const string FileName = "read.json";

    private readonly StateFile file = new(folder, FileName);
    private readonly Lock gate = new();
    private ReadLedger? ledger;
    private LastVisit? visit;
    private string? keptAside;
    private string epoch = "";
    private bool opened;

    public string Folder { get; } = folder;

    /// <summary>The marks as last read or written; everything read while no store is known.</summary>
    public ReadLedger Ledger
    {
        get
        {
            lock (gate)
            {
                return ledger ?? new(long.MaxValue);
            }
        }
    }

    /// <summary>Uses the marks while none can be made.</summary>
    public void Use(Action<ReadLedger> use)
    {
        lock (gate)
        {
            use(Ledger);
        }
    }

    /// <summary>The visit before this one to the store that was opened, or null.</summary>
    public LastVisit? Visit
    {
        get
        {
            lock (gate)
            {
                return visit;
            }
        }
    }

    /// <summary>Once: where a file that could not be understood has been kept, or null.</summary>
    public string? TakeKept()
    {
        lock (gate)
        {
            var path = keptAside;
            keptAside = null;
            return path;
        }
    }

    /// <summary>Takes up the marks of a store whose server has not answered yet, where there are any.</summary>
    public void Recall(string store)
    {
        lock (gate)
        {
            if (!opened)
            {
                (epoch, ledger) = (store, null);
                Change(known => known);
            }
        }
    }

    /// <summary>Takes up the marks of a store; on the very first visit everything recorded so far counts as read.</summary>
    public void Open(string store, long head, DateTimeOffset now)
    {
        lock (gate)
        {
            var isNew = !opened || epoch != store;
            if (epoch != store)
            {
                ledger = null;
            }

            (epoch, opened) = (store, true);
            Change(known =>
            {
                if (isNew)
                {
                    visit = known is { Visited: { } at } ? new(at, known.Seen) : null;
                }

                return known ?? new ReadLedger(head) { Visited = now, Seen = head };
            });
        }
    }

    public void Mark(ImmutableArray<string> changes, bool read)
    {
        lock (gate)
        {
            Change(known => known?.Mark(changes, read));
        }
    }

    /// <summary>Tells many single marks as one revision again.</summary>
    /// <param name="changes">Every change after <paramref name="from"/> up to <paramref name="head"/>.</param>
    public void Gather(IEnumerable<string> changes, long from, long head)
    {
        lock (gate)
        {
            Change(known => known?.UpTo >= from ? known.Gather(changes, head) : known);
        }
    }

    /// <summary>Takes up what other dashboards have marked since.</summary>
    public void Merge()
    {
        lock (gate)
        {
            Change(known => known);
        }
    }

    /// <summary>Notes that a dashboard is open now and knows everything up to a revision.</summary>
    public void Stay(DateTimeOffset now, long revision)
    {
        lock (gate)
        {
            Change(known => known is null ? null : known with { Visited = now, Seen = Math.Max(known.Seen, revision) });
        }
    }

    // On what the file holds now: another dashboard may have written since. Without its entry, on what this one knows.
    private void Change(Func<ReadLedger?, ReadLedger?> change)
    {
        if (epoch.Length == 0)
        {
            return;
        }

        var known = ledger;
        try
        {
            file.Change<Book>(
                book =>
                {
                    known = book?.Stores.GetValueOrDefault(epoch) ?? ledger;
                    TellMerged(ledger, known);
                    var next = change(known);
                    var isSame = next is null || ReferenceEquals(next, known);
                    known = next ?? known;
                    return isSame ? book : new((book?.Stores ?? ImmutableDictionary<string, ReadLedger>.Empty).SetItem(epoch, next!));
                },
                out var kept);
            keptAside ??= kept;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            known = change(ledger) ?? ledger;
            throw;
        }
        finally
        {
            ledger = known;
        }
    }

    private void TellMerged(ReadLedger? before, ReadLedger? after)
    {
        if (before is not null && after is not null && !before.MarksAs(after))
        {
            merged?.Invoke(before, after);
        }
    }

    private sealed record Book(ImmutableDictionary<string, ReadLedger> Stores);
}
