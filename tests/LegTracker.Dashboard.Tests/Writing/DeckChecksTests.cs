using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Writing;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;
using P14 = DocumentFormat.OpenXml.Office2010.PowerPoint;

namespace LegTracker.Dashboard.Tests.Writing;

public sealed class DeckChecksTests
{
    [Fact]
    public void Two_shapes_of_one_id_are_found() => AssertFound(DeckRule.RepeatedShapeId, deck =>
    {
        foreach (var drawing in deck.Slides()[1].Slide.Descendants<P.NonVisualDrawingProperties>())
        {
            drawing.Id = 7;
        }
    });

    [Fact]
    public void A_table_row_that_lacks_a_cell_is_found() => AssertFound(DeckRule.ShortTableRow, deck =>
        TableSlide(deck).Slide.Descendants<D.TableCell>().Last().Remove());

    [Fact]
    public void A_placeholder_that_the_layout_lacks_is_found() => AssertFound(DeckRule.PlaceholderNotInLayout, deck =>
        deck.Slides()[1].Slide.Descendants<P.PlaceholderShape>().ElementAt(1).Index = 77);

    [Fact]
    public void A_layout_with_the_id_of_its_master_is_found() => AssertFound(DeckRule.LayoutIdNotUnique, deck =>
        deck.PresentationPart!.SlideMasterParts.Single().SlideMaster.SlideLayoutIdList!.Elements<P.SlideLayoutId>().First().Id = DeckTemplate.MasterId);

    [Fact]
    public void A_section_that_lists_a_missing_slide_is_found() => AssertFound(DeckRule.SectionOfMissingSlide, deck =>
        deck.PresentationPart!.Presentation.Descendants<P14.SectionSlideIdListEntry>().First().Id = 999);

    [Fact]
    public void A_notes_master_that_is_not_listed_is_found() => AssertFound(DeckRule.NotesMasterNotListed, deck =>
        deck.PresentationPart!.Presentation.NotesMasterIdList!.Remove());

    [Fact]
    public void A_slide_without_layout_is_found() => AssertFound(DeckRule.SlideWithoutLayout, deck =>
        deck.Slides()[1].DeletePart(deck.Slides()[1].SlideLayoutPart!));

    [Fact]
    public void A_table_without_alternative_text_is_found() => AssertFound(DeckRule.NoAlternativeText, deck =>
        TableSlide(deck).Slide.Descendants<P.GraphicFrame>().Single().NonVisualGraphicFrameProperties!.NonVisualDrawingProperties!.Description = " ");

    [Fact]
    public void An_empty_title_is_found() => AssertFound(DeckRule.EmptyTitle, deck =>
        deck.Slides()[1].Slide.Descendants<D.Text>().First().Text = "");

    private static SlidePart TableSlide(PresentationDocument deck) => deck.Slides().First(slide => slide.Slide.Descendants<D.Table>().Any());

    private static void AssertFound(DeckRule rule, Action<PresentationDocument> fault)
    {
        using var deck = Decks.Open(SegmentSamples.March2025());
        Assert.Empty(DeckChecks.Of(deck));

        fault(deck);
        deck.Save();

        Assert.Equal(rule, Assert.Single(DeckChecks.Of(deck)).Rule);
    }
}
