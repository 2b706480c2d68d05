using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Catalog;

namespace LegTracker.Server.Discovery;

/// <summary>Looks for the enabled topics in the catalog's versions.</summary>
internal static class TopicSearch
{
    /// <summary>Each bill of which a version arrived later, with all its versions, oldest print first.</summary>
    /// <param name="afterArrival">0 for every bill of the catalog.</param>
    public static async Task<ImmutableArray<ImmutableArray<MatchedVersion>>> RunAsync(
        ITextSearch texts, ImmutableArray<Topic> topics, long afterArrival, CancellationToken cancellationToken)
    {
        var versions = await texts.VersionsAsync(afterArrival, cancellationToken);
        if (versions.IsEmpty)
        {
            return [];
        }

        var enabled = topics.Where(topic => topic.Enabled).ToImmutableArray();
        var found = new Dictionary<(string Topic, long Arrival), List<(SearchTerm Term, TextHit Hit)>>();
        foreach (var (topic, term) in enabled.SelectMany(topic => topic.Include.Select(term => (topic, term))))
        {
            foreach (var hit in await texts.FindAsync(term, topic.Exclude, afterArrival, cancellationToken))
            {
                if (!found.TryGetValue((topic.Key, hit.Arrival), out var hits))
                {
                    found[(topic.Key, hit.Arrival)] = hits = [];
                }

                hits.Add((term, hit));
            }
        }

        return
        [
            .. versions.GroupBy(version => version.Bill).Select(bill => bill.Select(version => new MatchedVersion(version,
            [
                .. enabled.Select(topic => TopicScore.Of(topic, version, found.GetValueOrDefault((topic.Key, version.Arrival)) ?? []))
                    .OfType<TopicMatch>().OrderByDescending(match => match.Score),
            ])).ToImmutableArray()),
        ];
    }
}
