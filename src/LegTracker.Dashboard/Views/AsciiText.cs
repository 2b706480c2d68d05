using System.Globalization;
using System.Text;

namespace LegTracker.Dashboard.Views;

/// <summary>Clean text in ASCII for terminals that cannot show more; what has no likeness becomes "?".</summary>
internal static class AsciiText
{
    private const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ";
    private const string Plain = "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyy";

    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune.IsAscii ? rune.ToString() : Likeness(rune));
        }

        return plain.ToString();
    }

    private static string Likeness(Rune rune) => rune.Value switch
    {
        0x2018 or 0x2019 or 0x02BC => "'",
        0x201C or 0x201D => "\"",
        0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2212 => "-",
        0x2014 or 0x2015 => "--",
        0x2026 => "...",
        0x2022 or 0x00B7 => "*",
        0x2192 => "->",
        0x00A7 => "Sec.",
        0x00DF => "ss",
        0x00C6 => "AE",
        0x00E6 => "ae",
        0x2215 or 0x2044 => "/",
        _ when Accented.IndexOf((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal) is var at and >= 0 => Plain[at].ToString(),
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? "" : "?",
    };
}
