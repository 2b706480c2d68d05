using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Writing.Web;

/// <summary>The hand-out as one semantic page, without scripts: a website can take the page or its main element.</summary>
internal static class HtmlSegment
{
    private const string Style = "body{font-family:Arial,Helvetica,sans-serif;line-height:1.5;max-width:50em;margin:1em auto;padding:0 1em;color:#1a1a1a;background:#fff}"
        + "table{border-collapse:collapse}caption{text-align:left;font-weight:bold}th,td{border:1px solid #767676;padding:.3em .6em;text-align:left;vertical-align:top}a{color:#0b4f9c}";

    /// <returns>Well-formed HTML with line feeds; the same content gives the same text.</returns>
    public static string Write(ImmutableArray<HandOutBlock> blocks)
    {
        var title = blocks.OfType<TitleBlock>().First().Text;
        var text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        text.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n");
        var list = "";
        foreach (var block in blocks)
        {
            var wanted = block switch { StatementBlock or NoteBlock => "ul", SourceBlock => "ol", _ => "" };
            if (wanted != list)
            {
                text.Append(list.Length > 0 ? $"</{list}>\n" : "").Append(wanted.Length > 0 ? $"<{wanted}>\n" : "");
                list = wanted;
            }

            text.Append(Of(block));
        }

        return text.Append(list.Length > 0 ? $"</{list}>\n" : "").Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A web address that a reader may open; null for anything else.</summary>
    public static string? Target(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address.AbsoluteUri : null;

    private static string Of(HandOutBlock block) => block switch
    {
        TitleBlock title => $"<h1>{Escape(title.Text)}</h1>\n",
        LineBlock line => $"<p>{Escape(line.Text)}</p>\n",
        HeadingBlock heading => $"<h{heading.Level}>{Escape(heading.Text)}</h{heading.Level}>\n",
        StatementBlock statement => Item(statement),
        NoteBlock note => $"<li>{Escape(note.Text)}</li>\n",
        BillTable table => Table(table),
        SourceBlock { Source: var source } => Source(source),
        _ => throw new InvalidOperationException($"no HTML for {block}"),
    };

    private static string Item(StatementBlock block)
    {
        var flag = block.Statement.Flag.Length == 0 ? "" : $" <strong>[{Escape(block.Statement.Flag)}]</strong>";
        var source = block.Source is { } number ? string.Create(CultureInfo.InvariantCulture, $" [<a href=\"#source-{number}\">source {number}</a>]") : "";
        var id = block.Statement.Id.Length > 0 ? $" id=\"{Escape(block.Statement.Id)}\"" : "";
        return $"<li{id}>{Escape(block.Text)}{flag}{source}</li>\n";
    }

    private static string Table(BillTable table)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{BillTable.Caption}</caption>\n<thead>\n<tr>{string.Concat(BillTable.Header.Select(cell => $"<th scope=\"col\">{cell}</th>"))}</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            var bill = Target(row.Url) is { } target ? $"<a href=\"{Escape(target)}\">{Escape(row.Bill)}</a>" : Escape(row.Bill);
            text.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{bill}</th><td>{Escape(row.Section)}</td><td>{Escape(row.Status)}</td></tr>\n");
        }

        return text.Append("</tbody>\n</table>\n").ToString();
    }

    private static string Source(NumberedSource source)
    {
        var document = Target(source.Url) is { } target ? $"<a href=\"{Escape(target)}\">{Escape(source.Document)}</a>" : Escape(source.Document);
        var lines = string.Join("; ", source.Lines.Select(line => $"<q{(TextDirection.IsRightToLeft(line) ? " dir=\"rtl\"" : "")}>{Escape(line)}</q>"));
        return string.Create(CultureInfo.InvariantCulture, $"<li id=\"source-{source.Number}\">{document}{Escape(source.Read)}{(lines.Length == 0 ? "." : $": {lines}")}</li>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(PlainText.Of(text));
}
