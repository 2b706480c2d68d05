using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.Pictures;
using LegTracker.Dashboard.Writing.Templates;
using P = DocumentFormat.OpenXml.Presentation;
using P14 = DocumentFormat.OpenXml.Office2010.PowerPoint;

namespace LegTracker.Dashboard.Writing;

/// <summary>The update as slides with speaker notes: a template's placeholders filled, ours or an organisation's; the same bytes for the same content and template.</summary>
internal static class PptxSegment
{
    private const string NoPictures = "  no pictures: their room is measured on LegTracker's own slides, not in a template";
    private const uint FirstSlideId = 256;

    /// <summary>Writes the whole deck to a stream.</summary>
    /// <param name="template">An organisation's; null for our own.</param>
    /// <exception cref="UnusableTemplateException">Slides from the template could not be read by everybody, or it has no room for them.</exception>
    /// <exception cref="FormatException">The template is no presentation.</exception>
    /// <exception cref="InvalidOperationException">The deck has a structural fault: one of our own, never the content's.</exception>
    /// <returns>A sentence for each picture that was left out, and one when the times given by hand leave no room.</returns>
    public static IReadOnlyList<string> Write(SegmentContent content, Stream stream, TemplateFile? template = null)
    {
        var plain = PlainText.Of(content);
        using var package = new MemoryStream();
        IReadOnlyList<string> remarks = [];
        if (template is null)
        {
            using var document = PresentationDocument.Create(package, PresentationDocumentType.Presentation, autoSave: false);

            // FixedPackage compresses every part anew.
            document.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
            DeckTemplate.AddTo(document);
            remarks = Fill(document, plain, withPictures: true);
        }
        else
        {
            template.With(package, document =>
            {
                Prepare(document, Wording.AsOf(plain));
                remarks = Fill(document, plain, withPictures: false);
                return true;
            });
        }

        package.Position = 0;
        FixedPackage.Copy(package, stream);
        return remarks;
    }

    /// <summary>Makes an organisation's template one like ours: no slides, and a place for everything that slides show.</summary>
    private static void Prepare(PresentationDocument document, string footer)
    {
        var part = document.PresentationPart!;
        var found = SlideTemplate.Read(part);
        if (TemplateCheck.Of(found) is { Faults.IsEmpty: false } check)
        {
            throw new UnusableTemplateException(check);
        }

        TemplateCleaning.Clean(document);
        part = document.PresentationPart!;
        TemplateFitting.Fit(SlideTemplate.Read(part), footer);
        if (part.NotesMasterPart is null)
        {
            part.Presentation.RemoveAllChildren<P.NotesMasterIdList>();
            DeckTemplate.AddNotesMaster(part);
        }
        else if (part.Presentation.NotesMasterIdList is null)
        {
            part.Presentation.SlideMasterIdList!.InsertAfterSelf(new P.NotesMasterIdList(new P.NotesMasterId { Id = part.GetIdOfPart(part.NotesMasterPart) }));
        }

        part.Presentation.Save();
    }

    private static IReadOnlyList<string> Fill(PresentationDocument document, SegmentContent content, bool withPictures)
    {
        var part = document.PresentationPart!;
        var template = SlideTemplate.Read(part);
        var room = template.Room();
        var planned = DeckPlan.Of(content, room);
        var plans = withPictures ? SlidePictures.Placed(planned, content, room) : planned;
        var notes = SlideNotes.Of(plans, content, FieldGlossary.BuiltIn());
        var pages = new NotesWriter(part.NotesMasterPart!);
        foreach (var (plan, index) in plans.Select((plan, index) => (plan, index)))
        {
            var slide = part.AddNewPart<SlidePart>(RelationOf(index));
            slide.AddPart(template.Of(plan.Layout).Part, "rIdLayout");
            new SlideWriter(slide, plan, Wording.AsOf(content), template, room).Write();
            pages.Write(slide, notes[index]);
        }

        var presentation = part.Presentation;
        var slides = new P.SlideIdList(plans.Select((_, index) => new P.SlideId { Id = FirstSlideId + (uint)index, RelationshipId = RelationOf(index) }));
        presentation.GetFirstChild<P.SlideSize>()!.InsertBeforeSelf(slides);
        presentation.PresentationExtensionList ??= new P.PresentationExtensionList();
        presentation.PresentationExtensionList.Append(new P.PresentationExtension(Sections(plans)) { Uri = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}" });
        presentation.Save();
        CoreProperties.Write(document, content);
        var findings = DeckChecks.Of(document);
        if (findings.Count > 0)
        {
            throw new InvalidOperationException($"the deck is faulty: {string.Join("; ", findings)}");
        }

        string?[] warnings = [SlideTimes.Over(plans, content.Minutes)];
        return [.. withPictures ? SlidePictures.LeftOut(plans, content, room) : [NoPictures], .. warnings.OfType<string>().Select(warning => $"  {warning}")];
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
