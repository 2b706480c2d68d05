using System.Collections.Immutable;
using LegTracker.Server.Recording.Catalog;

namespace LegTracker.Server.Discovery;

/// <summary>How a version matches a topic.</summary>
/// <param name="Score">Grows with the phrases and sections that match and with where they stand; 1 is the least.</param>
/// <param name="Sentence">The most telling sentence, verbatim, at most 400 characters of it.</param>
/// <param name="Because">The phrases and sections that matched, in words.</param>
internal sealed record TopicMatch(string Topic, int Score, string Sentence, string Because);

/// <summary>A version with the topics that it matches, best first.</summary>
internal sealed record MatchedVersion(SearchedVersion Version, ImmutableArray<TopicMatch> Matches);
