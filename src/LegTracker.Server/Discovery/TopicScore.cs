using System.Collections.Immutable;
using LegTracker.Server.Recording.Catalog;

namespace LegTracker.Server.Discovery;

/// <summary>Weighs what was found in a version for one topic. Pure.</summary>
/// <remarks>Each phrase counts once, where it weighs most. A digest tells existing law before it tells what the bill would do: the second weighs more.</remarks>
internal static class TopicScore
{
    private const int LongestSentence = 400;
    private const int Section = 2;

    /// <param name="found">Each phrase's sentences in this version.</param>
    /// <returns>Null when nothing of the topic is in it.</returns>
    public static TopicMatch? Of(Topic topic, SearchedVersion version, IReadOnlyList<(SearchTerm Term, TextHit Hit)> found)
    {
        var sections = version.CodeSections.Where(section => topic.CodeSections.Any(pattern => pattern.Matches(section))).ToList();
        if (found.Count == 0 && sections.Count == 0)
        {
            return null;
        }

        var phrases = found.GroupBy(pair => pair.Term.Text).Select(group => (Phrase: group.Key, Weight: group.Max(pair => Weight(pair.Hit)))).ToList();
        var because = string.Join("; ", new[]
        {
            phrases.Count == 0 ? "" : $"says {string.Join(", ", phrases.OrderByDescending(pair => pair.Weight).Select(pair => $"“{pair.Phrase}”"))}",
            sections.Count == 0 ? "" : $"touches {string.Join(", ", sections.Take(5))}{(sections.Count > 5 ? " …" : "")}",
        }.Where(part => part.Length > 0));
        return new TopicMatch(topic.Key, phrases.Sum(pair => pair.Weight) + (Section * sections.Count), Telling(version, found, sections), because);
    }

    /// <summary>At most <paramref name="longest"/> characters of a sentence around a place in it, cut between words.</summary>
    public static string Cut(string sentence, int at, int longest = LongestSentence)
    {
        if (sentence.Length <= longest)
        {
            return sentence;
        }

        var room = longest - 2;
        var start = Math.Clamp(at - (room / 3), 0, sentence.Length - room);
        var end = start + room;
        if (start > 0 && sentence.IndexOf(' ', start, Math.Max(0, Math.Min(at, end) - start)) is > 0 and var blank)
        {
            start = blank + 1;
        }

        if (end < sentence.Length && sentence.LastIndexOf(' ', end - 1, end - start) is var last && last > start)
        {
            end = last;
        }

        return $"{(start > 0 ? "…" : "")}{sentence[start..end]}{(end < sentence.Length ? "…" : "")}";
    }

    private static string Telling(SearchedVersion version, IReadOnlyList<(SearchTerm Term, TextHit Hit)> found, List<string> sections)
    {
        if (found.Count == 0)
        {
            var number = sections[0][(sections[0].LastIndexOf(' ') + 1)..];
            return Cut(version.Title, Math.Max(0, version.Title.IndexOf(number, StringComparison.Ordinal)));
        }

        var best = found.GroupBy(pair => pair.Hit.Place)
            .OrderByDescending(group => Rank(group.First().Hit))
            .ThenByDescending(group => group.Select(pair => pair.Term.Text).Distinct().Count())
            .ThenBy(group => group.Key)
            .First();
        return Cut(best.First().Hit.Sentence, best.Min(pair => pair.Hit.At));
    }

    private static int Weight(TextHit hit) => hit.Part switch
    {
        TextPart.Subject => 6,
        TextPart.Title => 5,
        TextPart.Digest when IsNews(hit.Sentence) => 3,
        _ => 1,
    };

    // What the bill would do tells a person most, then its subject; existing law comes last.
    private static int Rank(TextHit hit) => hit.Part switch
    {
        TextPart.Digest when IsNews(hit.Sentence) => 3,
        TextPart.Subject => 2,
        TextPart.Title => 1,
        _ => 0,
    };

    private static bool IsNews(string sentence) => sentence.Contains("bill would", StringComparison.OrdinalIgnoreCase)
        || sentence.Contains("bill also would", StringComparison.OrdinalIgnoreCase) || sentence.Contains("measure would", StringComparison.OrdinalIgnoreCase);
}
