using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Templates;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>Written decks, opened again to be looked at.</summary>
internal static class Decks
{
    /// <summary>What our own template holds.</summary>
    public static DeckRoom Room { get; } = OwnRoom();

    public static byte[] Bytes(SegmentContent content, TemplateFile? template = null)
    {
        using var stream = new MemoryStream();
        PptxSegment.Write(content, stream, template);
        return stream.ToArray();
    }

    private static DeckRoom OwnRoom()
    {
        using var document = PresentationDocument.Create(new MemoryStream(), PresentationDocumentType.Presentation);
        DeckTemplate.AddTo(document);
        return SlideTemplate.Read(document.PresentationPart!).Room();
    }

    /// <summary>The deck, editable in memory.</summary>
    public static PresentationDocument Open(SegmentContent content)
    {
        var stream = new MemoryStream();
        PptxSegment.Write(content, stream);
        return PresentationDocument.Open(stream, isEditable: true);
    }

    /// <summary>Slides in the order they are shown.</summary>
    public static List<SlidePart> Slides(this PresentationDocument deck) =>
        [.. deck.PresentationPart!.Presentation.SlideIdList!.Elements<P.SlideId>().Select(slide => (SlidePart)deck.PresentationPart.GetPartById(slide.RelationshipId!))];

    public static string Title(this SlidePart slide) => slide.Slide.Descendants<P.Shape>().First().TextBody!.InnerText;

    /// <summary>What an audience reads, without the footer, the number and the labels of a picture.</summary>
    public static IEnumerable<string> Paragraphs(this SlidePart slide) => slide.Slide.Descendants<D.Paragraph>()
        .Where(paragraph => !paragraph.Ancestors<P.GroupShape>().Any())
        .Where(paragraph => paragraph.Ancestors<P.Shape>().FirstOrDefault()?.Descendants<P.PlaceholderShape>().Single().Type?.Value
            is not (P.PlaceholderValues.Footer or P.PlaceholderValues.SlideNumber))
        .Select(paragraph => paragraph.InnerText);

    public static int Words(this SlidePart slide) => slide.Paragraphs().Sum(SlidePlan.WordsOf);

    public static string Notes(this SlidePart slide) => string.Join('\n', slide.NotesSlidePart!.NotesSlide.Descendants<D.Paragraph>().Select(paragraph => paragraph.InnerText));
}
