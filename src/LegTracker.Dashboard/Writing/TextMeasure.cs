using System.Text;

namespace LegTracker.Dashboard.Writing;

/// <summary>How much room text takes in Arial: widths of its characters, lines after wrapping. A safe upper bound for what is not ASCII.</summary>
internal static class TextMeasure
{
    private const int EmuAPoint = 12700;

    /// <summary>Advance widths of the printable ASCII characters from the space on, in thousandths of the type size.</summary>
    private static readonly int[] Regular =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private static readonly int[] Bold =
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ];

    /// <summary>Width in points on one line.</summary>
    public static double Width(ReadOnlySpan<char> text, double size, bool bold = false)
    {
        var thousandths = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            thousandths += Thousandths(rune, bold);
        }

        return thousandths * size / 1000;
    }

    /// <summary>Lines that a paragraph takes in a box, wrapped between words, and inside a word that is wider than the box.</summary>
    /// <param name="emus">Width of the text's room.</param>
    public static int Lines(string text, double size, long emus, bool bold = false)
    {
        var room = (double)emus / EmuAPoint;
        var space = Width(" ", size, bold);
        var lines = 1;
        var used = 0.0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range);
            if (word.IsEmpty)
            {
                continue;
            }

            var width = Width(word, size, bold);
            if (used > 0 && used + space + width > room)
            {
                lines++;
                used = 0;
            }

            used += (used > 0 ? space : 0) + width;
            while (used > room)
            {
                lines++;
                used -= room;
            }
        }

        return lines;
    }

    /// <summary>Height of a number of lines.</summary>
    public static long Height(int lines, double size) => (long)(lines * size * DeckMeasures.LineSpacing * EmuAPoint);

    /// <summary>Points as English Metric Units.</summary>
    public static long Emus(double points) => (long)(points * EmuAPoint);

    /// <summary>The text cut to a number of words, each of bearable length, with an ellipsis where something is left out.</summary>
    public static string Shorten(string text, int words)
    {
        const int longestWord = 32;
        var all = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (all.Length <= words)
        {
            return string.Join(' ', all.Select(word => Cut(word, longestWord)));
        }

        // The letters of a bill's number do not stand alone: "SB …".
        var most = words > 1 && all[words - 1].All(char.IsAsciiLetterUpper) && char.IsAsciiDigit(all[words][0]) ? words - 1 : words;
        return string.Join(' ', all.Take(most).Select(word => Cut(word, longestWord))) + " …";
    }

    private static string Cut(string word, int most)
    {
        var runes = word.EnumerateRunes().ToArray();
        return runes.Length <= most ? word : string.Concat(runes[..(most - 1)]) + "…";
    }

    private static int Thousandths(Rune rune, bool bold) => rune.Value switch
    {
        >= ' ' and <= '~' => (bold ? Bold : Regular)[rune.Value - ' '],
        '’' or '‘' => bold ? 278 : 222,
        '“' or '”' => bold ? 500 : 333,
        _ => 1000,
    };
}
