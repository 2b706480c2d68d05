using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Writing;

/// <summary>A structural fault of a deck.</summary>
/// <param name="Rule">Which of the nine checks.</param>
/// <param name="Place">The part it is in.</param>
internal sealed record DeckFinding(DeckRule Rule, string Place);

/// <summary>The faults that OpenXmlValidator does not see and that bring PowerPoint's repair dialog or shut readers out.</summary>
internal enum DeckRule
{
    RepeatedShapeId,
    ShortTableRow,
    PlaceholderNotInLayout,
    LayoutIdNotUnique,
    SectionOfMissingSlide,
    NotesMasterNotListed,
    SlideWithoutLayout,
    NoAlternativeText,
    EmptyTitle,
}

/// <summary>Nine checks of a deck's structure, on its parts as they were saved.</summary>
internal static class DeckChecks
{
    private static readonly XNamespace A = SlideXml.A;
    private static readonly XNamespace P = SlideXml.P;
    private static readonly XNamespace P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main";

    /// <returns>Empty when the deck is sound.</returns>
    public static IReadOnlyList<DeckFinding> Of(PresentationDocument document)
    {
        var presentation = document.PresentationPart!;
        var root = SlideXml.Root(presentation);

        // Many slides share a layout.
        var layouts = new Dictionary<SlideLayoutPart, List<XElement>>();
        return
        [
            .. presentation.SlideParts.SelectMany(slide => OfSlide(slide, layouts)),
            .. LayoutIds(presentation, root),
            .. Sections(presentation, root),
            .. NotesMaster(presentation, root),
        ];
    }

    private static IEnumerable<DeckFinding> OfSlide(SlidePart slide, Dictionary<SlideLayoutPart, List<XElement>> layouts)
    {
        var place = slide.Uri.ToString();
        var root = SlideXml.Root(slide);
        var drawings = root.Descendants(P + "cNvPr").ToList();
        if (drawings.DistinctBy(drawing => (string?)drawing.Attribute("id")).Count() != drawings.Count)
        {
            yield return new DeckFinding(DeckRule.RepeatedShapeId, place);
        }

        if (root.Descendants(A + "tbl").Any(table => table.Elements(A + "tr").Any(row => row.Elements(A + "tc").Count() != table.Element(A + "tblGrid")?.Elements(A + "gridCol").Count())))
        {
            yield return new DeckFinding(DeckRule.ShortTableRow, place);
        }

        if (slide.SlideLayoutPart is not { } layout)
        {
            yield return new DeckFinding(DeckRule.SlideWithoutLayout, place);
        }
        else if (Placeholders(layout, layouts) is var known && root.Descendants(P + "ph").Any(placeholder => !known.Exists(one => Matches(placeholder, one))))
        {
            yield return new DeckFinding(DeckRule.PlaceholderNotInLayout, place);
        }

        if (root.Descendants().Where(element => element.Name == P + "pic" || element.Name == P + "graphicFrame" || element.Name == P + "grpSp")
            .Any(drawn => string.IsNullOrWhiteSpace((string?)drawn.Elements().FirstOrDefault()?.Element(P + "cNvPr")?.Attribute("descr"))))
        {
            yield return new DeckFinding(DeckRule.NoAlternativeText, place);
        }

        if (!root.Descendants(P + "sp").Any(shape => (string?)SlideXml.Placeholder(shape)?.Attribute("type") is "title" or "ctrTitle" && !string.IsNullOrWhiteSpace(shape.Element(P + "txBody")?.Value)))
        {
            yield return new DeckFinding(DeckRule.EmptyTitle, place);
        }
    }

    private static List<XElement> Placeholders(SlideLayoutPart layout, Dictionary<SlideLayoutPart, List<XElement>> layouts) =>
        layouts.TryGetValue(layout, out var known) ? known : layouts[layout] = [.. SlideXml.Root(layout).Descendants(P + "ph")];

    private static IEnumerable<DeckFinding> LayoutIds(PresentationPart presentation, XElement root)
    {
        var masters = root.Descendants(P + "sldMasterId");
        var layouts = presentation.SlideMasterParts.SelectMany(master => SlideXml.Root(master).Descendants(P + "sldLayoutId"));
        var ids = masters.Concat(layouts).Select(one => (string?)one.Attribute("id")).ToList();
        if (ids.Distinct().Count() != ids.Count)
        {
            yield return new DeckFinding(DeckRule.LayoutIdNotUnique, presentation.Uri.ToString());
        }
    }

    private static IEnumerable<DeckFinding> Sections(PresentationPart presentation, XElement root)
    {
        var slides = root.Element(P + "sldIdLst")?.Elements(P + "sldId").Select(slide => (string?)slide.Attribute("id")).ToHashSet() ?? [];
        if (root.Descendants(P14 + "sldId").Any(entry => !slides.Contains((string?)entry.Attribute("id"))))
        {
            yield return new DeckFinding(DeckRule.SectionOfMissingSlide, presentation.Uri.ToString());
        }
    }

    private static IEnumerable<DeckFinding> NotesMaster(PresentationPart presentation, XElement root)
    {
        var listed = root.Descendants(P + "notesMasterId").Select(master => (string?)master.Attribute(SlideXml.R + "id")).ToList();
        var notesMaster = presentation.NotesMasterPart;
        var isUsed = notesMaster is not null || presentation.SlideParts.Any(slide => slide.NotesSlidePart is not null);
        if (isUsed && (notesMaster is null || !listed.Contains(presentation.GetIdOfPart(notesMaster))))
        {
            yield return new DeckFinding(DeckRule.NotesMasterNotListed, presentation.Uri.ToString());
        }
    }

    /// <summary>A title has no index and fits by its type; the rest fit by index.</summary>
    private static bool Matches(XElement placeholder, XElement known) =>
        placeholder.Attribute("idx") is null && known.Attribute("idx") is null
            ? ((string?)placeholder.Attribute("type") ?? "obj") == ((string?)known.Attribute("type") ?? "obj")
            : (string?)placeholder.Attribute("idx") == (string?)known.Attribute("idx");
}
