using System.Text.RegularExpressions;

namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>One short form in a text.</summary>
/// <param name="Short">As the glossary has it, or as printed when that has none; without plural s.</param>
/// <param name="Index">Where it begins in the block's text.</param>
/// <param name="Length">With its plural s.</param>
internal sealed record ShortForm(string Short, int Index, int Length);

/// <summary>Finds the short forms in a block: those of the glossary, longest first, and other words of capitals.</summary>
internal static partial class ShortForms
{
    // Words of capitals that need no writing out: numbers of chapters, file types, the country, and shapes of names.
    private static readonly HashSet<string> Never = new(StringComparer.Ordinal)
    {
        "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "US", "USA", "CA", "PDF", "ID", "TV", "OK", "AM", "PM", "X1", "X2", "HTML", "FAQ",
    };

    public static IEnumerable<ShortForm> In(string text, FieldGlossary glossary)
    {
        if (IsAllCapitals(text))
        {
            yield break;
        }

        var hidden = Address().Matches(text).Select(match => (match.Index, End: match.Index + match.Length)).ToList();
        foreach (Match match in Capitals().Matches(text))
        {
            if (hidden.Exists(address => match.Index >= address.Index && match.Index < address.End))
            {
                continue;
            }

            foreach (var form in Split(match.Value, match.Index, glossary))
            {
                var plain = Singular(form.Short, glossary);
                if (!Never.Contains(plain) && plain.Count(char.IsUpper) >= 2 && !IsName(text, form, glossary.Find(plain)))
                {
                    yield return form with { Short = plain };
                }
            }
        }
    }

    /// <summary>A heading in capitals: its words are no short forms.</summary>
    public static bool IsAllCapitals(string text)
    {
        var letters = 0;
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                if (!char.IsUpper(character))
                {
                    return false;
                }

                letters++;
            }
        }

        return letters > 6;
    }

    // "CSE-IT" is one term of the glossary; "AB/SB" and "CSE-impacted" are what their parts are.
    private static IEnumerable<ShortForm> Split(string token, int index, FieldGlossary glossary)
    {
        if (glossary.Find(Singular(token, glossary)) is not null || !token.AsSpan().ContainsAny('/', '-', '&'))
        {
            return [new ShortForm(token, index, token.Length)];
        }

        return Part().Matches(token).Select(part => new ShortForm(part.Value, index + part.Index, part.Length));
    }

    private static string Singular(string token, FieldGlossary glossary) =>
        token.EndsWith('s') && glossary.Find(token) is null ? token[..^1] : token;

    private static bool IsName(string text, ShortForm form, FieldTerm? term) =>
        term is not null && term.NameWith.Any(word => text.AsSpan(form.Index + form.Length).TrimStart().StartsWith(word, StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![\p{L}\p{N}.@/_])(?>[A-Z][A-Z0-9]*)(?:[/&-](?>[A-Z][A-Z0-9]*))*(?:\+|s(?![\p{L}]))?(?![\p{Ll}_])")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"[A-Z][A-Z0-9]*\+?s?")]
    private static partial Regex Part();

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|gov|net|edu|us)\b(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
