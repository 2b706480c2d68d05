using System.Globalization;

namespace LegTracker.Dashboard.Model;

/// <summary>A text laid into rows: broken at its line breaks, at spaces where it is too long, inside words only where it must be.</summary>
internal static class TextRows
{
    /// <summary>The rows, at least one; a row's blanks at its end belong to it, its line break does not.</summary>
    /// <param name="width">Cells of a row.</param>
    public static List<TextRow> Of(string text, int width)
    {
        var rows = new List<TextRow>();
        var (start, space, cells) = (0, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (text[at] == '\n')
            {
                rows.Add(new(start, at - start));
                (start, space, cells) = (at + length, at + length, 0);
                at += length;
                continue;
            }

            var wide = TextWidth.OfElement(text.AsSpan(at, length));
            if (cells + wide > width && at > start && text[at] != ' ')
            {
                var end = space > start ? space : at;
                rows.Add(new(start, end - start));
                (start, cells) = (end, TextWidth.Of(text[end..at]));
            }

            cells += wide;
            at += length;
            space = text[at - 1] == ' ' ? at : space;
        }

        rows.Add(new(start, text.Length - start));
        return rows;
    }

    /// <summary>The lines of a text, each in rows of at most so many cells, without the blanks at their ends.</summary>
    public static IEnumerable<string> Lines(string text, int width) => Of(text, width).Select(row => text.Substring(row.Start, row.Length).TrimEnd());

    /// <summary>The row that the caret stands in.</summary>
    public static int RowOf(List<TextRow> rows, int caret) => Math.Max(0, rows.FindLastIndex(row => row.Start <= caret));

    /// <summary>Where "up", "down", "home" and "end" take the caret; it stays near its column.</summary>
    public static int Move(string text, int caret, string key, int width)
    {
        var rows = Of(text, width);
        var here = RowOf(rows, caret);
        var to = Math.Clamp(here + (key == "up" ? -1 : key == "down" ? 1 : 0), 0, rows.Count - 1);
        var row = rows[to];
        if (key is "home" or "end" || (to == here && key is "up" or "down"))
        {
            return key is "home" or "up" ? row.Start : Last(rows, to, text);
        }

        var column = TextWidth.Of(text[rows[here].Start..caret]);
        var (at, end, cells) = (row.Start, Last(rows, to, text), 0);
        while (at < end)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            cells += TextWidth.OfElement(text.AsSpan(at, length));
            if (cells > column)
            {
                break;
            }

            at += length;
        }

        return Math.Min(at, end);
    }

    // The last place in a row: behind it, or before its last letter where the text goes on in the next row.
    private static int Last(List<TextRow> rows, int row, string text)
    {
        var (start, length) = rows[row];
        var end = start + length;
        return row + 1 < rows.Count && rows[row + 1].Start == end
            ? StringInfo.ParseCombiningCharacters(text).LastOrDefault(at => at < end, start)
            : end;
    }
}

/// <summary>A row of a text, in UTF-16 units from its start.</summary>
internal readonly record struct TextRow(int Start, int Length);
