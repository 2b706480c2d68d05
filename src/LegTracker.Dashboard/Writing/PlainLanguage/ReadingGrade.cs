using System.Text.RegularExpressions;

namespace LegTracker.Dashboard.Writing.PlainLanguage;

/// <summary>The Flesch-Kincaid grade of a text: years of school that its sentences and words ask for. Pure.</summary>
internal static partial class ReadingGrade
{
    /// <summary>What to aim at, and from where on it is said to be hard.</summary>
    public const double Target = 10;
    public const double Hard = 12;

    /// <returns>Null for a text without sentences.</returns>
    public static double? Of(IEnumerable<string> sentences)
    {
        var (count, words, syllables) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            count++;
            foreach (var word in Sentences.WordsOf(sentence))
            {
                words++;
                syllables += Syllables(word);
            }
        }

        return count == 0 ? null : 0.39 * words / count + 11.8 * syllables / words - 15.59;
    }

    /// <summary>Groups of vowels, without a silent e at the end; at least one.</summary>
    public static int Syllables(string word)
    {
        var groups = Vowels().Count(word);
        return Math.Max(1, SilentEnd().IsMatch(word) ? groups - 1 : groups);
    }

    [GeneratedRegex("[aeiouy]+", RegexOptions.IgnoreCase)]
    private static partial Regex Vowels();

    [GeneratedRegex("[^aeiouyl]es?$|[^aeiouydt]ed$", RegexOptions.IgnoreCase)]
    private static partial Regex SilentEnd();
}
