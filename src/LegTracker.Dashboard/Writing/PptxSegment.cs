using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Model;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;
using P14 = DocumentFormat.OpenXml.Office2010.PowerPoint;

namespace LegTracker.Dashboard.Writing;

/// <summary>The update as 16:9 slides with speaker notes: our own template, placeholders filled, the same bytes for the same content.</summary>
internal static class PptxSegment
{
    private const uint FirstSlideId = 256;

    /// <summary>Writes the whole deck to a stream.</summary>
    /// <exception cref="InvalidOperationException">The deck has a structural fault: one of our own, never the content's.</exception>
    public static void Write(SegmentContent content, Stream stream)
    {
        var plain = PlainText.Of(content);
        using var package = new MemoryStream();
        using (var document = PresentationDocument.Create(package, PresentationDocumentType.Presentation))
        {
            Fill(document, plain, DeckPlan.Of(plain));
        }

        package.Position = 0;
        using (var written = PresentationDocument.Open(package, isEditable: false))
        {
            var findings = DeckChecks.Of(written);
            if (findings.Count > 0)
            {
                throw new InvalidOperationException($"the deck is faulty: {string.Join("; ", findings)}");
            }
        }

        package.Position = 0;
        FixedPackage.Copy(package, stream);
    }

    private static void Fill(PresentationDocument document, SegmentContent content, ImmutableArray<SlidePlan> plans)
    {
        var presentation = document.AddPresentationPart();
        var template = DeckTemplate.AddTo(presentation);
        var seconds = SlideNotes.Seconds(plans, content.Minutes);
        foreach (var (plan, index) in plans.Select((plan, index) => (plan, index)))
        {
            var slide = presentation.AddNewPart<SlidePart>(RelationOf(index));
            slide.AddPart(template.Of(plan.Layout), "rIdLayout");
            new SlideWriter(slide, plan, Wording.AsOf(content)).Write();
            NotesWriter.Write(slide, template.Notes, SlideNotes.Of(plan, content, seconds[index]));
        }

        presentation.Presentation = new P.Presentation(
            new P.SlideMasterIdList(new P.SlideMasterId { Id = DeckTemplate.MasterId, RelationshipId = "rIdMaster" }),
            new P.NotesMasterIdList(new P.NotesMasterId { Id = "rIdNotesMaster" }),
            new P.SlideIdList(plans.Select((_, index) => new P.SlideId { Id = FirstSlideId + (uint)index, RelationshipId = RelationOf(index) })),
            new P.SlideSize { Cx = (int)DeckMeasures.Width, Cy = (int)DeckMeasures.Height },
            new P.NotesSize { Cx = DeckMeasures.Height, Cy = 9144000 },
            new P.DefaultTextStyle(new D.Level1ParagraphProperties(
                new D.DefaultRunProperties(new D.SolidFill(new D.SchemeColor { Val = D.SchemeColorValues.Text1 }), new D.LatinFont { Typeface = "+mn-lt" }) { Language = "en-US", FontSize = 1800 })),
            new P.PresentationExtensionList(new P.PresentationExtension(Sections(plans)) { Uri = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}" }))
        { SaveSubsetFonts = true };
        presentation.Presentation.Save();
        WriteProperties(document, content);
    }

    private static P14.SectionList Sections(ImmutableArray<SlidePlan> plans)
    {
        var groups = plans.Select((plan, index) => (plan.Group, Id: FirstSlideId + (uint)index)).GroupBy(slide => slide.Group);
        return new P14.SectionList(groups.Select((group, index) => new P14.Section(
            new P14.SectionSlideIdList(group.Select(slide => new P14.SectionSlideIdListEntry { Id = slide.Id })))
        {
            Name = group.Key,
            Id = string.Create(CultureInfo.InvariantCulture, $"{{4C454754-5241-434B-4552-{index + 1:X12}}}"),
        }));
    }

    private static void WriteProperties(PresentationDocument document, SegmentContent content)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var time = content.AsOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var properties = new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", content.Title),
            new XElement(dc + "creator", "LegTracker"),
            new XElement(dc + "description", $"{Wording.Period(content)}. {Wording.AsOf(content)}."),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time),
            new XElement(dc + "language", "en-US"));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{properties}"));
        document.AddNewPart<CoreFilePropertiesPart>("rIdCore").FeedData(stream);
    }

    private static string RelationOf(int index) => string.Create(CultureInfo.InvariantCulture, $"rIdSlide{index + 1}");
}
