using System.Collections.Immutable;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>Search terms in the query language of SQLite's FTS5. Every word is quoted, so that none is read as an operator.</summary>
internal static class FtsQuery
{
    public static string Of(SearchTerm term, ImmutableArray<SearchTerm> excluded) => excluded.IsDefaultOrEmpty
        ? Of(term)
        : $"({Of(term)}) NOT ({string.Join(" OR ", excluded.Select(one => $"({Of(one)})"))})";

    private static string Of(SearchTerm term) => string.Join(" AND ", term.Phrases.Select(Phrase));

    private static string Phrase(ImmutableArray<string> words)
    {
        var text = string.Join(' ', words);
        return text.EndsWith('*') ? $"\"{text[..^1]}\" *" : $"(\"{text}\" OR \"{text}s\")";
    }
}
