using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;
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
        var notes = SlideNotes.Of(plans, content, FieldGlossary.BuiltIn());
        foreach (var (plan, index) in plans.Select((plan, index) => (plan, index)))
        {
            var slide = presentation.AddNewPart<SlidePart>(RelationOf(index));
            slide.AddPart(template.Of(plan.Layout), "rIdLayout");
            new SlideWriter(slide, plan, Wording.AsOf(content)).Write();
            NotesWriter.Write(slide, template.Notes, notes[index]);
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
        CoreProperties.Write(document, content);
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

    private static string RelationOf(int index) => string.Create(CultureInfo.InvariantCulture, $"rIdSlide{index + 1}");
}
