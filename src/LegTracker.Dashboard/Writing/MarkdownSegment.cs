using System.Globalization;
using System.Text;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing;

/// <summary>The update as Markdown: the complete hand-out, every statement with the number of its source.</summary>
internal static class MarkdownSegment
{
    /// <returns>CommonMark with line feeds; the same content gives the same text.</returns>
    public static string Write(SegmentContent content)
    {
        var sources = new SourceList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {MarkdownText.Escape(content.Title)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Wording.Period(content)}, worded for {Wording.Day(content.Until)}.\n");
        text.Append(CultureInfo.InvariantCulture, $"{Wording.AsOf(content)}, record revision {content.Revision}.\n");
        foreach (var part in content.Parts.Where(part => part.Kind != PartKind.Terms))
        {
            Append(text, part, sources);
        }

        AppendNotes(text, content);
        foreach (var terms in content.Parts.Where(part => part.Kind == PartKind.Terms))
        {
            Append(text, terms, sources);
        }

        AppendSources(text, sources);
        return text.ToString();
    }

    private static void Append(StringBuilder text, SegmentPart part, SourceList sources)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {MarkdownText.Escape(part.Title)}\n");
        var isList = part.Entries.All(entry => entry.Changes.IsEmpty && entry.Statements.Length == 1);
        if (isList)
        {
            text.Append('\n');
        }

        foreach (var entry in part.Entries)
        {
            if (!isList && entry.Heading.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### {MarkdownText.Escape(entry.Heading)}\n\n");
            }

            foreach (var statement in entry.Statements)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {Sentence(statement, sources)}\n");
            }

            if (!entry.Changes.IsEmpty)
            {
                text.Append("\nIn the period:\n\n");
                foreach (var change in entry.Changes)
                {
                    text.Append(CultureInfo.InvariantCulture, $"- {Sentence(change, sources)}\n");
                }
            }
        }
    }

    private static string Sentence(SegmentStatement statement, SourceList sources)
    {
        var said = MarkdownText.Escape(statement.Text);
        var flag = statement.Flag.Length == 0 ? "" : $" \\[{MarkdownText.Escape(statement.Flag)}\\]";
        return statement.IsOpen ? said + flag : string.Create(CultureInfo.InvariantCulture, $"{said}{flag} \\[{sources.NumberOf(statement)}\\]");
    }

    private static void AppendNotes(StringBuilder text, SegmentContent content)
    {
        if (content.Notes.IsEmpty && content.Missing.IsEmpty && content.LeftOut.IsEmpty)
        {
            return;
        }

        text.Append("\n## Notes\n\n");
        foreach (var note in content.Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.Escape(note)}\n");
        }

        foreach (var left in content.LeftOut)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.Escape(Wording.LeftOut(left))}\n");
        }

        if (!content.Missing.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"- To be written by a person: {MarkdownText.Escape(string.Join("; ", content.Missing))}.\n");
        }
    }

    private static void AppendSources(StringBuilder text, SourceList sources)
    {
        text.Append("\n## Sources\n\n");
        foreach (var source in sources.All)
        {
            var document = MarkdownText.Escape(source.Document);
            var named = MarkdownText.Target(source.Url) is { } target ? $"[{document}](<{target}>)" : document;
            var lines = string.Join("; ", source.Lines.Select(line => $"“{MarkdownText.Escape(line)}”"));
            text.Append(CultureInfo.InvariantCulture, $"{source.Number}. {named}{source.Read}{(lines.Length == 0 ? "." : $": {lines}")}\n");
        }
    }
}
