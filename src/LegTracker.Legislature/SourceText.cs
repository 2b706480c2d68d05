using System.Globalization;
using System.Text;

namespace LegTracker.Legislature;

/// <summary>The one function that turns text from outside into text that may be stored and shown.</summary>
public static class SourceText
{
    /// <summary>
    /// Collapses white space and drops what can do harm in a terminal or a document: controls, bidirectional marks,
    /// zero-width and private-use characters, noncharacters, lone surrogates. Every output still escapes for itself.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (IsClean(text))
        {
            return text;
        }

        var cleaned = new StringBuilder(text.Length);
        Span<char> characters = stackalloc char[2];
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value is 0x200B or 0x2028 or 0x2029)
            {
                gap = cleaned.Length > 0;
                continue;
            }

            if (!IsKept(rune))
            {
                continue;
            }

            if (gap)
            {
                cleaned.Append(' ');
                gap = false;
            }

            cleaned.Append(characters[..rune.EncodeToUtf16(characters)]);
        }

        return cleaned.ToString();
    }

    // Most text is printable ASCII with single spaces, and stays as it is.
    private static bool IsClean(string text) =>
        text[0] != ' ' && text[^1] != ' ' && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains("  ", StringComparison.Ordinal);

    private static bool IsKept(Rune rune) => rune.Value != 0xFFFD && (rune.Value & 0xFFFE) != 0xFFFE && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
