using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Writing;

/// <summary>The hand-out as plain text, to be pasted: a paragraph a line, headings underlined.</summary>
internal static class TextSegment
{
    /// <returns>Text with line feeds; the same content gives the same text.</returns>
    public static string Write(ImmutableArray<HandOutBlock> blocks)
    {
        var text = new StringBuilder();
        HandOutBlock? before = null;
        foreach (var block in blocks)
        {
            if (before is not null && !(IsItem(before) && IsItem(block)) && !(before is LineBlock && block is LineBlock))
            {
                text.Append('\n');
            }

            text.Append(Of(block));
            before = block;
        }

        return text.ToString();
    }

    private static bool IsItem(HandOutBlock block) => block is StatementBlock or NoteBlock or SourceBlock;

    private static string Of(HandOutBlock block) => block switch
    {
        TitleBlock title => Underlined(title.Text, '='),
        LineBlock line => $"{line.Text}\n",
        HeadingBlock { Level: 2 } heading => Underlined(heading.Text, '-'),
        HeadingBlock heading => $"{heading.Text}\n",
        StatementBlock statement => string.Create(CultureInfo.InvariantCulture, $"- {statement.Text}{Flag(statement)}{(statement.Source is { } number ? $" [{number}]" : "")}\n"),
        NoteBlock note => $"- {note.Text}\n",
        BillTable table => $"{BillTable.Caption}:\n\n{string.Concat(table.Rows.Select(row => $"- {row.Bill}. {row.Section}: {row.Status}\n"))}",
        SourceBlock { Source: var source } => Source(source),
        _ => throw new InvalidOperationException($"no text for {block}"),
    };

    private static string Underlined(string heading, char line) => $"{heading}\n{new string(line, Math.Max(1, heading.Length))}\n";

    private static string Flag(StatementBlock block) => block.Statement.Flag.Length == 0 ? "" : $" [{block.Statement.Flag}]";

    private static string Source(NumberedSource source)
    {
        var lines = string.Join("; ", source.Lines.Select(line => $"“{line}”"));
        return string.Create(CultureInfo.InvariantCulture, $"{source.Number}. {source.Document}{(source.Url.Length > 0 ? $", {source.Url}" : "")}{source.Read}{(lines.Length == 0 ? "." : $": {lines}")}\n");
    }
}
