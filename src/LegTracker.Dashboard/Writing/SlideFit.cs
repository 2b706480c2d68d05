using System.Collections.Immutable;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Writing;

/// <summary>The largest type size at which a text or table fits the room that a template gives it.</summary>
internal static class SlideFit
{
    /// <summary>Top and bottom margins of a table cell together.</summary>
    public const long CellMargins = 2 * 64008;

    /// <summary>The size for bullets, in points.</summary>
    public static double BodySize(IReadOnlyCollection<string> lines, TextRoom room) =>
        Largest(room.Size, DeckMeasures.SmallestBodySize, size => room.Holds(lines, size));

    /// <summary>The size for a title, in points.</summary>
    /// <param name="lines">Lines that it may take.</param>
    public static double TitleSize(string title, TextRoom room, int lines) =>
        Largest(room.Size, DeckMeasures.SmallestTitleSize, size => room.Lines(title, size, bold: true) <= Math.Min(lines, room.MostLines(size)));

    /// <summary>Width of each column: by its share, and no narrower than its longest word where there is room for all of them.</summary>
    public static ImmutableArray<long> Columns(SlideTable table, DeckRoom room)
    {
        var total = table.Shares.Sum();
        var widths = table.Shares.Select(share => room.Table.Width * share / total).ToArray();
        widths[^1] += room.Table.Width - widths.Sum();
        var least = table.Header.Select((header, column) => LongestWord(header, table.Rows.Select(row => row[column].Text), room.TableStretch)).ToArray();
        if (least.Sum() > room.Table.Width)
        {
            return [.. widths];
        }

        for (var column = 0; column < widths.Length; column++)
        {
            while (widths[column] < least[column])
            {
                var spare = Enumerable.Range(0, widths.Length).MaxBy(other => widths[other] - least[other]);
                var moved = Math.Min(least[column] - widths[column], widths[spare] - least[spare]);
                (widths[column], widths[spare]) = (widths[column] + moved, widths[spare] - moved);
            }
        }

        return [.. widths];
    }

    /// <summary>Height of each row, the header first.</summary>
    public static ImmutableArray<long> RowHeights(SlideTable table, double size, DeckRoom room)
    {
        var columns = Columns(table, room);
        long Row(IEnumerable<string> cells, bool bold) => CellMargins
            + TextMeasure.Height(cells.Select((cell, column) => TextMeasure.Lines(cell, size, (long)((columns[column] - 2 * DeckMeasures.Inset) / room.TableStretch), bold)).Max(), size);
        return [Row(table.Header, bold: true), .. table.Rows.Select(row => Row(row.Select(cell => cell.Text), bold: false))];
    }

    public static long TableHeight(SlideTable table, double size, DeckRoom room) => RowHeights(table, size, room).Sum();

    /// <summary>The size for a table's text, in points.</summary>
    public static double TableSize(SlideTable table, DeckRoom room) =>
        Largest(DeckMeasures.TableSize, DeckMeasures.SmallestTableSize, size => TableHeight(table, size, room) <= room.Table.Height);

    private static long LongestWord(string header, IEnumerable<string> cells, double stretch)
    {
        static double Widest(string text, bool bold)
        {
            var widest = 0.0;
            foreach (var word in text.AsSpan().Split(' '))
            {
                widest = Math.Max(widest, TextMeasure.Width(text.AsSpan(word), DeckMeasures.SmallestTableSize, bold));
            }

            return widest;
        }

        return TextMeasure.Emus(Math.Max(Widest(header, bold: true), cells.Select(cell => Widest(cell, bold: false)).DefaultIfEmpty(0).Max()) * stretch) + 2 * DeckMeasures.Inset + 1;
    }

    private static double Largest(double from, double least, Func<double, bool> fits)
    {
        for (var size = from; size > least; size--)
        {
            if (fits(size))
            {
                return size;
            }
        }

        return least;
    }
}
