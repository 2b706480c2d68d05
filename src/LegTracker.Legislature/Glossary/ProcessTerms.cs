using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>The words of the legislative process that the histories and our sentences use, in alphabetical order.</summary>
public static partial class ProcessTerms
{
    private static readonly FrozenDictionary<string, ProcessTerm> ByForm = Listed
        .SelectMany(term => Forms(term).Select(form => (Form: Key(form), Term: term)))
        .DistinctBy(pair => pair.Form)
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Term, StringComparer.Ordinal);

    // The longest form first, so that "second reading file" is not read as "second reading".
    private static readonly Regex Used = new(
        $@"(?<![\w])(?:{string.Join('|', ByForm.Keys.OrderByDescending(form => form.Length).Select(form => Regex.Escape(form).Replace(@"\ ", @"[\s-]+", StringComparison.Ordinal)))})(?![\w])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled,
        TimeSpan.FromSeconds(1));

    /// <summary>Every term, by name.</summary>
    public static ImmutableArray<ProcessTerm> All { get; } = [.. ByForm.Values.Distinct().OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The term of a word, a short form or another form of either; case, dots and hyphens do not matter.</summary>
    /// <returns>Null when the word is none of ours.</returns>
    public static ProcessTerm? Find(string word) => ByForm.GetValueOrDefault(Key(word));

    /// <summary>The terms that a sentence or an action line uses, each once, in the order they come.</summary>
    public static ImmutableArray<ProcessTerm> In(string sentence) =>
        [.. Used.Matches(sentence).Select(match => ByForm[Key(match.Value)]).Distinct()];

    private static IEnumerable<string> Forms(ProcessTerm term) =>
        [term.Name, .. term.Forms, .. term.ShortForm is { } shortForm ? [shortForm] : Array.Empty<string>(), term.Expansion];

    private static string Key(string text) => Gaps().Replace(text.Trim().Trim('.').ToUpperInvariant(), " ");

    [GeneratedRegex(@"[\s-]+")]
    private static partial Regex Gaps();
}
