using System.Text;

namespace LegTracker.Dashboard.Writing;

/// <summary>Which way a paragraph is read, by its first letter that has a direction (Unicode bidirectional algorithm, rules P2 and P3).</summary>
internal static class TextDirection
{
    /// <summary>True for Hebrew, Arabic and the other scripts that are written from the right.</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                // Blocks of right-to-left scripts: Hebrew to Arabic Extended-A, presentation forms, and the two ranges of the supplementary plane.
                return rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
            }
        }

        return false;
    }
}
