using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Discovery;

/// <summary>What a bill's newest version makes of its candidate. Pure.</summary>
/// <remarks>
/// A decided bill comes back as new only when it changed enough since: another topic matches, the score rose by half or more, or it is
/// about something else by its own subject line.
/// </remarks>
internal static class CandidateRules
{
    /// <param name="known">The candidate as kept; null when it was never found.</param>
    /// <param name="titles">Titles of the topics by key.</param>
    /// <returns>The candidate to keep; null when nothing is to be kept or changed.</returns>
    public static Candidate? Revise(MatchedVersion newest, bool tracked, Candidate? known, IReadOnlyDictionary<string, string> titles, DateTimeOffset now)
    {
        if (tracked)
        {
            return null;
        }

        if (newest.Matches.IsEmpty)
        {
            return known is { State: CandidateState.New, Score: > 0 }
                ? known with { Score = 0, Because = $"its newest version, {newest.Version.VersionId}, matches no topic any more" }
                : null;
        }

        var found = Found(newest, titles, now);
        return known switch
        {
            null => found,
            { State: CandidateState.New } => Same(known, found) ? null : found with { FoundTime = known.FoundTime },
            _ => Changed(known, found) is { } change
                ? found with { Because = $"{found.Because}. It was {(known.State == CandidateState.Dismissed ? "dismissed" : "accepted")} on {Day(known.DecidedTime)}; since then {change}" }
                : null,
        };
    }

    private static Candidate Found(MatchedVersion newest, IReadOnlyDictionary<string, string> titles, DateTimeOffset now)
    {
        var best = newest.Matches[0];
        return new Candidate(
            newest.Version.Bill,
            CandidateState.New,
            best.Topic,
            [.. newest.Matches.Select(match => match.Topic)],
            best.Score,
            best.Sentence,
            newest.Version.VersionId,
            TopicScore.Cut(newest.Version.About, 0),
            now,
            $"{titles.GetValueOrDefault(best.Topic, best.Topic)}: {best.Because}",
            "",
            null,
            null);
    }

    private static bool Same(Candidate known, Candidate found) =>
        known with { FoundTime = found.FoundTime, Topics = found.Topics } == found && known.Topics.SequenceEqual(found.Topics);

    private static string? Changed(Candidate decided, Candidate found) =>
        found.Topics.Except(decided.Topics).ToList() is { Count: > 0 } topics ? $"it also matches {string.Join(", ", topics)}"
        : 2 * found.Score >= 3 * Math.Max(decided.Score, 1) ? $"its score rose from {decided.Score} to {found.Score}"
        : !string.Equals(ActionText.Normalize(decided.Subject), ActionText.Normalize(found.Subject), StringComparison.OrdinalIgnoreCase) ? $"its subject changed from “{decided.Subject}” to “{found.Subject}”"
        : null;

    private static string Day(DateTimeOffset? time) => time is { } instant ? CaliforniaTime.DayOf(instant).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "an unknown day";
}
