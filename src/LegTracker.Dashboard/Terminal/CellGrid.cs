using System.Globalization;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Views;
using Spectre.Console.Rendering;

namespace LegTracker.Dashboard.Terminal;

/// <summary>One cell of the screen.</summary>
/// <param name="Text">The text element; empty in the second cell of a wide one.</param>
/// <param name="Style">A number of the <see cref="StyleTable"/>.</param>
internal readonly record struct Cell(string Text, ushort Style);

/// <summary>The screen as cells, filled from segments; the last wall against control characters.</summary>
internal sealed class CellGrid
{
    private static readonly string[] Printable = [.. Enumerable.Range(0, 127).Select(c => ((char)c).ToString())];

    private readonly Cell[] cells;

    public CellGrid(int columns, int rows, ushort style)
    {
        (Columns, Rows) = (columns, rows);
        cells = new Cell[columns * rows];
        Array.Fill(cells, new(" ", style));
    }

    public int Columns { get; }

    public int Rows { get; }

    public ReadOnlySpan<Cell> this[int row] => cells.AsSpan(row * Columns, Columns);

    /// <summary>Writes segments from the top left on; what goes over an edge is cut.</summary>
    public void Fill(IEnumerable<Segment> segments, StyleTable styles)
    {
        var (column, row) = (0, 0);
        foreach (var segment in segments)
        {
            if (segment.IsLineBreak)
            {
                (column, row) = (0, row + 1);
            }
            else if (row < Rows && !segment.IsControlCode)
            {
                column = Write(segment.Text, styles.Number(segment.Style), column, row);
            }
        }
    }

    private int Write(string text, ushort style, int column, int row)
    {
        var line = cells.AsSpan(row * Columns, Columns);
        for (var at = 0; at < text.Length && column < Columns;)
        {
            var c = text[at];
            var isPlain = c is >= ' ' and <= '~' && (at + 1 == text.Length || text[at + 1] is >= ' ' and <= '~');
            var length = isPlain ? 1 : StringInfo.GetNextTextElementLength(text, at);
            var element = isPlain ? Printable[c] : text.Substring(at, length);
            var width = isPlain ? 1 : TextWidth.OfElement(element);
            at += length;
            if (width == 0 || char.IsControl(element[0]))
            {
                continue;
            }

            if (column + width > Columns)
            {
                // Half of a wide element cannot be shown.
                line[column++] = new(" ", style);
                break;
            }

            line[column] = new(element, style);
            if (width == 2)
            {
                line[column + 1] = new("", style);
            }

            column += width;
        }

        return column;
    }
}
