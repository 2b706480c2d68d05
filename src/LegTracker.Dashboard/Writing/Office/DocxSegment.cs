using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Writing.Office;

/// <summary>The hand-out as a Word document: heading and list styles, a table with its header, links, a footer with as-of and page; the same bytes for the same content.</summary>
internal static class DocxSegment
{
    public static void Write(SegmentContent content, ImmutableArray<HandOutBlock> blocks, Stream stream)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            Feed(main.AddNewPart<StyleDefinitionsPart>("rIdStyles"), DocxStyles.Styles);
            Feed(main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering"), DocxStyles.Numbering);
            Feed(main.AddNewPart<DocumentSettingsPart>("rIdSettings"), DocxStyles.Settings);
            var footer = main.AddNewPart<FooterPart>("rIdFooter");
            footer.Footer = Footer(Wording.AsOf(content));
            footer.Footer.Save();
            main.Document = new Document(new Body([.. new DocxBody(main).Of(blocks), Section()]));
            main.Document.Save();
            CoreProperties.Write(document, content);
        }

        package.Position = 0;
        FixedPackage.Copy(package, stream);
    }

    // US Letter with margins of one inch, in twentieths of a point.
    private static SectionProperties Section() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFooter" },
        new PageSize { Width = 12240, Height = 15840 },
        new PageMargin { Top = 1440, Bottom = 1440, Left = 1440, Right = 1440, Header = 720, Footer = 720, Gutter = 0 });

    private static Footer Footer(string asOf) => new(new Paragraph(
    [
        new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Footer }),
        DocxBody.Run(asOf), new Run(new TabChar()), DocxBody.Run("Page "), .. Field("PAGE"), DocxBody.Run(" of "), .. Field("NUMPAGES"),
    ]));

    private static IEnumerable<Run> Field(string code) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(string.Create(CultureInfo.InvariantCulture, $" {code} ")) { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        DocxBody.Run("1"),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
