using System.Text;

namespace LegTracker.Dashboard.Commands;

/// <summary>Rows of text in aligned columns; the last column is cut to the terminal's width, and to nothing when there is no terminal.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> rows = [headings];

    public void Add(params string[] cells) => rows.Add(cells);

    /// <param name="width">Columns to fit in; 0 for no limit.</param>
    public IEnumerable<string> Lines(int width)
    {
        var widths = Enumerable.Range(0, headings.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            var line = new StringBuilder();
            for (var column = 0; column < row.Length; column++)
            {
                line.Append(column == row.Length - 1 ? row[column] : row[column].PadRight(widths[column] + 2));
            }

            var text = line.ToString().TrimEnd();
            yield return width > 10 && text.Length > width ? string.Concat(text.AsSpan(0, width - 1), "…") : text;
        }
    }

    /// <summary>Writes to stdout, fitted when stdout is a terminal.</summary>
    public void Write()
    {
        foreach (var line in Lines(Console.IsOutputRedirected ? 0 : Console.WindowWidth))
        {
            CommandScope.Write(line);
        }
    }
}
