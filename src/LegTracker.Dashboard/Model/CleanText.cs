using System.Globalization;
using System.Text;

namespace LegTracker.Dashboard.Model;

/// <summary>Makes text from outside harmless for a terminal's cells: no controls, no hidden or reordering characters, nothing whose width is in dispute.</summary>
internal static class CleanText
{
    // More marks on one letter than any language uses would spill over other rows.
    private const int MostMarks = 3;

    public static string Of(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
            {
                return Rebuilt(text);
            }
        }

        return text;
    }

    private static string Rebuilt(string text)
    {
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' or 0x2028 or 0x2029 or 0x00A0)
            {
                clean.Append(' ');
                marks = 0;
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                if (!IsDisputed(rune.Value) && clean.Length > 0 && ++marks <= MostMarks)
                {
                    clean.Append(rune.ToString());
                }
            }
            else if (!IsHidden(rune) && !IsDisputed(rune.Value))
            {
                clean.Append(rune.ToString());
                marks = 0;
            }
        }

        return clean.ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        _ => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF,
    };

    // Variation selectors and skin tones: terminals do not agree on their width.
    private static bool IsDisputed(int value) => value is (>= 0xFE00 and <= 0xFE0F) or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0100 and <= 0xE01EF);
}
