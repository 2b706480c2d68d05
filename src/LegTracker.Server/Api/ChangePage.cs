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

    /// <summary>Messages of the changes that are wanted; the same ones for all who want every change.</summary>
    /// <param name="wanted">Null for all.</param>
    public IReadOnlyList<ChangeBatch> PartsOf(Func<V1.Change, bool>? wanted) => wanted is null ? parts.Value : [.. WatchParts.Changes(Changes.Where(wanted))];
}
