using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using static LegTracker.Dashboard.Writing.Templates.SlideXml;
using P = DocumentFormat.OpenXml.Presentation;
using P14 = DocumentFormat.OpenXml.Office2010.PowerPoint;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>Takes out of a template what belongs to its old slides: slides, notes, custom shows, sections, properties, picture of the first slide.</summary>
internal static class TemplateCleaning
{
    public static void Clean(PresentationDocument document)
    {
        if (document.DocumentType != PresentationDocumentType.Presentation)
        {
            document.ChangeDocumentType(PresentationDocumentType.Presentation);
        }

        var part = document.PresentationPart!;
        var presentation = part.Presentation;
        foreach (var slide in part.SlideParts.ToList())
        {
            slide.DeleteParts(slide.Parts.Select(child => child.OpenXmlPart).ToList());
        }

        foreach (var slide in part.SlideParts.ToList())
        {
            part.DeletePart(slide);
        }

        presentation.RemoveAllChildren<P.SlideIdList>();
        presentation.RemoveAllChildren<P.CustomShowList>();
        foreach (var sections in presentation.Descendants<P14.SectionList>().ToList())
        {
            sections.Ancestors<P.PresentationExtension>().First().Remove();
        }

        if (presentation.PresentationExtensionList is { HasChildren: false } empty)
        {
            empty.Remove();
        }

        if (part.PresentationPropertiesPart?.PresentationProperties is { } properties)
        {
            properties.RemoveAllChildren<P.ShowProperties>();
            properties.Save();
        }

        foreach (var leftover in new OpenXmlPart?[] { part.ViewPropertiesPart, part.CommentAuthorsPart, document.ExtendedFilePropertiesPart, document.CoreFilePropertiesPart, document.ThumbnailPart })
        {
            if (leftover is not null)
            {
                document.DeletePartAnywhere(leftover);
            }
        }

        foreach (var owner in part.SlideMasterParts.SelectMany(master => master.SlideLayoutParts.Cast<OpenXmlPart>().Append(master)))
        {
            WithoutJumps(owner);
        }
    }

    /// <summary>A button on a layout that leads to a slide leads nowhere now.</summary>
    private static void WithoutJumps(OpenXmlPart owner)
    {
        var slides = owner.Parts.Where(child => child.OpenXmlPart is SlidePart).ToList();
        if (slides.Count == 0)
        {
            return;
        }

        var ids = slides.Select(child => child.RelationshipId).ToHashSet();
        var root = Root(owner);
        root.Descendants().Where(element => element.Name.LocalName is "hlinkClick" or "hlinkHover" && ids.Contains((string?)element.Attribute(R + "id") ?? "")).ToList().ForEach(element => element.Remove());
        owner.DeleteParts(slides.Select(child => child.OpenXmlPart).ToList());
        Replace(owner, root);
    }

    private static void DeletePartAnywhere(this PresentationDocument document, OpenXmlPart part)
    {
        if (document.Parts.Any(child => child.OpenXmlPart == part))
        {
            document.DeletePart(part);
        }
        else
        {
            document.PresentationPart!.DeletePart(part);
        }
    }
}
