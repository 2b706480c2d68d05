using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Live;

/// <summary>The changes after a revision, as long as none of them is missing: with them, marks take the room of what is unread and not of all that was ever read.</summary>
internal sealed class ToldChanges(ReadMarks marks)
{
    // So many are told singly before they are told as one revision again.
    private const int Many = 1_000;

    private readonly List<string> names = [];
    private long? after;

    /// <summary>From here on some may be missing.</summary>
    public void Forget() => after = null;

    /// <param name="changes">Every change after <paramref name="start"/> up to <paramref name="head"/>, and any others.</param>
    /// <exception cref="IOException">The marks cannot be written.</exception>
    public void Begin(IEnumerable<string> changes, long start, long head)
    {
        names.Clear();
        after = start;
        Add(changes, head);
    }

    /// <param name="changes">The next ones, up to <paramref name="head"/>.</param>
    /// <exception cref="IOException">The marks cannot be written.</exception>
    public void Add(IEnumerable<string> changes, long head)
    {
        if (after is not { } start)
        {
            return;
        }

        names.AddRange(changes);
        if (head <= start || names.Count <= Many)
        {
            return;
        }

        var gathered = names.ToList();
        names.RemoveAll(change => ReadLedger.RevisionOf(change) <= head);
        after = head;
        marks.Gather(gathered, start, head);
    }
}
