using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LegTracker.Dashboard.Writing.Acronyms;

namespace LegTracker.Dashboard.Writing.Claims;

/// <summary>Reads the text of files that LegTracker wrote in reading order: what a person is shown, not what was meant to be written.</summary>
internal static partial class ReadAgain
{
    /// <param name="format">md, txt, html, csv, ics or email.</param>
    public static ImmutableArray<DocumentPart> Of(string format, string text) => format switch
    {
        "html" => [new("", Html(text))],
        "csv" => [new("", Csv(text))],
        "ics" => Calendar(text),
        "email" => Email(text),
        "md" => [new("", Lines(text, DocumentText.Unmarked))],
        "txt" => [new("", Lines(text, line => line))],
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not one of ours"),
    };

    // A line is a paragraph in what we write; an underline of a heading is no text.
    private static ImmutableArray<TextBlock> Lines(string text, Func<string, string> read) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new TextBlock($"line {index + 1}", read(line).Trim())).Where(block => block.Text.Any(char.IsLetterOrDigit))];

    // Every block of ours is a line of its own in the page.
    private static ImmutableArray<TextBlock> Html(string page)
    {
        var lines = page[page.IndexOf("<main>", StringComparison.Ordinal)..].Split('\n');
        return
        [
            .. lines.SelectMany(line => Cell().Replace(line, "$0\n").Split('\n').Select(cell => (Id: Identifier().Match(line).Groups[1].Value, Text: WebUtility.HtmlDecode(Tag().Replace(Cited().Replace(cell, "“$1”"), "")).Trim())))
                .Select((read, index) => new TextBlock(read.Id.Length > 0 ? $"#{read.Id}" : $"block {index + 1}", read.Text))
                .Where(block => block.Text.Length > 0),
        ];
    }

    private static ImmutableArray<TextBlock> Csv(string text) =>
        [.. CsvText.Read(text.TrimStart('\uFEFF')).Select((row, index) => new TextBlock($"row {index + 1}", row[CsvSegment.StatementColumn])).Skip(1)];

    // Each event is read alone, so each is a document of its own.
    private static ImmutableArray<DocumentPart> Calendar(string text) =>
    [
        .. EarlierEvents.Of(text).Select(one => new DocumentPart(one.Uid,
        [
            .. one.Lines.Where(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal) || line.StartsWith("DESCRIPTION:", StringComparison.Ordinal))
                .SelectMany(line => Escaped().Replace(line[(line.IndexOf(':') + 1)..], match => match.Value == "\\n" ? "\n" : match.Value[1..]).Split('\n'))
                .Select(line => new TextBlock($"event {one.Uid}", line)),
        ])),
    ];

    // The two bodies are alternatives, each read alone.
    private static ImmutableArray<DocumentPart> Email(string message)
    {
        var bodies = Body().Matches(message).Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value)).ReplaceLineEndings("\n")).ToList();
        return
        [
            new("plain text", [.. Lines(bodies[0], line => line).Select(block => block with { Place = $"plain text, {block.Place}" })]),
            new("HTML", [.. Html(bodies[1]).Select(block => block with { Place = $"HTML, {block.Place}" })]),
        ];
    }

    [GeneratedRegex("</t[hd]>")]
    private static partial Regex Cell();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Identifier();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<q(?: dir=\"rtl\")?>(.*?)</q>")]
    private static partial Regex Cited();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n\r\n--")]
    private static partial Regex Body();
}
