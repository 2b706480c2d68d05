using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Writing.Office;

/// <summary>The hand-out's blocks as paragraphs and a table.</summary>
internal sealed class DocxBody(MainDocumentPart main)
{
    // Twentieths of a point; together the width of the text.
    private static readonly int[] ColumnWidths = [3000, 2360, 4000];

    private readonly Dictionary<string, string> links = [];

    public IEnumerable<OpenXmlElement> Of(ImmutableArray<HandOutBlock> blocks) => blocks.SelectMany(Of);

    /// <summary>A run whose spaces are kept.</summary>
    public static Run Run(string text, string? style = null)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (style is not null)
        {
            run.PrependChild(new RunProperties(new RunStyle { Val = style }));
        }

        return run;
    }

    private IEnumerable<OpenXmlElement> Of(HandOutBlock block) => block switch
    {
        TitleBlock title => [Paragraph(DocxStyles.Title, Run(title.Text))],
        LineBlock { Text: HandOutPlan.InThePeriod } line => [KeptWithNext(Paragraph(DocxStyles.Line, Run(line.Text)))],
        LineBlock line => [Paragraph(DocxStyles.Line, Run(line.Text))],
        HeadingBlock heading => [Paragraph(DocxStyles.HeadingStyle(heading.Level - 1), Run(heading.Text))],
        StatementBlock statement => [Paragraph(DocxStyles.Bullet, [.. Statement(statement)])],
        NoteBlock note => [Paragraph(DocxStyles.Bullet, Run(note.Text))],
        BillTable table => [Paragraph(DocxStyles.Caption, Run(BillTable.Caption)), Table(table)],
        SourceBlock { Source: var source } => [Paragraph(DocxStyles.Number, [.. Source(source)])],
        _ => throw new InvalidOperationException($"no paragraph for {block}"),
    };

    private static IEnumerable<OpenXmlElement> Statement(StatementBlock block)
    {
        yield return Run(block.Text);
        if (block.Statement.Flag.Length > 0)
        {
            yield return Run($" [{block.Statement.Flag}]", DocxStyles.Flag);
        }

        if (block.Source is { } number)
        {
            yield return Run(string.Create(CultureInfo.InvariantCulture, $" [{number}]"));
        }
    }

    private IEnumerable<OpenXmlElement> Source(NumberedSource source)
    {
        yield return Linked(source.Document, source.Url);
        var lines = string.Join("; ", source.Lines.Select(line => $"“{line}”"));
        yield return Run(lines.Length == 0 ? $"{source.Read}." : $"{source.Read}: {lines}");
    }

    private Table Table(BillTable table) => new(
    [
        new TableProperties(
            new TableStyle { Val = DocxStyles.Table },
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = BillTable.Caption },
            new TableDescription { Val = BillTable.Description }),
        new TableGrid(ColumnWidths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })),
        new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. BillTable.Header.Select((cell, column) => Cell(column, Run(cell, DocxStyles.Flag)))]),
        .. table.Rows.Select(row => new TableRow(new TableRowProperties(new CantSplit()), Cell(0, Linked(row.Bill, row.Url)), Cell(1, Run(row.Section)), Cell(2, Run(row.Status)))),
        ]);

    private static TableCell Cell(int column, OpenXmlElement content) => new(
        new TableCellProperties(new TableCellWidth { Width = ColumnWidths[column].ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }),
        Paragraph(DocxStyles.TableText, content));

    private static Paragraph Paragraph(string style, params OpenXmlElement[] content) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    private static Paragraph KeptWithNext(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }

    // One relationship an address; what is no web address stays text.
    private OpenXmlElement Linked(string text, string url)
    {
        if (Web.HtmlSegment.Target(url) is not { } target)
        {
            return Run(text);
        }

        if (!links.TryGetValue(target, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"rIdLink{links.Count + 1}");
            links.Add(target, id);
            main.AddHyperlinkRelationship(new Uri(target), isExternal: true, id);
        }

        return new Hyperlink(Run(text, DocxStyles.Link)) { Id = id };
    }
}
