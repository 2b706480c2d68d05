using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Writing.Templates;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>What is read as one document of a file: a deck's slides and its notes are two.</summary>
/// <param name="Name">"notes" for those; empty for the file itself.</param>
internal sealed record DocumentPart(string Name, ImmutableArray<TextBlock> Blocks);

/// <summary>Reads a file's text in reading order.</summary>
internal static partial class DocumentText
{
    public const string Kinds = ".docx, .pptx, .md or .txt";

    /// <exception cref="NotSupportedException">Another kind of file.</exception>
    /// <exception cref="FormatException">Not a file of the kind that its name says.</exception>
    public static ImmutableArray<DocumentPart> Read(string path)
    {
        try
        {
            return Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".DOCX" or ".PPTX" => OfOffice(path),
                ".MD" or ".MARKDOWN" => [new("", [.. Paragraphs(File.ReadAllLines(path).Select(Unmarked))])],
                ".TXT" => [new("", [.. Paragraphs(File.ReadAllLines(path))])],
                _ => throw new NotSupportedException($"{path} is no {Kinds} file"),
            };
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException)
        {
            throw new FormatException($"{path} cannot be read as a {Path.GetExtension(path)} file: {fault.Message}", fault);
        }
    }

    private static ImmutableArray<DocumentPart> OfOffice(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return OfficePackage.Fault(file) is { } fault ? throw new FormatException($"{path} cannot be read: it {fault}.") : Read(file, Path.GetExtension(path).ToLowerInvariant());
    }

    /// <summary>A .docx or .pptx file in memory.</summary>
    public static ImmutableArray<DocumentPart> Read(Stream stream, string extension) => extension == ".docx" ? [new("", [.. OfWord(stream)])] : OfDeck(stream);

    private static IEnumerable<TextBlock> OfWord(Stream stream)
    {
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var paragraphs = document.MainDocumentPart?.Document.Body?.Descendants<Word.Paragraph>() ?? [];
        return [.. paragraphs.Select((paragraph, index) => new TextBlock($"paragraph {index + 1}", string.Concat(paragraph.Descendants<Word.Text>().Select(text => text.Text)))).Where(block => block.Text.Length > 0)];
    }

    private static ImmutableArray<DocumentPart> OfDeck(Stream stream)
    {
        using var deck = PresentationDocument.Open(stream, isEditable: false);
        List<SlidePart> slides = deck.PresentationPart is { } part ? [.. SlideXml.Slides(part)] : [];
        return
        [
            new("", [.. slides.SelectMany((slide, index) => Texts(slide, $"slide {index + 1}"))]),
            new("notes", [.. slides.SelectMany((slide, index) => Texts(slide.NotesSlidePart, $"notes of slide {index + 1}"))]),
        ];
    }

    private static IEnumerable<TextBlock> Texts(OpenXmlPart? slide, string place) => (slide is null ? [] : SlideXml.Root(slide).Descendants(SlideXml.A + "p"))
        .Select(paragraph => new TextBlock(place, string.Concat(paragraph.Descendants(SlideXml.A + "t").Select(text => text.Value))))
        .Where(block => block.Text.Length > 0);

    // A long line that does not end a sentence goes on in the next: somebody wrapped it by hand.
    private static IEnumerable<TextBlock> Paragraphs(IEnumerable<string> lines)
    {
        var (text, from) = ("", 0);
        foreach (var (line, number) in lines.Select((line, index) => (line.Trim(), index + 1)))
        {
            if (text.Length > 0 && (line.Length == 0 || NewBlock().IsMatch(line) || text.Length < 60 || ".:!?".Contains(text[^1], StringComparison.Ordinal)))
            {
                yield return new TextBlock($"line {from}", text);
                text = "";
            }

            (text, from) = text.Length == 0 ? (line, number) : ($"{text} {line}", from);
        }

        if (text.Length > 0)
        {
            yield return new TextBlock($"line {from}", text);
        }
    }

    /// <summary>A line of Markdown without marks of emphasis, targets of links and backslashes, which are not read aloud.</summary>
    public static string Unmarked(string line) => EscapedMark().Replace(Marks().Replace(LinkTarget().Replace(line, "$1"), ""), "$1");

    [GeneratedRegex(@"^(?:[-*•○+] |\d+[.)] |#|\||\*\*)")]
    private static partial Regex NewBlock();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex EscapedMark();

    [GeneratedRegex(@"(?<!\\)\[((?:[^\]\\]|\\.)*)\]\((?:<[^>]*>|[^)]*)\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"(?<!\\)(?:\*\*|[*`])|(?<=^|\s)_|(?<!\\)_(?=\s|$)")]
    private static partial Regex Marks();
}
