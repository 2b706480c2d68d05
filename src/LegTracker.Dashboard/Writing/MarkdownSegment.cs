using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Writing;

/// <summary>The update as Markdown: the complete hand-out, every statement with the number of its source.</summary>
internal static class MarkdownSegment
{
    public static string Write(SegmentContent content) => Write(HandOutPlan.Of(content, FieldGlossary.BuiltIn()));

    /// <returns>CommonMark with line feeds, and a table as GitHub draws it; the same content gives the same text.</returns>
    public static string Write(ImmutableArray<HandOutBlock> blocks)
    {
        var text = new StringBuilder();
        HandOutBlock? before = null;
        foreach (var block in blocks)
        {
            // Blocks stand apart; items of one list do not.
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
        TitleBlock title => $"# {MarkdownText.Escape(title.Text)}\n",
        LineBlock line => $"{line.Text}\n",
        HeadingBlock heading => $"{new string('#', heading.Level)} {MarkdownText.Escape(heading.Text)}\n",
        StatementBlock statement => $"- {Sentence(statement)}\n",
        NoteBlock note => $"- {MarkdownText.Escape(note.Text)}\n",
        BillTable table => Table(table),
        SourceBlock { Source: var source } => Source(source),
        _ => throw new InvalidOperationException($"no Markdown for {block}"),
    };

    private static string Sentence(StatementBlock block)
    {
        var said = MarkdownText.Escape(block.Text);
        var flag = block.Statement.Flag.Length == 0 ? "" : $" \\[{MarkdownText.Escape(block.Statement.Flag)}\\]";
        return block.Source is { } number ? string.Create(CultureInfo.InvariantCulture, $"{said}{flag} \\[{number}\\]") : said + flag;
    }

    private static string Table(BillTable table)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{BillTable.Caption}:\n\n| {string.Join(" | ", BillTable.Header)} |\n|{string.Concat(BillTable.Header.Select(_ => " --- |"))}\n");
        foreach (var row in table.Rows)
        {
            var bill = MarkdownText.Escape(row.Bill);
            var linked = MarkdownText.Target(row.Url) is { } target ? $"[{bill}](<{target}>)" : bill;
            text.Append(CultureInfo.InvariantCulture, $"| {linked} | {MarkdownText.Escape(row.Section)} | {MarkdownText.Escape(row.Status)} |\n");
        }

        return text.ToString();
    }

    private static string Source(NumberedSource source)
    {
        var document = MarkdownText.Escape(source.Document);
        var named = MarkdownText.Target(source.Url) is { } target ? $"[{document}](<{target}>)" : document;
        var lines = string.Join("; ", source.Lines.Select(line => $"“{MarkdownText.Escape(line)}”"));
        return string.Create(CultureInfo.InvariantCulture, $"{source.Number}. {named}{source.Read}{(lines.Length == 0 ? "." : $": {lines}")}\n");
    }
}
