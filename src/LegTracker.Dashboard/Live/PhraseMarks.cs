using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LegTracker.Dashboard.Live;

/// <summary>Where a topic's phrases stand in a sentence, by the rules of the API's Topic.include, but that an accent counts. Pure.</summary>
internal static partial class PhraseMarks
{
    /// <param name="terms">Phrases; those joined by + count only when all of them stand in the sentence.</param>
    /// <returns>The parts in order, none touching another; empty when nothing stands in it.</returns>
    public static ImmutableArray<Range> Of(string sentence, IEnumerable<string> terms)
    {
        var words = Word().Matches(sentence).Select(word => (word.Index, End: word.Index + word.Length, Plain: word.Value.ToUpperInvariant())).ToList();
        var found = new List<(int Start, int End)>();
        foreach (var term in terms)
        {
            var phrases = term.Split('+').Select(phrase => Places([.. Piece().Matches(phrase).Select(word => word.Value.ToUpperInvariant())])).ToList();
            if (phrases.All(places => places.Count > 0))
            {
                found.AddRange(phrases.SelectMany(places => places));
            }
        }

        return Joined(found);

        List<(int Start, int End)> Places(string[] phrase)
        {
            var places = new List<(int, int)>();
            for (var at = 0; phrase.Length > 0 && at + phrase.Length <= words.Count; at++)
            {
                if (phrase.Index().All(piece => Fits(words[at + piece.Index].Plain, piece.Item, isLast: piece.Index == phrase.Length - 1)))
                {
                    places.Add((words[at].Index, words[at + phrase.Length - 1].End));
                }
            }

            return places;
        }
    }

    private static bool Fits(string word, string wanted, bool isLast) => wanted.EndsWith('*')
        ? word.StartsWith(wanted[..^1], StringComparison.Ordinal)
        : word == wanted || (isLast && word == wanted + "S");

    private static ImmutableArray<Range> Joined(List<(int Start, int End)> places)
    {
        var joined = ImmutableArray.CreateBuilder<Range>();
        foreach (var (start, end) in places.Order())
        {
            if (joined.Count > 0 && start <= joined[^1].End.Value)
            {
                joined[^1] = joined[^1].Start.Value..Math.Max(joined[^1].End.Value, end);
            }
            else
            {
                joined.Add(start..end);
            }
        }

        return joined.ToImmutable();
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{Mn}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}\p{N}]+\*?")]
    private static partial Regex Piece();
}
