using System.Text;

namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>Whether a short form in a text stands beside its long form: "long form (SHORT)" or "SHORT (long form)".</summary>
/// <param name="Words">The long form as printed.</param>
/// <param name="Known">The glossary's form that it equals; null when it is another one made of the same letters.</param>
internal sealed record WrittenOut(string Words, string? Known)
{
    // What a name's letters leave out.
    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase) { "of", "on", "and", "for", "the", "in", "to", "a", "an", "or", "with", "by", "&" };

    /// <summary>The long form beside it; null for a plain use. A parenthesis whose words are not the long form, "(SB 1322)", is a use.</summary>
    public static WrittenOut? Beside(string text, ShortForm form, FieldTerm? term) => Before(text, form, term) ?? After(text, form, term);

    private static WrittenOut? Before(string text, ShortForm form, FieldTerm? term)
    {
        var open = text.AsSpan(0, form.Index).TrimEnd("\"“'‘*_ ").Length - 1;
        var close = text.AsSpan(form.Index + form.Length).TrimStart("\"”'’*_ ");
        if (open < 0 || text[open] != '(' || close.Length == 0 || close[0] != ')')
        {
            return null;
        }

        var words = text[..open];
        var letters = Letters(words);
        foreach (var known in term?.LongForms ?? [])
        {
            var sought = Letters(known).Text;
            foreach (var ending in (string[])[sought, sought + "s"])
            {
                if (letters.Text.EndsWith(ending, StringComparison.Ordinal) && letters.At[^ending.Length] is var first && (first == 0 || !char.IsLetterOrDigit(words[first - 1])))
                {
                    return new WrittenOut(known, known);
                }
            }
        }

        return Spelled(words, form.Short) is { } other ? new WrittenOut(other, null) : null;
    }

    private static WrittenOut? After(string text, ShortForm form, FieldTerm? term)
    {
        var rest = text.AsSpan(form.Index + form.Length).TrimStart("*_ ");
        if (rest.Length == 0 || rest[0] != '(' || rest.IndexOf(')') is not (> 1 and < 200 and var end))
        {
            return null;
        }

        var words = rest[1..end].ToString();
        var plain = Letters(words).Text;
        if (term?.LongForms.FirstOrDefault(known => Letters(known).Text is var sought && (sought == plain || sought + "s" == plain)) is { } same)
        {
            return new WrittenOut(same, same);
        }

        return Spelled(words, form.Short) is { } other && other.Length == words.Trim().Length ? new WrittenOut(other, null) : null;
    }

    /// <summary>The last words of a text whose first letters spell a short form; null when they do not.</summary>
    private static string? Spelled(string text, string shortForm)
    {
        var letters = shortForm.Where(char.IsLetter).ToList();
        var words = text.Trim().Split([' ', '-', '\u00A0', '/'], StringSplitOptions.RemoveEmptyEntries);
        var at = words.Length;
        for (var letter = letters.Count - 1; letter >= 0; letter--)
        {
            for (at--; at >= 0 && !Begins(words[at], letters[letter]); at--)
            {
                if (!Small.Contains(words[at]))
                {
                    return null;
                }
            }

            if (at < 0)
            {
                return null;
            }
        }

        if (Small.Contains(words[at]) && at > 0 && Begins(words[at - 1], letters[0]))
        {
            at--;
        }

        return Small.Contains(words[at]) ? null : Tail(text.Trim(), words, at);
    }

    // From the word at that place on, as printed.
    private static string Tail(string text, string[] words, int at)
    {
        var from = text.Length;
        for (var word = words.Length - 1; word >= at; word--)
        {
            from = text.LastIndexOf(words[word], from - 1, StringComparison.Ordinal);
        }

        return text[from..];
    }

    private static bool Begins(string word, char letter)
    {
        var first = word.FirstOrDefault(char.IsLetterOrDigit);
        return char.ToUpperInvariant(first) == char.ToUpperInvariant(letter);
    }

    // Without case, hyphens, marks and spaces; and where each letter stood.
    private static (string Text, List<int> At) Letters(string text)
    {
        var (letters, at) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var index = 0; index < text.Length; index++)
        {
            foreach (var letter in text[index] == '&' ? "and" : char.IsLetterOrDigit(text[index]) ? text.AsSpan(index, 1) : default)
            {
                letters.Append(char.ToLowerInvariant(letter));
                at.Add(index);
            }
        }

        return (letters.ToString(), at);
    }
}
