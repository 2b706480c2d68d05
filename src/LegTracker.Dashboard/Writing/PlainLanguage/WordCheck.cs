using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LegTracker.Dashboard.Writing.Acronyms;

namespace LegTracker.Dashboard.Writing.PlainLanguage;

/// <summary>
/// Holds a document against plain language: short sentences, plain words, dates written out, nothing that is true on one day only. It finds and
/// never changes; quotations are left out, for they are somebody else's words. Pure.
/// </summary>
/// <remarks>
/// There is no such thing as a child prostitute: https://youthlaw.org/news/ca-law-affirms-there-no-such-thing-child-prostitute
/// </remarks>
internal static partial class WordCheck
{
    public const int MostWords = 25;

    private static readonly (WordFault Fault, Regex Pattern, string Advice)[] Rules =
    [
        (WordFault.DateInFigures, Figures(), "write the date out: January 1, 2025"),
        (WordFault.RelativeDay, Relative(), "name the day: the text is read later"),
        (WordFault.LoadedWord, Loaded(), "say what happened, in neutral words"),
        (WordFault.FieldWord, ChildPornography(), "write: child sexual abuse material; an official title stays as it is, in quotation marks"),
        (WordFault.FieldWord, ChildProstitute(), "write: a child who was commercially sexually exploited; an official title stays as it is, in quotation marks"),
        .. new[]
        {
            ("as specified", "say what is specified, or leave it out"), ("as defined", "say what is meant"), ("as provided", "say what is provided"),
            ("notwithstanding", "write: despite"), ("pursuant to", "write: under"), ("shall", "write: must, will or may"), ("said", "name it again"),
            ("herein", "say where"), ("thereof", "name it again"), ("aforementioned", "name it again"), ("hereby", "leave it out"),
            ("prior to", "write: before"), ("subsequent to", "write: after"), ("in order to", "write: to"), ("utilize", "write: use"), ("commence", "write: begin"),
        }.Select(word => (WordFault.LegalWord, new Regex(word.Item1 == "said" ? @"\bsaid (?=(?:section|person|child|minor|bill|law|act|provision|report)s?\b)" : $@"\b{word.Item1}s?\b", RegexOptions.IgnoreCase), word.Item2)),
    ];

    /// <param name="blocks">The document in reading order.</param>
    /// <param name="sourcesTitle">Heading from which on it is a list of sources, which is looked up and not read.</param>
    public static ImmutableArray<WordFinding> Of(IEnumerable<TextBlock> blocks, string sourcesTitle) =>
        [.. Verbatim.Without(blocks, sourcesTitle).SelectMany(Findings)];

    /// <summary>The document's reading grade; null without a sentence.</summary>
    public static double? Grade(IEnumerable<TextBlock> blocks, string sourcesTitle) =>
        ReadingGrade.Of(Verbatim.Without(blocks, sourcesTitle).SelectMany(block => Sentences.In(block.Text)).Where(sentence => sentence[^1] is '.' or '?' or '!' or ']'));

    private static IEnumerable<WordFinding> Findings(TextBlock block)
    {
        foreach (var sentence in Sentences.In(block.Text))
        {
            if (Sentences.Words(sentence) is > MostWords and var words)
            {
                yield return new WordFinding(WordFault.LongSentence, block.Place, $"{words} words in a sentence, {MostWords} are enough: “{Begin(sentence)}”.");
            }
        }

        foreach (var (fault, pattern, advice) in Rules)
        {
            foreach (Match match in pattern.Matches(block.Text))
            {
                yield return new WordFinding(fault, block.Place, $"“{match.Value.Trim()}”: {advice}.");
            }
        }
    }

    private static string Begin(string sentence) => string.Join(' ', sentence.Split(' ').Take(6)) + " …";

    [GeneratedRegex(@"(?<![\p{L}\p{N}/-])(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2})(?![\p{L}\p{N}/-])")]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b(?:today|yesterday|tomorrow|recently|lately|soon|(?:last|next|this) (?:week|month|year|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(?:victory|killed|dead|thanks to|unfortunately|fortunately)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();

    [GeneratedRegex(@"\b(?:child|kiddie|kid) porn(?:ography)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex ChildPornography();

    [GeneratedRegex(@"\b(?:(?:child|teen|teenage|juvenile|minor|underage|youth)[ -]prostitut(?:es?|ion)|prostituted[ -](?:child(?:ren)?|minors?|youths?|teens?|teenagers?|girls?|boys?))\b", RegexOptions.IgnoreCase)]
    private static partial Regex ChildProstitute();
}
