using System.Text;

namespace LegTracker.Dashboard.Writing;

/// <summary>Rows of comma-separated values (RFC 4180) that a spreadsheet opens as text.</summary>
internal static class CsvText
{
    private const string Formula = "=+-@\t\r";

    /// <summary>A row with CR LF. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Rows of a text, cells as they were given to <see cref="Row"/>, but for the apostrophe.</summary>
    public static List<List<string>> Read(string text)
    {
        var (rows, row, cell) = (new List<List<string>>(), new List<string>(), new StringBuilder());
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' when isQuoted && at + 1 < text.Length && text[at + 1] == '"':
                    cell.Append('"');
                    at++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    row.Add(Taken(cell));
                    break;
                case '\r' when !isQuoted:
                    break;
                case '\n' when !isQuoted:
                    row.Add(Taken(cell));
                    rows.Add(row);
                    row = [];
                    break;
                default:
                    cell.Append(text[at]);
                    break;
            }
        }

        return rows;
    }

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Taken(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text.Length > 1 && text[0] == '\'' && Formula.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }
}
