using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>
/// What a person searches for: phrases that must all stand in one sentence, joined by <c>+</c>: <c>human trafficking</c>, <c>solicit* + minor</c>.
/// A word that ends in <c>*</c> also matches longer words; the last word of a phrase also matches with an s. Capitals, accents and hyphens do not matter.
/// </summary>
internal sealed partial record SearchTerm
{
    private const int LongestText = 120;

    private SearchTerm(string text, ImmutableArray<ImmutableArray<string>> phrases) => (Text, Phrases) = (text, phrases);

    /// <summary>As it was written, with single blanks.</summary>
    public string Text { get; }

    /// <summary>Words of each phrase; only a phrase's last word may end in <c>*</c>.</summary>
    public ImmutableArray<ImmutableArray<string>> Phrases { get; }

    /// <param name="fault">What is wrong, in words.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SearchTerm? term, out string fault)
    {
        (term, fault) = (null, "");
        var written = Blanks().Replace(text ?? "", " ").Trim();
        if (written.Length > LongestText)
        {
            fault = $"is longer than {LongestText} characters";
            return false;
        }

        ImmutableArray<ImmutableArray<string>> phrases = [.. written.Split('+').Select(phrase => Words(phrase).ToImmutableArray())];
        fault = phrases.Any(phrase => phrase.IsEmpty) ? "has no words; write a phrase such as human trafficking, or phrases of one sentence as solicit* + minor"
            : phrases.FirstOrDefault(phrase => phrase.SkipLast(1).Any(word => word.Contains('*', StringComparison.Ordinal))) is { IsDefault: false }
                ? "has a * inside a phrase; it may end a phrase's last word only"
            : phrases.SelectMany(phrase => phrase).FirstOrDefault(word => !Word().IsMatch(word)) is { } odd ? $"has '{odd}', which is no word; a word may end in *"
            : "";
        term = fault.Length == 0 ? new SearchTerm(written, phrases) : null;
        return term is not null;
    }

    /// <exception cref="FormatException">Says what is wrong.</exception>
    public static SearchTerm Parse(string text) => TryParse(text, out var term, out var fault) ? term : throw new FormatException($"'{text}' {fault}");

    public override string ToString() => Text;

    private static IEnumerable<string> Words(string phrase) => Separators().Split(phrase).Where(word => word.Length > 0);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\s\-–'’.,]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[\p{L}\p{N}]+\*?$")]
    private static partial Regex Word();
}
