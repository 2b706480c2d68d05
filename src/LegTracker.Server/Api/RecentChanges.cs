using System.Collections.Immutable;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>The pages of the log that were read last, each read, mapped and cut into messages once for all watchers that are equally far.</summary>
/// <remarks>Safe for any number of threads. A page with changes never grows old: the log is only appended to, and pages are whole revisions.</remarks>
internal sealed class RecentChanges(RecordStore store)
{
    private const int PageSize = 500;
    private const int Kept = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<long, (Task<ChangePage> Page, long Known)> pages = [];
    private readonly Queue<long> order = new();

    /// <summary>Changes after a revision in whole revisions, in order; empty when there are none.</summary>
    /// <param name="known">A revision that the caller knows to exist: an empty page was read after that, so that it proves something.</param>
    public async ValueTask<ChangePage> AfterAsync(long after, long known, CancellationToken cancellationToken)
    {
        var page = await Begin(after, known).WaitAsync(cancellationToken);
        if (page.IsFull)
        {
            // Whoever gets a full page will want the next: it is read while this one is written.
            _ = Begin(page.Last, known);
        }

        return page;
    }

    private Task<ChangePage> Begin(long after, long known)
    {
        lock (gate)
        {
            if (pages.TryGetValue(after, out var kept) && !IsUseless(kept.Page, kept.Known, known))
            {
                return kept.Page;
            }

            if (!pages.ContainsKey(after))
            {
                order.Enqueue(after);
                if (order.Count > Kept)
                {
                    pages.Remove(order.Dequeue());
                }
            }

            var page = ReadAsync(after);
            pages[after] = (page, known);
            return page;
        }
    }

    private static bool IsUseless(Task<ChangePage> page, long askedKnowing, long known) =>
        page.IsFaulted || (askedKnowing < known && (!page.IsCompletedSuccessfully || page.Result.Changes.IsEmpty));

    // Read for all who ask, so that no one watcher's leaving ends it.
    private async Task<ChangePage> ReadAsync(long after)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        ImmutableArray<V1.Change> changes = [.. (await store.ReadChangesAsync(after, PageSize, CancellationToken.None)).Select(Mapping.Of)];
        return new ChangePage(changes, changes.Length >= PageSize);
    }
}
