using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.EndToEnd.Tests;

/// <summary>B3: the slides as LibreOffice draws them, word by word (<c>pdftotext -bbox-layout</c>).</summary>
[Collection(SegmentFilesWorld.Shared)]
public sealed class RenderedSlidesTests(SegmentFilesWorld files)
{
    private sealed record Word(string Text, double Left, double Top, double Right, double Bottom);

    private sealed record Page(double Width, double Height, List<Word> Words);

    [OfficeFact]
    public async Task B3_every_word_lies_on_its_slide_above_the_footer_and_no_bullet_is_lost()
    {
        await AssertDrawnAsync(files["pptx"]);
    }

    [OfficeFact]
    public async Task B3_holds_for_a_deck_with_bad_titles()
    {
        await using var world = await BadTitleFileTests.TrackedAsync();
        var deck = Path.Combine(world.Folder, "update.pptx");
        Assert.Equal(0, (await world.RunAsync("segment", "build", "--since", "2025-01-01", "--until", "2025-03-03", "--minutes", "10", "--out", deck)).ExitCode);

        await AssertDrawnAsync(deck);
    }

    [OfficeFact]
    public async Task A_table_that_goes_on_under_the_footer_is_found()
    {
        var deck = Path.Combine(files.World.Folder, "too-full.pptx");
        File.Copy(files["pptx"], deck);
        using (var edited = PresentationDocument.Open(deck, isEditable: true))
        {
            var cell = edited.PresentationPart!.SlideParts.SelectMany(slide => slide.Slide.Descendants<D.TableCell>()).Last();
            cell.Descendants<D.Text>().First().Text = string.Join(' ', Enumerable.Repeat("hearing", 200));
        }

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => AssertDrawnAsync(deck));
    }

    private static async Task AssertDrawnAsync(string deck)
    {
        var pages = await DrawnAsync(deck);
        var slides = Texts(deck);

        Assert.Equal(slides.Count, pages.Count);
        foreach (var ((body, footer), page) in slides.Zip(pages))
        {
            Assert.All(page.Words, word => Assert.True(word is { Left: >= 0, Top: >= 0 } && word.Right <= page.Width && word.Bottom <= page.Height, $"off the slide: {word}"));

            // The footer's words are the last of the page that make up its text, and the slide's number beside it.
            var (upper, lower) = Parted(page, footer);
            Assert.All(upper, word => Assert.True(word.Bottom <= lower.Min(one => one.Top), $"in the footer: {word}"));
            var drawn = upper.Select(word => word.Text).ToLookup(text => text);
            Assert.All(body.GroupBy(word => word), same => Assert.True(drawn[same.Key].Count() >= same.Count() || IsBroken(same.Key, upper) || drawn[FromTheRight(same.Key)].Any(), $"not drawn: {same.Key} on {string.Join(' ', body.Take(6))}"));
        }
    }

    // A word that is wider than its column is broken over two lines or more.
    private static bool IsBroken(string word, List<Word> drawn) => string.Concat(drawn.Select(one => one.Text)).Contains(word, StringComparison.Ordinal);

    // Boxes tell the letters of a word from left to right, also those of Hebrew.
    private static string FromTheRight(string word) => string.Concat(word.EnumerateRunes().Reverse());

    private static (List<Word> Upper, List<Word> Lower) Parted(Page page, string footer)
    {
        var words = footer.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var low = page.Words.Where(word => words.Contains(word.Text) && word.Top > page.Height * 0.85).ToList();
        Assert.Equal(words.Order(), low.Select(word => word.Text).Order());
        var top = low.Min(word => word.Top);
        return ([.. page.Words.Where(word => word.Top < top - 1)], [.. page.Words.Where(word => word.Top >= top - 1)]);
    }

    private static async Task<List<Page>> DrawnAsync(string deck)
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-drawn-").FullName;
        try
        {
            using var office = Program.Other("soffice", "--headless", $"-env:UserInstallation=file://{folder}/office", "--convert-to", "pdf", "--outdir", folder, deck);
            Assert.Equal(0, await office.ExitAsync(120));
            using var reader = Program.Other("pdftotext", "-bbox-layout", Path.Combine(folder, Path.GetFileNameWithoutExtension(deck) + ".pdf"), Path.Combine(folder, "boxes.html"));
            Assert.Equal(0, await reader.ExitAsync());
            XNamespace x = "http://www.w3.org/1999/xhtml";
            double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
            return [.. XDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "boxes.html"))).Descendants(x + "page").Select(page => new Page(
                Number(page, "width"),
                Number(page, "height"),
                [.. page.Descendants(x + "word").Select(word => new Word(word.Value, Number(word, "xMin"), Number(word, "yMin"), Number(word, "xMax"), Number(word, "yMax")))]))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Of each slide the words of its body (all but footer, number and picture), and its footer.</summary>
    private static List<(List<string> Body, string Footer)> Texts(string deck)
    {
        using var document = PresentationDocument.Open(deck, isEditable: false);
        var part = document.PresentationPart!;
        return [.. part.Presentation.SlideIdList!.Elements<P.SlideId>().Select(id => ((SlidePart)part.GetPartById(id.RelationshipId!)).Slide).Select(slide =>
        {
            bool Is(D.Paragraph paragraph, P.PlaceholderValues type) => paragraph.Ancestors<P.Shape>().Any(shape => shape.Descendants<P.PlaceholderShape>().Any(one => one.Type?.Value == type));
            var paragraphs = slide.Descendants<D.Paragraph>().Where(paragraph => !paragraph.Ancestors<P.GroupShape>().Any()).ToList();
            return (
                paragraphs.Where(paragraph => !Is(paragraph, P.PlaceholderValues.Footer) && !Is(paragraph, P.PlaceholderValues.SlideNumber)).SelectMany(paragraph => paragraph.InnerText.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList(),
                paragraphs.Single(paragraph => Is(paragraph, P.PlaceholderValues.Footer)).InnerText);
        })];
    }
}
