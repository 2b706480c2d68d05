using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Writing.Edited;

/// <summary>The words of one slide, a paragraph each, with white space as single spaces; numbers that programs fill in are left out.</summary>
internal sealed record DeckSlide(string Title, ImmutableArray<string> Text, ImmutableArray<string> Notes);

/// <summary>Reads the words of a deck, whichever program wrote it last.</summary>
internal static class DeckText
{
    /// <summary>As <see cref="Read"/>, of a file that came from somebody.</summary>
    /// <exception cref="FormatException">Not a deck that can be read, or one that was made to do harm.</exception>
    public static ImmutableArray<DeckSlide> ReadEdited(MemoryStream stream)
    {
        try
        {
            return OfficePackage.Fault(stream) is { } fault ? throw new FormatException($"it {fault}") : Read(stream);
        }
        catch (InvalidDataException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    /// <summary>Slides in the order they are shown.</summary>
    /// <exception cref="FormatException">Not a deck that can be read.</exception>
    public static ImmutableArray<DeckSlide> Read(Stream stream)
    {
        try
        {
            using var deck = PresentationDocument.Open(stream, isEditable: false);
            var part = deck.PresentationPart ?? throw new FormatException("it holds no slides");
            return [.. SlideXml.Slides(part).Select(Of)];
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    private static DeckSlide Of(SlidePart slide)
    {
        var root = SlideXml.Root(slide);
        var title = root.Descendants(SlideXml.P + "sp").FirstOrDefault(shape => TypeOf(shape) is "title" or "ctrTitle");
        return new DeckSlide(title is null ? "" : string.Join(' ', Paragraphs(title)), [.. Paragraphs(root)], [.. slide.NotesSlidePart is { } notes ? Paragraphs(SlideXml.Root(notes)) : []]);
    }

    private static IEnumerable<string> Paragraphs(XElement root) => root.Descendants(SlideXml.A + "p")
        .Where(paragraph => !paragraph.Ancestors(SlideXml.P + "sp").Any(shape => TypeOf(shape) is "sldNum" or "dt" or "hdr" or "sldImg"))
        .Select(TextOf).Where(text => text.Length > 0);

    private static string TextOf(XElement paragraph)
    {
        var text = string.Concat(paragraph.Elements().Select(element =>
            element.Name == SlideXml.A + "r" ? element.Element(SlideXml.A + "t")?.Value ?? ""
            : element.Name == SlideXml.A + "br" ? " " : ""));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
    }

    private static string? TypeOf(XElement shape) => (string?)SlideXml.Placeholder(shape)?.Attribute("type");
}
