using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Writing;

/// <summary>The hand-out as a table for a spreadsheet: a statement a row, with its source.</summary>
internal static class CsvSegment
{
    /// <summary>Place of the statement's column, from 0.</summary>
    public const int StatementColumn = 2;

    private const string ByteOrderMark = "\uFEFF";

    private static readonly string[] Header = ["section", "bill or line", "statement", "warning", "worded by", "source", "address", "version", "line of the source", "read", "as of", "claim"];

    /// <returns>CSV with a byte order mark and CR LF; the same content gives the same text.</returns>
    public static string Write(SegmentContent content, ImmutableArray<HandOutBlock> blocks)
    {
        var asOf = Iso(Wording.AsOfTime(content));
        var text = new StringBuilder(ByteOrderMark + CsvText.Row(Header));
        text.Append(Line("Title", blocks.OfType<TitleBlock>().First().Text, asOf));
        var section = "";
        foreach (var block in blocks)
        {
            switch (block)
            {
                case LineBlock line when section.Length == 0:
                    text.Append(Line("About", line.Text, asOf));
                    break;
                case HeadingBlock part:
                    section = part.Text;
                    break;
                case NoteBlock note:
                    text.Append(Line(section, note.Text, asOf));
                    break;
                case StatementBlock statement:
                    text.Append(Row(statement, section, Iso(Wording.AsOfTime(content, statement.Statement))));
                    break;
            }
        }

        return text.ToString();
    }

    private static string Line(string section, string text, string asOf) => CsvText.Row([section, "", text, "", "LegTracker", "", "", "", "", "", asOf, ""]);

    private static string Row(StatementBlock block, string section, string asOf)
    {
        var (statement, source) = (block.Statement, block.Statement.Source);
        var worded = statement switch { { IsOpen: true } => "missing", { IsOfAPerson: true } => "a person", { Kind: StatementKind.Quote } => "the source", _ => "LegTracker" };
        return CsvText.Row(
        [
            section, block.Entry.Heading.Length > 0 ? block.Entry.Heading : block.Entry.Measure, block.Text, statement.Flag, worded, source.Document, source.Url, source.Version, source.Locator,
            statement.ReadTime is { } read ? Iso(read) : "", asOf, statement.Id,
        ]);
    }

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
