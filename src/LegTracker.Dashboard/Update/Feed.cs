using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Arrived changes into the feed: newest first, each once; beyond its length the oldest are forgotten, those that are unread last.</summary>
internal static class Feed
{
    /// <summary>How many changes the feed keeps.</summary>
    public const int Length = 5_000;

    /// <summary>How many it keeps with unread ones beyond that; what is still older stays unread on disk and comes back with the next start.</summary>
    public const int Most = 10_000;

    /// <summary>The model with those of the changes that are not known yet, and their bills.</summary>
    public static (DashboardModel Model, ImmutableArray<string> Bills) Take(DashboardModel model, ImmutableArray<ChangeItem> arrived)
    {
        var news = arrived.OrderByDescending(change => change.Revision).ThenByDescending(change => change.Index).DistinctBy(change => change.Name).ToImmutableArray();
        var isOnTop = news.Length > 0 && (model.Changes.IsEmpty || IsNewer(news[^1], model.Changes[0]));
        if (!isOnTop)
        {
            var known = model.Changes.Select(change => change.Name).ToHashSet(StringComparer.Ordinal);
            news = [.. news.Where(change => !known.Contains(change.Name))];
        }

        if (news.IsEmpty)
        {
            return (model, []);
        }

        var all = isOnTop ? news.AddRange(model.Changes) : [.. model.Changes.Concat(news).OrderByDescending(change => change.Revision).ThenByDescending(change => change.Index)];
        var (kept, forgotten) = Cut(all);
        return (Reading.Recount(model with { Changes = kept }, news, forgotten), [.. news.Select(change => change.Bill).Distinct()]);
    }

    private static (ImmutableArray<ChangeItem> Kept, ImmutableArray<ChangeItem> Forgotten) Cut(ImmutableArray<ChangeItem> all)
    {
        if (all.Length <= Length)
        {
            return (all, []);
        }

        var (kept, forgotten) = (ImmutableArray.CreateBuilder<ChangeItem>(Most), ImmutableArray.CreateBuilder<ChangeItem>());
        kept.AddRange(all, Length);
        foreach (var change in all.AsSpan()[Length..])
        {
            (change.Unread && kept.Count < Most ? kept : forgotten).Add(change);
        }

        return (kept.ToImmutable(), forgotten.ToImmutable());
    }

    private static bool IsNewer(ChangeItem one, ChangeItem other) => (one.Revision, one.Index).CompareTo((other.Revision, other.Index)) > 0;
}
