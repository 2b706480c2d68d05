using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;
using P14 = DocumentFormat.OpenXml.Office2010.PowerPoint;

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

/// <summary>Nine checks of a deck's structure.</summary>
internal static class DeckChecks
{
    /// <returns>Empty when the deck is sound.</returns>
    public static IReadOnlyList<DeckFinding> Of(PresentationDocument document)
    {
        var presentation = document.PresentationPart!;
        return
        [
            .. presentation.SlideParts.SelectMany(OfSlide),
            .. LayoutIds(presentation),
            .. Sections(presentation),
            .. NotesMaster(presentation),
        ];
    }

    private static IEnumerable<DeckFinding> OfSlide(SlidePart slide)
    {
        var place = slide.Uri.ToString();
        var root = slide.Slide;
        var ids = root.Descendants<P.NonVisualDrawingProperties>().Select(drawing => drawing.Id?.Value ?? 0).ToList();
        if (ids.Distinct().Count() != ids.Count)
        {
            yield return new DeckFinding(DeckRule.RepeatedShapeId, place);
        }

        if (root.Descendants<D.Table>().Any(table => table.Elements<D.TableRow>().Any(row => row.Elements<D.TableCell>().Count() != table.TableGrid?.Elements<D.GridColumn>().Count())))
        {
            yield return new DeckFinding(DeckRule.ShortTableRow, place);
        }

        if (slide.SlideLayoutPart is not { } layout)
        {
            yield return new DeckFinding(DeckRule.SlideWithoutLayout, place);
        }
        else if (Placeholders(root).Any(placeholder => !Placeholders(layout.SlideLayout).Any(known => Matches(placeholder, known))))
        {
            yield return new DeckFinding(DeckRule.PlaceholderNotInLayout, place);
        }

        if (root.Descendants<P.Picture>().Select(picture => picture.NonVisualPictureProperties?.NonVisualDrawingProperties)
            .Concat(root.Descendants<P.GraphicFrame>().Select(frame => frame.NonVisualGraphicFrameProperties?.NonVisualDrawingProperties))
            .Concat(root.Descendants<P.GroupShape>().Select(group => group.NonVisualGroupShapeProperties?.NonVisualDrawingProperties))
            .Any(drawing => string.IsNullOrWhiteSpace(drawing?.Description?.Value)))
        {
            yield return new DeckFinding(DeckRule.NoAlternativeText, place);
        }

        if (!root.Descendants<P.Shape>().Any(shape => IsTitle(shape) && !string.IsNullOrWhiteSpace(shape.TextBody?.InnerText)))
        {
            yield return new DeckFinding(DeckRule.EmptyTitle, place);
        }
    }

    private static IEnumerable<DeckFinding> LayoutIds(PresentationPart presentation)
    {
        var masters = presentation.Presentation.SlideMasterIdList?.Elements<P.SlideMasterId>().Select(master => master.Id?.Value ?? 0) ?? [];
        var layouts = presentation.SlideMasterParts.SelectMany(master => master.SlideMaster.SlideLayoutIdList?.Elements<P.SlideLayoutId>() ?? []).Select(layout => layout.Id?.Value ?? 0);
        var ids = masters.Concat(layouts).ToList();
        if (ids.Distinct().Count() != ids.Count)
        {
            yield return new DeckFinding(DeckRule.LayoutIdNotUnique, presentation.Uri.ToString());
        }
    }

    private static IEnumerable<DeckFinding> Sections(PresentationPart presentation)
    {
        var slides = presentation.Presentation.SlideIdList?.Elements<P.SlideId>().Select(slide => slide.Id?.Value).ToHashSet() ?? [];
        if (presentation.Presentation.Descendants<P14.SectionSlideIdListEntry>().Any(entry => !slides.Contains(entry.Id?.Value)))
        {
            yield return new DeckFinding(DeckRule.SectionOfMissingSlide, presentation.Uri.ToString());
        }
    }

    private static IEnumerable<DeckFinding> NotesMaster(PresentationPart presentation)
    {
        var listed = presentation.Presentation.NotesMasterIdList?.Elements<P.NotesMasterId>().Select(master => master.Id?.Value).ToList() ?? [];
        var notesMaster = presentation.NotesMasterPart;
        var isUsed = notesMaster is not null || presentation.SlideParts.Any(slide => slide.NotesSlidePart is not null);
        if (isUsed && (notesMaster is null || !listed.Contains(presentation.GetIdOfPart(notesMaster))))
        {
            yield return new DeckFinding(DeckRule.NotesMasterNotListed, presentation.Uri.ToString());
        }
    }

    private static IEnumerable<P.PlaceholderShape> Placeholders(OpenXmlElement root) => root.Descendants<P.PlaceholderShape>();

    /// <summary>A title has no index and fits by its type; the rest fit by index.</summary>
    private static bool Matches(P.PlaceholderShape placeholder, P.PlaceholderShape known) =>
        placeholder.Index is null && known.Index is null
            ? (placeholder.Type?.Value ?? P.PlaceholderValues.Object) == (known.Type?.Value ?? P.PlaceholderValues.Object)
            : placeholder.Index?.Value == known.Index?.Value;

    private static bool IsTitle(P.Shape shape) =>
        shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape?.Type?.Value is P.PlaceholderValues.Title or P.PlaceholderValues.CenteredTitle;
}
