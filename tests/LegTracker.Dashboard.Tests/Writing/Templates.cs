using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Templates;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>Templates of organisations, made from ours by changing it.</summary>
internal static class Templates
{
    /// <summary>Names of usable templates, each strange in its own way.</summary>
    public static IReadOnlyList<string> Usable { get; } = ["own", "four-three", "other-order", "no-footer", "no-notes-master", "old-slides", "potx", "one-layout-for-both", "verdana-capitals", "faint-footer"];

    public static TemplateFile File(string name) => new($"{name}.pptx", Bytes(name));

    public static byte[] Bytes(string name) => name switch
    {
        "own" => Changed(_ => { }),
        "four-three" => Changed(FourThree),
        "other-order" => Changed(OtherOrder),
        "no-footer" => Changed(document => Layouts(document).ForEach(WithoutFooter)),
        "no-notes-master" => Changed(WithoutNotesMaster),
        "old-slides" => WithOldSlides(),
        "potx" => Changed(document => document.ChangeDocumentType(PresentationDocumentType.Template)),
        "one-layout-for-both" => Changed(OneLayoutForBoth),
        "verdana-capitals" => Changed(VerdanaCapitals),
        "faint-footer" => Changed(document => Layouts(document).ForEach(layout => Colored(Shape(layout.SlideLayout, P.PlaceholderValues.Footer), "AAAAAA"))),
        "dark-with-black-text" => Changed(Dark),
        "no-table-layout" => Changed(document => Layouts(document).ForEach(layout => Placeholders(layout.SlideLayout).Where(one => one.Index?.Value == 1 && one.Type?.Value != P.PlaceholderValues.SubTitle).ToList().ForEach(one => one.Type = P.PlaceholderValues.Body))),
        "titles-off-the-slide" => Changed(document => Layouts(document).ForEach(layout => Offset(layout).Y = -2000000)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such template"),
    };

    /// <summary>Our own template, changed.</summary>
    public static byte[] Changed(Action<PresentationDocument> change)
    {
        using var memory = new MemoryStream();
        using (var document = PresentationDocument.Create(memory, PresentationDocumentType.Presentation))
        {
            DeckTemplate.AddTo(document);
        }

        return Changed(memory, change);
    }

    private static byte[] Changed(MemoryStream memory, Action<PresentationDocument> change)
    {
        using (var document = PresentationDocument.Open(memory, isEditable: true))
        {
            change(document);
        }

        return memory.ToArray();
    }

    private static List<SlideLayoutPart> Layouts(PresentationDocument document)
    {
        var master = document.PresentationPart!.SlideMasterParts.Single();
        return [.. master.SlideMaster.SlideLayoutIdList!.Elements<P.SlideLayoutId>().Select(id => (SlideLayoutPart)master.GetPartById(id.RelationshipId!))];
    }

    private static IEnumerable<P.PlaceholderShape> Placeholders(OpenXmlElement root) => root.Descendants<P.PlaceholderShape>();

    private static P.Shape Shape(OpenXmlElement root, P.PlaceholderValues type) =>
        root.Descendants<P.Shape>().First(shape => shape.Descendants<P.PlaceholderShape>().Any(one => one.Type?.Value == type));

    private static D.Offset Offset(SlideLayoutPart layout) => layout.SlideLayout.Descendants<P.Shape>()
        .First(shape => Placeholders(shape).Any(one => one.Type?.Value is P.PlaceholderValues.Title or P.PlaceholderValues.CenteredTitle)).Descendants<D.Offset>().Single();

    /// <summary>10 by 7.5 inches with the footer in the middle third, as Office has it, and titles of 44, text of 32 points.</summary>
    private static void FourThree(PresentationDocument document)
    {
        const int width = 9144000;
        var part = document.PresentationPart!;
        part.Presentation.SlideSize!.Cx = width;
        var master = part.SlideMasterParts.Single().SlideMaster;
        foreach (var root in Layouts(document).Select(layout => (OpenXmlElement)layout.SlideLayout).Append(master))
        {
            foreach (var place in root.Descendants<D.Transform2D>())
            {
                place.Offset!.X = place.Offset.X! * width / DeckMeasures.Width;
                place.Extents!.Cx = place.Extents.Cx! * width / DeckMeasures.Width;
            }

            var footer = Shape(root, P.PlaceholderValues.Footer).Descendants<D.Transform2D>().Single();
            (footer.Offset!.X, footer.Extents!.Cx) = (3505200, 1700000);
        }

        master.TextStyles!.TitleStyle!.Descendants<D.DefaultRunProperties>().Single().FontSize = 4400;
        master.TextStyles.BodyStyle!.Descendants<D.DefaultRunProperties>().Single().FontSize = 3200;
    }

    private static void OtherOrder(PresentationDocument document)
    {
        var list = document.PresentationPart!.SlideMasterParts.Single().SlideMaster.SlideLayoutIdList!;
        var ids = list.Elements<P.SlideLayoutId>().Reverse().Select(id => (P.SlideLayoutId)id.CloneNode(true)).ToList();
        list.RemoveAllChildren();
        list.Append(ids);
        foreach (var (layout, index) in Layouts(document).Select((layout, index) => (layout, index)))
        {
            layout.SlideLayout.CommonSlideData!.Name = $"Diseño {index}";
            layout.SlideLayout.Type = P.SlideLayoutValues.Custom;
        }
    }

    private static void WithoutFooter(SlideLayoutPart layout)
    {
        Shape(layout.SlideLayout, P.PlaceholderValues.Footer).Remove();
        Shape(layout.SlideLayout, P.PlaceholderValues.SlideNumber).Remove();
        layout.SlideLayout.Descendants<P.Shape>().Where(shape => Placeholders(shape).Any(one => one.Index?.Value == DeckTemplateXml.TailIndex)).ToList().ForEach(tail => tail.Remove());
    }

    private static void WithoutNotesMaster(PresentationDocument document)
    {
        document.PresentationPart!.DeletePart(document.PresentationPart.NotesMasterPart!);
        document.PresentationPart.Presentation.NotesMasterIdList!.Remove();
    }

    /// <summary>A whole deck with a picture on a slide, a custom show and sections.</summary>
    private static byte[] WithOldSlides()
    {
        using var memory = new MemoryStream();
        memory.Write(Decks.Bytes(SegmentSamples.March2025() with { Title = "An old deck" }));
        return Changed(memory, document =>
        {
            var slide = document.Slides()[1];
            var image = slide.AddImagePart(ImagePartType.Png, "rIdPicture");
            image.FeedData(new MemoryStream(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")));
            slide.AddPart(document.Slides()[2], "rIdJump");
            document.PresentationPart!.Presentation.NotesSize!.InsertAfterSelf(new P.CustomShowList(
                new P.CustomShow(new P.SlideList(new P.SlideListEntry { Id = "rIdSlide2" })) { Name = "Old show", Id = 0 }));
        });
    }

    private static void OneLayoutForBoth(PresentationDocument document)
    {
        var master = document.PresentationPart!.SlideMasterParts.Single();
        var table = Layouts(document)[2];
        master.SlideMaster.SlideLayoutIdList!.Elements<P.SlideLayoutId>().Last().Remove();
        master.DeletePart(table);
        var content = Layouts(document)[1];
        content.SlideLayout.Descendants<P.Shape>().Where(shape => Placeholders(shape).Any(one => one.Index?.Value == DeckTemplateXml.TailIndex)).ToList().ForEach(tail => tail.Remove());
    }

    private static void VerdanaCapitals(PresentationDocument document)
    {
        var master = document.PresentationPart!.SlideMasterParts.Single();
        foreach (var font in master.ThemePart!.Theme.Descendants<D.LatinFont>())
        {
            font.Typeface = "Verdana";
        }

        master.SlideMaster.TextStyles!.TitleStyle!.Descendants<D.DefaultRunProperties>().Single().Capital = D.TextCapsValues.All;
    }

    private static void Dark(PresentationDocument document)
    {
        var master = document.PresentationPart!.SlideMasterParts.Single().SlideMaster;
        master.CommonSlideData!.Background!.Descendants<D.SolidFill>().Single().ReplaceChild(new D.RgbColorModelHex { Val = "1B2A4A" }, master.CommonSlideData.Background.Descendants<D.SchemeColor>().Single());
    }

    private static void Colored(P.Shape shape, string color)
    {
        var fill = shape.Descendants<D.DefaultRunProperties>().First().GetFirstChild<D.SolidFill>()!;
        fill.RemoveAllChildren();
        fill.Append(new D.RgbColorModelHex { Val = color });
    }
}
