using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>Reads a line from left to right as phrases of the Legislature's vocabulary; a sentence it does not know is stepped over.</summary>
internal static partial class Phrasebook
{
    /// <summary>A rule that applies where the scan stands, never further on.</summary>
    private sealed record Entry(Regex Pattern, Move Move, ImmutableArray<ActionKind> Kinds);

    /// <summary>The phrases of a line whose votes, pages and dates in parentheses were taken out; empty when none is known.</summary>
    public static ImmutableArray<Phrase> Read(string text)
    {
        var phrases = ImmutableArray.CreateBuilder<Phrase>();
        var at = Gap().Match(text).Length;
        while (at < text.Length)
        {
            var end = TryRead(text, at, phrases) ?? SentenceEnd().Match(text, at) switch
            {
                { Success: true } sentence => sentence.Index + Math.Max(sentence.Length, 1),
                _ => text.Length,
            };
            at = end + Gap().Match(text, end).Length;
        }

        return phrases.ToImmutable();
    }

    private static int? TryRead(string text, int at, ImmutableArray<Phrase>.Builder phrases)
    {
        foreach (var entry in Entries)
        {
            var match = entry.Pattern.Match(text, at);
            if (!match.Success || match.Length == 0)
            {
                continue;
            }

            House? house = match.Groups["house"] is { Success: true, Value: var name } ? Enum.Parse<House>(name, ignoreCase: true) : null;
            phrases.Add(new Phrase(
                entry.Move,
                entry.Kinds,
                house,
                match.Groups["coms"] is { Success: true, Value: var committees } ? committees.Trim() : null,
                match.Groups["amended"].Success,
                match.Value));
            return at + match.Length;
        }

        return null;
    }

    private static Entry Says(string pattern, Move move, params ActionKind[] kinds) => new(
        new Regex(
            @"\G(?:" + pattern
                .Replace("{COMS}", CommitteeList, StringComparison.Ordinal)
                .Replace("{COM}", @"(?:Coms?\. on {LIST}|committee\b)".Replace("{LIST}", CommitteeList, StringComparison.Ordinal), StringComparison.Ordinal)
                .Replace("{HOUSE}", @"(?<house>Assembly|Senate)\b", StringComparison.Ordinal)
                .Replace("{DATE}", LineDetails.DatePattern, StringComparison.Ordinal)
                .Replace("{TIME}", @"(?:\s+at\s+[\d:]+\s*[ap]\.?\s?m\.?)?", StringComparison.Ordinal)
                .Replace("{REST}", SentenceRest, StringComparison.Ordinal) + ")",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
        move,
        [.. kinds]);

    /// <summary>Abbreviations are capitals, dots and ampersands; the first word with a small letter ends the list.</summary>
    private const string CommitteeList =
        @"(?<coms>(?-i:(?:(?>[A-Z][A-Z.,]*)(?![a-z])|Gov\.|&)(?:\s+(?:and\s+)?(?:(?>[A-Z][A-Z.,]*)(?![a-z])|Gov\.|&))*))";

    /// <summary>Up to a dot before a new sentence, which begins with a capital and a small letter.</summary>
    private const string SentenceRest = @"(?:[^.]|\.(?!\s*$)(?!\s+(?-i:[A-Z][a-z])))*";

    [GeneratedRegex(@"\G[\s.,;:()\-–]*(?:(?:and|but)\s+)?")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\G(?:[^.]|\.(?!\s*$)(?!\s+[A-Z][a-z]))*")]
    private static partial Regex SentenceEnd();
}
