using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Templates;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;
using P14 = DocumentFormat.OpenXml.Office2010.PowerPoint;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>Slides written from organisations' templates, by the letters of the design.</summary>
public sealed class TemplateDeckTests
{
    public static TheoryData<string> Usable() => [.. Templates.Usable];

    [Theory]
    [MemberData(nameof(Usable))]
    public void A1_A2_the_validator_and_the_nine_checks_find_nothing(string name)
    {
        foreach (var content in new[] { "March", "Full10", "Hostile", "Empty" })
        {
            using var deck = Open(content, name);

            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(deck).Select(error => $"{content} {error.Part?.Uri}: {error.Description}"));
            Assert.Empty(DeckChecks.Of(deck));
            Assert.Equal(PresentationDocumentType.Presentation, deck.DocumentType);
        }
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public void A3_every_relationship_leads_somewhere_and_nothing_is_left_over(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes("March", name)));

        var names = zip.Entries.Select(entry => entry.FullName).ToHashSet();
        foreach (var relations in zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var stream = relations.Open();
            var folder = relations.FullName.Replace("_rels/", "", StringComparison.Ordinal);
            foreach (var relation in XDocument.Load(stream).Root!.Elements().Where(relation => (string?)relation.Attribute("TargetMode") != "External"))
            {
                Assert.Contains(new Uri(new Uri($"package:///{folder}"), (string)relation.Attribute("Target")!).AbsolutePath.TrimStart('/'), names);
            }
        }

        Assert.Empty(UnreachedParts.Of(zip));
        Assert.DoesNotContain(names, part => part.Contains("media", StringComparison.Ordinal) || part.EndsWith("app.xml", StringComparison.Ordinal) || part.Contains("thumbnail", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public void A4_A5_two_builds_are_the_same_small_and_leave_the_template_alone(string name)
    {
        var template = Templates.Bytes(name);
        var before = template.ToArray();

        var one = Decks.Bytes(PptxSegmentTests.Content("March"), new TemplateFile("t.pptx", template));
        var other = Decks.Bytes(PptxSegmentTests.Content("March"), new TemplateFile("t.pptx", template));

        Assert.Equal(one, other);
        Assert.Equal(before, template);
        using var deck = PresentationDocument.Open(new MemoryStream(one), isEditable: false);
        Assert.InRange(one.Length, 1, template.Length + 15_000 * deck.Slides().Count);
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public void B1_everybody_can_read_the_slides(string name)
    {
        using var deck = Open("Full10", name);

        var slides = deck.Slides();
        Assert.Equal(slides.Count, slides.Select(slide => slide.Title()).Distinct().Count());
        Assert.All(slides, slide =>
        {
            var shapes = slide.Slide.CommonSlideData!.ShapeTree!.Elements<P.Shape>().ToList();
            Assert.All(shapes, shape => Assert.Single(shape.Descendants<P.PlaceholderShape>()));
            Assert.Equal([P.PlaceholderValues.Footer, P.PlaceholderValues.SlideNumber], shapes.TakeLast(2).Select(shape => shape.Descendants<P.PlaceholderShape>().Single().Type!.Value));
            Assert.Contains("As of March 3, 2025, 9:15 a.m. Pacific time", shapes[^2].InnerText, StringComparison.Ordinal);
            Assert.All(slide.Slide.Descendants<D.RunProperties>(), run => Assert.Equal("en-US", run.Language?.Value));
            Assert.All(Sizes(shapes[0]), size => Assert.True(size >= 2800));
            Assert.All(shapes.Skip(1).Where(shape => shape.Descendants<P.PlaceholderShape>().Single() is { Type: null } or { Type.Value: P.PlaceholderValues.SubTitle }).SelectMany(Sizes), size => Assert.True(size >= 2000));
            Assert.All(slide.Slide.Descendants<D.Table>(), table =>
            {
                Assert.True(table.TableProperties!.FirstRow!.Value);
                Assert.All(Sizes(table), size => Assert.True(size >= 1600));
                Assert.All(table.Descendants<D.TableCell>(), cell => Assert.True(cell.InnerText.Length > 0 && cell.GridSpan is null && cell.RowSpan is null));
            });
            Assert.All(slide.Slide.Descendants<P.GraphicFrame>(), frame => Assert.NotEmpty(frame.NonVisualGraphicFrameProperties!.NonVisualDrawingProperties!.Description!.Value!));
            Assert.Empty(slide.Slide.Descendants<P.Timing>());
            Assert.StartsWith("Time: ", slide.Notes(), StringComparison.Ordinal);
        });
        Assert.Equal("en-US", deck.PackageProperties.Language);
        Assert.Equal(PptxSegmentTests.Content("Full10").Title, deck.PackageProperties.Title);
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public void B2_B3_texts_and_tables_fit_their_boxes_above_the_footer_in_the_templates_own_size(string name)
    {
        foreach (var content in new[] { "March", "Full10", "Full30", "Hostile" })
        {
            using var deck = Open(content, name);
            var template = SlideTemplate.Read(deck.PresentationPart!);
            var room = template.Room();

            using var original = PresentationDocument.Open(new MemoryStream(Templates.Bytes(name)), isEditable: false);
            Assert.Equal(original.PresentationPart!.Presentation.SlideSize!.Cx!.Value, template.Width);
            foreach (var slide in deck.Slides())
            {
                var kind = template.Chosen.Where(one => one.Value.Part.Uri == slide.SlideLayoutPart!.Uri).Select(one => one.Key).ToList();
                var title = slide.Slide.Descendants<P.Shape>().First();
                var titleRoom = kind.Contains(DeckLayout.TitleSlide) ? room.CoverTitle : room.Title;
                Assert.InRange(titleRoom.Lines(slide.Title(), Sizes(title).First() / 100.0, bold: true), 1, titleRoom.MostLines(Sizes(title).First() / 100.0));
                var footer = template.Chosen[kind[0]].Footer!.Box;
                var frame = slide.Slide.Descendants<P.GraphicFrame>().SingleOrDefault();
                Assert.True(frame is null || frame.Transform!.Offset!.Y! + frame.Descendants<D.TableRow>().Sum(row => row.Height!.Value) <= footer.Y, $"{name} {content} {slide.Title()}: the table runs into the footer");
                if (frame is null)
                {
                    var body = slide.Slide.Descendants<P.Shape>().ElementAt(1);
                    var bodyRoom = template.Main(kind[0]).Room;
                    Assert.True(bodyRoom.Holds(body.Descendants<D.Paragraph>().Select(paragraph => paragraph.InnerText), Sizes(body).First() / 100.0), $"{name} {content} {slide.Title()}: {body.InnerText}");
                    Assert.True(bodyRoom.Box.Y + bodyRoom.Box.Height <= footer.Y);
                }

                Assert.True(template.Chosen[kind[0]].Footer!.Room.Lines("As of March 3, 2025, 9:15 a.m. Pacific time", 12) == 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public void B5_not_more_slides_than_the_minutes_hold(string name)
    {
        using var deck = Open("Full10", name);

        Assert.InRange(deck.Slides().Count, 5, DeckPlan.MostSlides(10));
    }

    [Fact]
    public void B6_a_column_is_as_wide_as_its_longest_word()
    {
        var table = new SlideTable("", ["A", "B"], [1, 20], [[new SlideLine("Responsibilities"), new SlideLine("b")]]);

        var columns = SlideFit.Columns(table, Decks.Room);

        Assert.True(columns[0] - 2 * DeckMeasures.Inset >= TextMeasure.Emus(TextMeasure.Width("Responsibilities", DeckMeasures.SmallestTableSize)));
        Assert.Equal(Decks.Room.Table.Width, columns.Sum());
    }

    [Fact]
    public void B7_old_slides_shows_sections_and_prompts_are_gone()
    {
        using var deck = Open("March", "old-slides");

        var presentation = deck.PresentationPart!.Presentation;
        Assert.Equal(deck.PresentationPart.SlideParts.Count(), deck.Slides().Count);
        Assert.Null(presentation.CustomShowList);
        var sections = Assert.Single(presentation.Descendants<P14.SectionList>());
        Assert.Equal(presentation.SlideIdList!.Elements<P.SlideId>().Select(slide => slide.Id!.Value), sections.Descendants<P14.SectionSlideIdListEntry>().Select(entry => entry.Id!.Value));
        Assert.DoesNotContain(deck.Slides(), slide => slide.Slide.InnerText.Contains("An old deck", StringComparison.Ordinal) || slide.Slide.InnerText.Contains("Click to", StringComparison.Ordinal));

        // But for the pictures, which are drawn on our own slides alone.
        Assert.Equal(Decks.Slides(Decks.Open(PptxSegmentTests.Content("March"))).Select(WithoutPictures), deck.Slides().Select(WithoutPictures));

        static string WithoutPictures(SlidePart slide) => string.Concat(slide.Slide.CommonSlideData!.ShapeTree!.Where(shape => shape is not P.GroupShape).Select(shape => shape.InnerText));
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public void B8_notes_stand_under_every_slide_on_a_listed_notes_master(string name)
    {
        using var deck = Open("March", name);

        Assert.NotNull(deck.PresentationPart!.Presentation.NotesMasterIdList);
        Assert.All(deck.Slides(), slide => Assert.Same(deck.PresentationPart.NotesMasterPart, slide.NotesSlidePart!.NotesMasterPart));
    }

    private static IEnumerable<int> Sizes(OpenXmlElement root) => root.Descendants<D.RunProperties>().Select(run => run.FontSize!.Value);

    private static byte[] Bytes(string content, string template) => Decks.Bytes(PptxSegmentTests.Content(content), Templates.File(template));

    private static PresentationDocument Open(string content, string template) => PresentationDocument.Open(new MemoryStream(Bytes(content, template)), isEditable: false);
}
