using System.Collections.Immutable;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

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
            return [.. (part.Presentation.SlideIdList?.Elements<P.SlideId>() ?? []).Select(id => Of((SlidePart)part.GetPartById(id.RelationshipId!)))];
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException or ArgumentOutOfRangeException or InvalidCastException)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    private static DeckSlide Of(SlidePart slide)
    {
        var title = slide.Slide.Descendants<P.Shape>().FirstOrDefault(shape => TypeOf(shape) is { } type && (type == P.PlaceholderValues.Title || type == P.PlaceholderValues.CenteredTitle));
        return new DeckSlide(title is null ? "" : string.Join(' ', Paragraphs(title)), [.. Paragraphs(slide.Slide)], [.. slide.NotesSlidePart is { } notes ? Paragraphs(notes.NotesSlide) : []]);
    }

    private static IEnumerable<string> Paragraphs(OpenXmlElement root) => root.Descendants<D.Paragraph>()
        .Where(paragraph => !paragraph.Ancestors<P.Shape>().Any(IsFilledIn))
        .Select(TextOf).Where(text => text.Length > 0);

    private static string TextOf(D.Paragraph paragraph)
    {
        var text = string.Concat(paragraph.Elements().Select(element => element switch
        {
            D.Run run => run.Text?.Text ?? "",
            D.Break => " ",
            _ => "",
        }));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
    }

    private static bool IsFilledIn(P.Shape shape) =>
        TypeOf(shape) is { } type && (type == P.PlaceholderValues.SlideNumber || type == P.PlaceholderValues.DateAndTime || type == P.PlaceholderValues.Header || type == P.PlaceholderValues.SlideImage);

    private static P.PlaceholderValues? TypeOf(P.Shape shape) => shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape?.Type?.Value;
}
