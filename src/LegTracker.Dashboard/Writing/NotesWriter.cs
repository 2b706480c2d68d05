using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Writing.Templates;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Writing;

/// <summary>Writes the notes pages of slides, from one notes master.</summary>
internal sealed class NotesWriter(NotesMasterPart master)
{
    private readonly XElement root = SlideXml.Root(master);

    public void Write(SlidePart slide, IEnumerable<string> paragraphs)
    {
        var part = slide.AddNewPart<NotesSlidePart>("rIdNotes");
        part.AddPart(master, "rIdNotesMaster");
        part.AddPart(slide, "rIdSlide");
        part.NotesSlide = new P.NotesSlide(
            new P.CommonSlideData(new P.ShapeTree(
                new P.NonVisualGroupShapeProperties(
                    new P.NonVisualDrawingProperties { Id = 1, Name = "" },
                    new P.NonVisualGroupShapeDrawingProperties(),
                    new P.ApplicationNonVisualDrawingProperties()),
                new P.GroupShapeProperties(new D.TransformGroup(
                    new D.Offset { X = 0, Y = 0 }, new D.Extents { Cx = 0, Cy = 0 }, new D.ChildOffset { X = 0, Y = 0 }, new D.ChildExtents { Cx = 0, Cy = 0 })),
                new P.Shape(
                    new P.NonVisualShapeProperties(
                        new P.NonVisualDrawingProperties { Id = 2, Name = "Slide Image" },
                        new P.NonVisualShapeDrawingProperties(new D.ShapeLocks { NoGrouping = true, NoRotation = true, NoChangeAspect = true }),
                        new P.ApplicationNonVisualDrawingProperties(Placeholder(root, "sldImg") ?? new P.PlaceholderShape { Type = P.PlaceholderValues.SlideImage, Index = 2 })),
                    new P.ShapeProperties()),
                new P.Shape(
                    new P.NonVisualShapeProperties(
                        new P.NonVisualDrawingProperties { Id = 3, Name = "Notes" },
                        new P.NonVisualShapeDrawingProperties(new D.ShapeLocks { NoGrouping = true }),
                        new P.ApplicationNonVisualDrawingProperties(Placeholder(root, "body") ?? new P.PlaceholderShape { Type = P.PlaceholderValues.Body, Size = P.PlaceholderSizeValues.Quarter, Index = 3 })),
                    new P.ShapeProperties(),
                    new P.TextBody([new D.BodyProperties(), new D.ListStyle(), .. paragraphs.Select(Paragraph)])))),
            new P.ColorMapOverride(new D.MasterColorMapping()));
        part.NotesSlide.Save();
    }

    /// <summary>The notes master's own placeholder of a type, for the notes page to repeat.</summary>
    private static P.PlaceholderShape? Placeholder(XElement master, string type) => (SlideXml.Tree(master)?.Elements(SlideXml.P + "sp") ?? [])
        .Select(SlideXml.Placeholder).FirstOrDefault(placeholder => (string?)placeholder?.Attribute("type") == type) is { } found ? PlaceholderOf.Element(found) : null;

    /// <summary>Font and indent are said outright: LibreOffice does not take them from the notes master.</summary>
    private static D.Paragraph Paragraph(string text) => new(
        new D.ParagraphProperties { LeftMargin = 0, Indent = 0 },
        new D.Run(new D.RunProperties(new D.LatinFont { Typeface = "Arial" }) { Language = "en-US", FontSize = 1100, Dirty = false }, new D.Text(text)));
}
