using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Arrived changes into the feed: newest first, each once, the oldest forgotten beyond its length.</summary>
internal static class Feed
{
    /// <summary>How many changes the feed keeps.</summary>
    public const int Length = 5_000;

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
        var kept = all.Length > Length ? all[..Length] : all;
        return (Reading.Recount(model with { Changes = kept }, news, all.AsSpan()[kept.Length..]), [.. news.Select(change => change.Bill).Distinct()]);
    }

    private static bool IsNewer(ChangeItem one, ChangeItem other) => (one.Revision, one.Index).CompareTo((other.Revision, other.Index)) > 0;
}
