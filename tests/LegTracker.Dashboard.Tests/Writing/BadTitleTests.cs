using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Claims;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>Bad official titles in every format: a correct file, no control in it, the title in its order, verbatim but for what is invisible.</summary>
public sealed partial class BadTitleTests
{
    private static readonly string[] Whole = ["md", "docx", "html", "txt", "csv"];

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var title in BadTitles.All.Keys)
        {
            foreach (var format in WrittenSegment.Formats)
            {
                cases.Add(title, format);
            }
        }

        return cases;
    }

    public static TheoryData<string> Titles() => [.. BadTitles.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_bad_title_makes_a_correct_file_without_controls(string title, string format)
    {
        var content = Content(title);
        var written = WrittenSegment.Of(format, content);
        var claims = ClaimsFile.Write(content, $"update.{format}", format, "", written.Claims, format == "pptx" ? written.Bytes : null);

        AssertCorrect(format, written.Bytes);
        Assert.All(Texts(format, written.Bytes).Append(Strict.GetString(claims)), text => Assert.DoesNotMatch(Hostile(), text));
        using var read = JsonDocument.Parse(claims);
        Assert.Equal(written.Claims.Length, read.RootElement.GetProperty("claims").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_bad_title_is_printed_whole_and_in_its_order(string title, string format)
    {
        if (format is "ics" or "email")
        {
            return; // Neither tells official titles.
        }

        var printed = BadTitles.All[title].Printed;
        var sentence = Spaced(printed.Length == 0 ? "No official title is recorded." : $"Official title: “{printed}”");
        var written = WrittenSegment.Of(format, Content(title));

        var text = written.Parts.SelectMany(part => part.Blocks).Select(block => Spaced(block.Text)).ToList();
        Assert.Contains(text, block => block.Contains(sentence, StringComparison.Ordinal));
        if (Whole.Contains(format))
        {
            Assert.All(written.Claims.Where(claim => claim.Entry.Measure.Length > 0), claim => Assert.NotEmpty(claim.Places));
        }
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void B3_slides_with_a_bad_title_hold_their_text_by_measure(string title)
    {
        using var deck = Decks.Open(Content(title));

        Assert.All(deck.Slides(), slide =>
        {
            Assert.InRange(slide.Words(), 1, DeckMeasures.MostWords);
            Assert.All(slide.Slide.Descendants<P.GraphicFrame>(), frame =>
                Assert.InRange(frame.Transform!.Extents!.Cy!.Value, 1, Decks.Room.Table.Height));
            Assert.All(slide.Slide.Descendants<P.Shape>().Where(shape => shape.NonVisualShapeProperties!.NonVisualDrawingProperties!.Name!.Value!.StartsWith("Content", StringComparison.Ordinal)), shape =>
                Assert.True(Decks.Room.Body.Holds(shape.Descendants<D.Paragraph>().Select(paragraph => paragraph.InnerText), DeckMeasures.SmallestBodySize), $"too full: {shape.InnerText}"));
        });
    }

    [Fact]
    public void A_title_that_is_read_from_the_right_is_marked_so_where_it_stands_alone()
    {
        static List<string> Turned(string title)
        {
            using var deck = Decks.Open(Content(title));
            return [.. deck.Slides().SelectMany(slide => slide.Slide.Descendants<D.Paragraph>()).Where(paragraph => paragraph.ParagraphProperties?.RightToLeft?.Value == true).Select(paragraph => paragraph.InnerText)];
        }

        Assert.Contains(BadTitles.All["Hebrew"].Printed, Turned("Hebrew"));
        Assert.Contains(BadTitles.All["Arabic"].Printed, Turned("Arabic"));
        Assert.All(Turned("Hebrew"), text => Assert.Equal(BadTitles.All["Hebrew"].Printed, text));
        Assert.Empty(Turned("English and Hebrew"));
        Assert.Contains($"<q dir=\"rtl\">{BadTitles.All["Hebrew"].Printed}</q>", Strict.GetString(WrittenSegment.Of("html", Content("Hebrew")).Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("dir=", Strict.GetString(WrittenSegment.Of("html", Content("English and Hebrew")).Bytes), StringComparison.Ordinal);
    }

    private static SegmentContent Content(string name)
    {
        var title = BadTitles.All[name].Given;
        SegmentStatement Titled(SegmentStatement statement) => !statement.Text.StartsWith("Official title: ", StringComparison.Ordinal) ? statement
            : title.Length == 0 ? statement with { Text = "No official title is recorded.", Kind = StatementKind.Auto, Source = statement.Source with { Locator = "" } }
            : statement with { Text = $"Official title: “{title}”", Source = statement.Source with { Locator = title } };
        var content = SegmentSamples.Full(30, 2);
        return WrittenSegment.Prepared(content with { Parts = [.. content.Parts.Select(part => part with { Entries = [.. part.Entries.Select(entry => entry with { Statements = [.. entry.Statements.Select(Titled)] })] })] });
    }

    private static void AssertCorrect(string format, byte[] bytes)
    {
        switch (format)
        {
            case "pptx":
                using (var deck = PresentationDocument.Open(new MemoryStream(bytes), isEditable: false))
                {
                    Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(deck).Select(error => $"{error.Part?.Uri}: {error.Description}"));
                    Assert.Empty(DeckChecks.Of(deck));
                }

                break;
            case "docx":
                using (var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false))
                {
                    Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Part?.Uri}: {error.Description}"));
                }

                break;
            case "html":
                AssertPage(Strict.GetString(bytes));
                break;
            case "email":
                var bodies = Bodies(bytes);
                Assert.Equal(2, bodies.Count);
                AssertPage(bodies[1]);
                Assert.All(Strict.GetString(bytes).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
                break;
            case "csv":
                var rows = CsvText.Read(Strict.GetString(bytes).TrimStart('\uFEFF'));
                Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
                Assert.All(RawCells().Matches(Strict.GetString(bytes)), cell => Assert.DoesNotContain(cell.Groups[1].Value.TrimStart('"')[..1], "=+-@"));
                break;
            case "ics":
                Assert.All(Strict.GetString(bytes).Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
                Assert.DoesNotMatch("(?<!\r)\n", Strict.GetString(bytes));
                break;
        }
    }

    private static void AssertPage(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var document = XDocument.Load(reader);
        Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName is "script" or "b");
    }

    private static List<string> Texts(string format, byte[] bytes)
    {
        if (format is not ("pptx" or "docx"))
        {
            return format == "email" ? [Strict.GetString(bytes), .. Bodies(bytes)] : [Strict.GetString(bytes).TrimStart('\uFEFF')];
        }

        using var package = new ZipArchive(new MemoryStream(bytes));
        return [.. package.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return Strict.GetString(copy.ToArray()).TrimStart('\uFEFF');
        })];
    }

    private static List<string> Bodies(byte[] message) =>
        [.. Base64().Matches(Strict.GetString(message)).Select(match => Strict.GetString(Convert.FromBase64String(match.Groups[1].Value)))];

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"base64\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n\r\n--")]
    private static partial Regex Base64();

    [GeneratedRegex("(?:^|,|\r\n)(\"(?:[^\"]|\"\")+\"|[^\",\r\n]+)")]
    private static partial Regex RawCells();

    /// <summary>Controls but tab and line ends, direction marks, joiners, lone surrogates, what is no character.</summary>
    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFDD0-\uFDEF\uFFFD-\uFFFF\uE000-\uF8FF]|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])")]
    private static partial Regex Hostile();
}
