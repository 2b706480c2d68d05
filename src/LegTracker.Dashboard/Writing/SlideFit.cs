using System.Collections.Immutable;

namespace LegTracker.Dashboard.Writing;

/// <summary>Measured heights of bodies and tables, and the largest type size that fits.</summary>
internal static class SlideFit
{
    /// <summary>Top and bottom margins of a table cell together.</summary>
    public const long CellMargins = 2 * 64008;

    /// <summary>Height of bullets one under another, insets included.</summary>
    public static long BodyHeight(IEnumerable<string> lines, double size)
    {
        var room = DeckMeasures.Body.Width - 2 * DeckMeasures.Inset - DeckMeasures.Indent;
        return DeckMeasures.Inset + lines.Sum(line => TextMeasure.Height(TextMeasure.Lines(line, size, room), size) + TextMeasure.Emus(DeckMeasures.ParagraphGap));
    }

    /// <summary>The size for bullets, in points.</summary>
    public static double BodySize(IReadOnlyCollection<string> lines) =>
        Largest(DeckMeasures.BodySize, DeckMeasures.SmallestBodySize, size => BodyHeight(lines, size) <= DeckMeasures.Body.Height);

    /// <summary>The size for a title, in points.</summary>
    public static double TitleSize(string title) => Largest(DeckMeasures.TitleSize, DeckMeasures.SmallestTitleSize, size =>
        TextMeasure.Lines(title, size, DeckMeasures.Title.Width - 2 * DeckMeasures.Inset, bold: true) <= 2);

    /// <summary>Width of each column.</summary>
    public static ImmutableArray<long> Columns(SlideTable table)
    {
        var total = table.Shares.Sum();
        var widths = table.Shares.Select(share => DeckMeasures.Body.Width * share / total).ToArray();
        widths[^1] += DeckMeasures.Body.Width - widths.Sum();
        return [.. widths];
    }

    /// <summary>Height of each row, the header first.</summary>
    public static ImmutableArray<long> RowHeights(SlideTable table, double size)
    {
        var columns = Columns(table);
        long Row(IEnumerable<string> cells, bool bold) => CellMargins
            + TextMeasure.Height(cells.Select((cell, column) => TextMeasure.Lines(cell, size, columns[column] - 2 * DeckMeasures.Inset, bold)).Max(), size);
        return [Row(table.Header, bold: true), .. table.Rows.Select(row => Row(row.Select(cell => cell.Text), bold: false))];
    }

    public static long TableHeight(SlideTable table, double size) => RowHeights(table, size).Sum();

    /// <summary>The size for a table's text, in points.</summary>
    public static double TableSize(SlideTable table) =>
        Largest(DeckMeasures.TableSize, DeckMeasures.SmallestTableSize, size => TableHeight(table, size) <= DeckMeasures.Body.Height);

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
