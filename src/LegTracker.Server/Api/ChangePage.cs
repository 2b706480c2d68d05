using System.Collections.Immutable;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Some whole revisions of the log, and the messages that they make for watchers of all bills.</summary>
/// <param name="Changes">In order.</param>
/// <param name="IsFull">There may be more behind it.</param>
internal sealed record ChangePage(ImmutableArray<V1.Change> Changes, bool IsFull)
{
    private readonly Lazy<List<ChangeBatch>> parts = new(() => [.. WatchParts.Changes(Changes)]);

    /// <summary>The last revision on it; everything after the page's beginning and up to it is here.</summary>
    public long Last => Changes[^1].Revision;

    /// <summary>Messages for those who watch these bills; the same ones for all who watch every bill.</summary>
    /// <param name="bills">Resource names; empty for all.</param>
    public IReadOnlyList<ChangeBatch> PartsOf(IReadOnlySet<string> bills) =>
        bills.Count == 0 ? parts.Value : [.. WatchParts.Changes(Changes.Where(change => bills.Contains(change.Bill)))];
}
