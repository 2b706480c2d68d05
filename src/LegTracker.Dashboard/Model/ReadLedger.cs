using System.Globalization;

namespace LegTracker.Dashboard.Model;

/// <summary>Which changes of one store have been read: all up to a revision, and the exceptions on both sides of it.</summary>
/// <param name="UpTo">Changes up to this revision are read but for <see cref="Unread"/>, later ones unread but for <see cref="Read"/>.</param>
internal sealed record ReadLedger(long UpTo)
{
    /// <summary>Names of read changes after <see cref="UpTo"/>.</summary>
    public ChangeSet Read { get; init; } = [];

    /// <summary>Names of unread changes up to it.</summary>
    public ChangeSet Unread { get; init; } = [];

    /// <summary>When a dashboard was last open on this store, and the newest revision it had then.</summary>
    public DateTimeOffset? Visited { get; init; }

    public long Seen { get; init; }

    /// <summary>Whether both tell the same of every change.</summary>
    public bool MarksAs(ReadLedger other) => UpTo == other.UpTo && Read.SetEquals(other.Read) && Unread.SetEquals(other.Unread);

    public bool IsUnread(string change) => RevisionOf(change) > UpTo ? !Read.Contains(change) : Unread.Contains(change);

    /// <summary>The ledger with changes marked read, or unread.</summary>
    public ReadLedger Mark(IEnumerable<string> changes, bool read)
    {
        var (late, early) = Split(changes);
        return read ? this with { Read = Read.Union(late), Unread = Unread.Except(early) } : this with { Read = Read.Except(late), Unread = Unread.Union(early) };
    }

    /// <summary>The same marks told from a later revision on.</summary>
    /// <param name="changes">Every change after <see cref="UpTo"/> up to <paramref name="head"/>.</param>
    public ReadLedger Gather(IEnumerable<string> changes, long head) => head <= UpTo ? this : this with
    {
        UpTo = head,
        Read = Read.After(head),
        Unread = Unread.Union(changes.Where(change => RevisionOf(change) is var revision && revision > UpTo && revision <= head && !Read.Contains(change))),
    };

    private (List<string> Late, List<string> Early) Split(IEnumerable<string> changes)
    {
        var (late, early) = (new List<string>(), new List<string>());
        foreach (var change in changes)
        {
            (RevisionOf(change) > UpTo ? late : early).Add(change);
        }

        return (late, early);
    }

    /// <summary>"changes/12.0" → 12; a name of another form counts as the newest, and so as unread.</summary>
    public static long RevisionOf(string change)
    {
        var number = change.AsSpan(change.IndexOf('/', StringComparison.Ordinal) + 1);
        var dot = number.IndexOf('.');
        return long.TryParse(dot < 0 ? number : number[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : long.MaxValue;
    }
}
