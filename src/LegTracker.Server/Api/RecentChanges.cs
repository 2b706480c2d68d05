using System.Collections.Immutable;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>The pages of the log that were read last, each read and mapped once for all watchers that are equally far.</summary>
/// <remarks>Safe for any number of threads. A page never grows old: the log is only appended to, and pages are whole revisions.</remarks>
internal sealed class RecentChanges(RecordStore store)
{
    private const int PageSize = 500;
    private const int Kept = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<(long After, long Known), Task<ImmutableArray<V1.Change>>> pages = [];
    private readonly Queue<(long After, long Known)> order = new();

    /// <summary>Changes after a revision in whole revisions, in order; empty when there are none.</summary>
    /// <param name="known">A revision that the caller knows to exist: the page was read after that, so that an empty one proves something.</param>
    public Task<ImmutableArray<V1.Change>> AfterAsync(long after, long known, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var key = (after, known);
            if (!pages.TryGetValue(key, out var page) || page.IsFaulted)
            {
                page = ReadAsync(after);
                pages[key] = page;
                order.Enqueue(key);
                while (order.Count > Kept)
                {
                    pages.Remove(order.Dequeue());
                }
            }

            return page.WaitAsync(cancellationToken);
        }
    }

    // Read for all who ask, so that no one watcher's leaving ends it.
    private async Task<ImmutableArray<V1.Change>> ReadAsync(long after) =>
        [.. (await store.ReadChangesAsync(after, PageSize, CancellationToken.None)).Select(Mapping.Of)];
}
