using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;
using P14 = DocumentFormat.OpenXml.Office2010.PowerPoint;

namespace LegTracker.Dashboard.Tests.Writing;

public sealed class PptxSegmentTests
{
    /// <summary>Names of contents, each a different strain.</summary>
    public static TheoryData<string> Contents() => ["March", "Full10", "Full5", "Full30", "TwoHundred", "Empty", "Hostile"];

    [Theory]
    [MemberData(nameof(Contents))]
    public void The_validator_and_the_nine_checks_find_nothing(string name)
    {
        using var deck = Decks.Open(Content(name));

        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(deck).Select(error => $"{error.Part?.Uri}: {error.Description}");

        Assert.Empty(errors);
        Assert.Empty(DeckChecks.Of(deck));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void Two_runs_give_the_same_bytes(string name) => Assert.Equal(Decks.Bytes(Content(name)), Decks.Bytes(Content(name)));

    [Theory]
    [MemberData(nameof(Contents))]
    public void Slides_are_not_too_full_and_not_too_many(string name)
    {
        var content = Content(name);

        using var deck = Decks.Open(content);

        Assert.InRange(deck.Slides().Count, 1, DeckPlan.MostSlides(content.Minutes));
        Assert.All(deck.Slides(), slide =>
        {
            Assert.InRange(slide.Words(), 1, DeckMeasures.MostWords);
            Assert.InRange(Bullets(slide.Slide), 0, DeckMeasures.MostBullets);
            Assert.InRange(TextMeasure.Lines(slide.Title(), DeckMeasures.SmallestTitleSize, DeckMeasures.Title.Width - 2 * DeckMeasures.Inset, bold: true), 1, 2);
        });
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void Titles_are_unique_and_notes_stand_under_every_slide_with_time_and_as_of(string name)
    {
        var content = Content(name);

        using var deck = Decks.Open(content);

        var slides = deck.Slides();
        Assert.Equal(slides.Count, slides.Select(slide => slide.Title()).Distinct().Count());
        Assert.All(slides, slide =>
        {
            Assert.StartsWith("Time: ", slide.Notes(), StringComparison.Ordinal);
            Assert.Contains("As of March 3, 2025, 9:15 a.m. Pacific time", slide.Notes(), StringComparison.Ordinal);
            Assert.Contains("As of March 3, 2025, 9:15 a.m. Pacific time", slide.Slide.InnerText, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void All_text_stands_in_placeholders_in_reading_order_with_a_language(string name)
    {
        using var deck = Decks.Open(Content(name));

        Assert.All(deck.Slides(), slide =>
        {
            var shapes = slide.Slide.CommonSlideData!.ShapeTree!.Elements<P.Shape>().ToList();
            Assert.All(shapes, shape => Assert.Single(shape.Descendants<P.PlaceholderShape>()));
            Assert.True(shapes[0].Descendants<P.PlaceholderShape>().Single().Type!.Value is P.PlaceholderValues.Title or P.PlaceholderValues.CenteredTitle);
            Assert.Equal(P.PlaceholderValues.SlideNumber, shapes[^1].Descendants<P.PlaceholderShape>().Single().Type!.Value);
            Assert.All(slide.Slide.Descendants<D.RunProperties>(), run => Assert.Equal("en-US", run.Language?.Value));
            Assert.All(slide.Slide.Descendants<D.Table>(), table => Assert.True(table.TableProperties!.FirstRow!.Value));
            Assert.All(slide.Slide.Descendants<D.TableCell>(), cell => Assert.NotEmpty(cell.InnerText));
        });
    }

    [Fact]
    public void A_link_is_the_bill_number_and_leads_to_that_bill()
    {
        using var deck = Decks.Open(SegmentSamples.March2025());

        var links = deck.Slides().SelectMany(slide => slide.Slide.Descendants<D.HyperlinkOnClick>().Select(link => (
            Text: link.Ancestors<D.Run>().First().InnerText,
            Url: slide.HyperlinkRelationships.Single(relation => relation.Id == link.Id).Uri.ToString()))).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            Assert.Matches(new Regex(@"^[AS]B \d+$"), link.Text);
            Assert.EndsWith(link.Text.Replace(" ", "", StringComparison.Ordinal), link.Url, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_does_not_fit_is_announced_and_every_bill_is_on_a_slide_or_counted()
    {
        using var deck = Decks.Open(SegmentSamples.Full(10, 200));

        var moving = deck.Slides().Single(slide => slide.Title() == "Moving in the Legislature");
        var shown = moving.Slide.Descendants<D.TableRow>().Count() - 1;
        Assert.Contains($"{200 - shown} more in the hand-out", moving.Paragraphs());
        Assert.Contains("In the hand-out: AB 300", moving.Notes(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_in_the_notes_name_their_bill_only_where_the_slide_tells_of_several()
    {
        var sample = SegmentSamples.March2025();
        var moving = sample.Parts.Single(part => part.Title == "Moving in the Legislature");
        using var several = Decks.Open(sample);
        using var alone = Decks.Open(sample with { Parts = sample.Parts.Replace(moving, moving with { Entries = [moving.Entries[0]] }) });

        Assert.Contains("AB 9379 (Sample), December 18, 2024: “Referred", several.Slides().Single(slide => slide.Title() == moving.Title).Notes(), StringComparison.Ordinal);
        var notes = alone.Slides().Single(slide => slide.Title() == moving.Title).Notes();
        Assert.Contains("December 18, 2024: “Referred", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("AB 9379 (Sample), December", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_and_a_speaker_note_stand_in_the_notes_and_never_on_a_slide()
    {
        using var deck = Decks.Open(SegmentSamples.Arranged());

        var slides = string.Join('\n', deck.Slides().SelectMany(slide => slide.Paragraphs()));
        var notes = string.Join('\n', deck.Slides().Select(slide => slide.NotesSlidePart!.NotesSlide.InnerText));
        Assert.Contains("the author asked to wait", notes, StringComparison.Ordinal);
        Assert.Contains("Speaker note, AB 1831 (Berman): Speak slowly.", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("asked to wait", slides, StringComparison.Ordinal);
        Assert.DoesNotContain("Speak slowly", slides, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_goes_on_repeats_its_header_and_counts_its_slides()
    {
        using var deck = Decks.Open(SegmentSamples.Full(30, 12));

        var coming = deck.Slides().Where(slide => slide.Title().StartsWith("Coming: new laws", StringComparison.Ordinal)).ToList();
        Assert.Equal(["Coming: new laws (1 of 3)", "Coming: new laws (2 of 3)", "Coming: new laws (3 of 3)"], coming.Select(slide => slide.Title()));
        Assert.All(coming, slide => Assert.Equal("BillOfficial titleIn effect", slide.Slide.Descendants<D.TableRow>().First().InnerText));
    }

    [Fact]
    public void C5_a_quoted_sentence_of_the_text_is_not_given_as_the_official_title()
    {
        var content = SegmentSamples.Full(30, 1);
        var quoted = new SegmentStatement("Its text: “This bill would, beginning January 1, 2025, prohibit it.”", StatementKind.Quote, new StatementSource("https://example.org/text", "Digest", "99INT", "This bill would, beginning January 1, 2025, prohibit it."), SegmentSamples.March2025().Parts[0].Entries[0].Statements[0].ReadTime, "");
        using var deck = Decks.Open(content with { Parts = [.. content.Parts.Select(part => part with { Entries = [.. part.Entries.Select(entry => entry.Measure.Length == 0 ? entry : entry with { Statements = entry.Statements.Insert(1, quoted) })] })] });

        var titles = deck.Slides().SelectMany(slide => slide.Slide.Descendants<D.Table>()).Where(table => table.Descendants<D.TableRow>().First().InnerText.StartsWith("BillOfficial title", StringComparison.Ordinal))
            .SelectMany(table => table.Descendants<D.TableRow>().Skip(1)).Select(row => row.Descendants<D.TableCell>().ElementAt(1).InnerText).ToList();

        Assert.NotEmpty(titles);
        Assert.DoesNotContain(titles, title => title.Contains("would, beginning", StringComparison.Ordinal));
    }

    [Fact]
    public void Sections_hold_every_slide_once_and_the_properties_name_the_deck()
    {
        using var deck = Decks.Open(SegmentSamples.March2025());

        var listed = deck.PresentationPart!.Presentation.Descendants<P14.SectionSlideIdListEntry>().Select(entry => entry.Id!.Value);
        Assert.Equal(deck.PresentationPart.Presentation.SlideIdList!.Elements<P.SlideId>().Select(slide => slide.Id!.Value), listed);
        Assert.Equal(SegmentSamples.March2025().Title, deck.PackageProperties.Title);
        Assert.Equal("en-US", deck.PackageProperties.Language);
    }

    [Fact]
    public void Controls_and_direction_marks_of_outside_text_are_gone_from_every_part()
    {
        using var package = new ZipArchive(new MemoryStream(Decks.Bytes(SegmentSamples.Hostile())));

        Assert.All(package.Entries, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            Assert.DoesNotMatch(new Regex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E\u2066-\u2069\u200B\uFFFE]"), reader.ReadToEnd());
        });
    }

    [Fact]
    public void A_deck_is_small()
    {
        var bytes = Decks.Bytes(SegmentSamples.March2025());

        Assert.InRange(bytes.Length, 1, 60_000);
    }

    private static int Bullets(P.Slide slide) => slide.CommonSlideData!.ShapeTree!.Elements<P.Shape>()
        .Where(shape => shape.Descendants<P.PlaceholderShape>().Single() is { Type: null })
        .Sum(shape => shape.Descendants<D.Paragraph>().Count());

    internal static SegmentContent Content(string name) => name switch
    {
        "March" => SegmentSamples.March2025(),
        "Full5" => SegmentSamples.Full(5, 3),
        "Full10" => SegmentSamples.Full(10, 8),
        "Full30" => SegmentSamples.Full(30, 12),
        "TwoHundred" => SegmentSamples.Full(10, 200),
        "Empty" => SegmentSamples.Empty(),
        _ => SegmentSamples.Hostile(),
    };
}
