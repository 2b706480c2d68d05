using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Catalog;

namespace LegTracker.Server.Discovery;

/// <summary>Tells which versions of a bill left the topics of the version before. Pure.</summary>
internal static class DriftRules
{
    /// <summary>
    /// A version drifted when it matches none of the topics that the version before it matched. The first look at a bill is its baseline: only versions
    /// that arrived after an earlier look are told. A version that came without the digest that the one before had tells nothing.
    /// </summary>
    /// <param name="versions">All versions, oldest print first.</param>
    /// <param name="lookedUntil">The newest arrival of the look before; 0 when there was none.</param>
    public static IEnumerable<(SearchedVersion Version, Difference Drift)> Of(ImmutableArray<MatchedVersion> versions, long lookedUntil, IReadOnlyDictionary<string, string> titles)
    {
        for (var at = 1; at < versions.Length; at++)
        {
            var (before, after) = (versions[at - 1], versions[at]);
            var left = before.Matches.Select(match => match.Topic).ToList();
            if (after.Version.Arrival <= lookedUntil
                || !versions.Take(at).Any(version => version.Version.Arrival <= lookedUntil)
                || left.Count == 0
                || (before.Version.HasDigest && !after.Version.HasDigest)
                || after.Matches.Any(match => left.Contains(match.Topic)))
            {
                continue;
            }

            var names = string.Join(", ", left.Select(topic => titles.GetValueOrDefault(topic, topic)));
            yield return (after.Version, new Difference(
                ChangeKind.TopicDrift,
                "topic",
                names,
                after.Version.VersionId,
                after.Version.Day,
                $"{after.Version.Bill.Measure} was amended away from its subject ({names}); the new version is about: {TopicScore.Cut(after.Version.About, 0, 200)}"));
        }
    }
}
