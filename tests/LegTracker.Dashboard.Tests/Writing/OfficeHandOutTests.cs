using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using LegTracker.Dashboard.Writing;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>The Word document and the page, for people who read by structure.</summary>
public sealed class OfficeHandOutTests
{
    [Theory]
    [MemberData(nameof(PptxSegmentTests.Contents), MemberType = typeof(PptxSegmentTests))]
    public void A1_the_validator_finds_nothing_in_the_Word_document(string content)
    {
        using var document = Open(content);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Part?.Uri}: {error.Description}"));
    }

    [Theory]
    [MemberData(nameof(PptxSegmentTests.Contents), MemberType = typeof(PptxSegmentTests))]
    public void F4_the_Word_document_has_styles_table_header_language_and_title(string content)
    {
        using var document = Open(content);
        var main = document.MainDocumentPart!;
        var body = main.Document.Body!;
        var styles = body.Elements<Paragraph>().Select(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!).ToList();
        var defined = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value!).ToHashSet();

        Assert.Equal("Title", styles[0]);
        Assert.Single(styles, "Title");
        Assert.Superset(styles.ToHashSet(), defined);
        AssertOrdered([.. styles.Where(style => style.StartsWith("Heading", StringComparison.Ordinal)).Select(style => style[^1] - '0')]);
        Assert.Equal("en-US", main.StyleDefinitionsPart.Styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val!.Value);
        Assert.Equal(document.PackageProperties.Title, body.Elements<Paragraph>().First().InnerText);
        Assert.Equal("en-US", document.PackageProperties.Language);
        Assert.Contains("As of March 3, 2025, 9:15 a.m. Pacific time", main.FooterParts.Single().Footer.InnerText, StringComparison.Ordinal);
        Assert.Contains(" NUMPAGES ", main.FooterParts.Single().Footer.InnerText, StringComparison.Ordinal);
        Assert.All(body.Elements<Table>(), table =>
        {
            var properties = table.GetFirstChild<TableProperties>()!;
            Assert.NotEmpty(properties.TableCaption!.Val!.Value!);
            Assert.NotEmpty(properties.TableDescription!.Val!.Value!);
            var rows = table.Elements<TableRow>().ToList();
            Assert.Single(rows, row => row.Descendants<TableHeader>().Any());
            Assert.NotEmpty(rows[0].Descendants<TableHeader>());
            Assert.All(rows, row => Assert.NotEmpty(row.Descendants<CantSplit>()));
            Assert.All(rows.SelectMany(row => row.Elements<TableCell>()), cell => Assert.NotEmpty(cell.InnerText));
        });
        Assert.Equal(content is not "Empty", body.Elements<Table>().Any());
        Assert.All(body.Descendants<Hyperlink>(), link => Assert.StartsWith("https://", main.HyperlinkRelationships.Single(relation => relation.Id == link.Id).Uri.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PptxSegmentTests.Contents), MemberType = typeof(PptxSegmentTests))]
    public void F3_the_page_has_one_h1_ordered_headings_table_headers_with_scope_a_language_and_no_script(string content)
    {
        var text = System.Text.Encoding.UTF8.GetString(HandOutFormatsTests.Written("html", content).Bytes);
        var page = XDocument.Parse(text[text.IndexOf('\n', StringComparison.Ordinal)..]);
        var headings = page.Descendants().Where(element => element.Name.LocalName is ['h', >= '1' and <= '6']).Select(element => element.Name.LocalName[1] - '0').ToList();

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en-US\">", text, StringComparison.Ordinal);
        Assert.Single(headings, 1);
        AssertOrdered(headings);
        Assert.Equal(page.Descendants("h1").Single().Value, page.Descendants("title").Single().Value);
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.Descendants("a").Attributes("href"), link => Assert.Matches("^(https://|#source-)", link.Value));
        Assert.All(page.Descendants("a").Attributes("href").Where(link => link.Value[0] == '#'), link => Assert.Single(page.Descendants().Attributes("id"), id => "#" + id.Value == link.Value));
        Assert.All(page.Descendants("th"), header => Assert.Contains(header.Attribute("scope")!.Value, (string[])["col", "row"]));
        Assert.Equal(page.Descendants("table").Count(), page.Descendants("caption").Count());
        Assert.Equal(page.Descendants().Attributes("id").Count(), page.Descendants().Attributes("id").Select(id => id.Value).Distinct().Count());
    }

    [Fact]
    public void The_hand_out_holds_all_of_two_hundred_bills()
    {
        using var document = Open("TwoHundred");

        var headings = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Count(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading2");
        Assert.True(headings >= 1000, headings.ToString(CultureInfo.InvariantCulture));
    }

    private static WordprocessingDocument Open(string content) => WordprocessingDocument.Open(new MemoryStream(HandOutFormatsTests.Written("docx", content).Bytes), isEditable: false);

    // A level is never left out on the way down.
    private static void AssertOrdered(List<int> levels) => Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
}
