using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Writing.Templates;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Writing;

/// <summary>Writes one slide by filling the placeholders of its layout, in reading order: title, body or table, hand-out line, footer, number.</summary>
/// <param name="template">Its chosen layouts have every placeholder: <see cref="TemplateFitting"/> sees to that.</param>
internal sealed class SlideWriter(SlidePart part, SlidePlan plan, string footer, SlideTemplate template, DeckRoom room)
{
    private readonly TemplateLayout layout = template.Of(plan.Layout);
    private const string BodyFont = "+mn-lt";
    private readonly Dictionary<string, string> links = [];
    private uint lastId = 1;

    public void Write()
    {
        var tree = new P.ShapeTree(
            new P.NonVisualGroupShapeProperties(
                new P.NonVisualDrawingProperties { Id = 1, Name = "" },
                new P.NonVisualGroupShapeDrawingProperties(),
                new P.ApplicationNonVisualDrawingProperties()),
            new P.GroupShapeProperties(new D.TransformGroup(
                new D.Offset { X = 0, Y = 0 }, new D.Extents { Cx = 0, Cy = 0 }, new D.ChildOffset { X = 0, Y = 0 }, new D.ChildExtents { Cx = 0, Cy = 0 })));
        var isCover = plan.Layout == DeckLayout.TitleSlide;
        var main = template.Main(plan.Layout);
        var titleSize = isCover ? SlideFit.TitleSize(plan.Title, room.CoverTitle, int.MaxValue) : SlideFit.TitleSize(plan.Title, room.Title, room.TitleLines);
        tree.Append(Placeholder("Title", layout.Title!, [new SlideLine(plan.Title)], titleSize, font: layout.Styles.TitleFont));
        if (isCover)
        {
            tree.Append(Placeholder("Subtitle", main, plan.Lines, DeckMeasures.SmallestBodySize, Ink(main)));
        }
        else if (plan.Table is { } table)
        {
            tree.Append(Frame(table, main));
        }
        else
        {
            tree.Append(Placeholder("Content", main, plan.Lines, SlideFit.BodySize([.. plan.Lines.Select(line => line.Text)], room.Body)));
        }

        if (plan.Picture is { } picture)
        {
            tree.Append(Pictures.PictureWriter.Group(picture));
        }

        if (plan.Tail.Length > 0)
        {
            var tail = layout.Tail(main)!;
            tree.Append(Placeholder(DeckTemplateXml.TailName, tail, [new SlideLine(plan.Tail)], DeckMeasures.TailSize, Ink(tail)));
        }

        tree.Append(Placeholder("Footer", layout.Footer!, [new SlideLine(footer)], DeckMeasures.FooterSize, Ink(layout.Footer!)));
        tree.Append(Number(layout.Number!));
        part.Slide = new P.Slide(new P.CommonSlideData(tree), new P.ColorMapOverride(new D.MasterColorMapping()));
        part.Slide.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        part.Slide.Save();
    }

    /// <summary>The first text colour of the scheme for text whose own is too faint to be read.</summary>
    private static D.SchemeColorValues? Ink(TemplateSlot slot) => TemplateCheck.NeedsInk(slot) ? D.SchemeColorValues.Text1 : null;

    private P.Shape Placeholder(string name, TemplateSlot slot, IEnumerable<SlideLine> lines, double size, D.SchemeColorValues? ink = null, string font = BodyFont) => new(
        NonVisual(name, PlaceholderOf.Element(slot.Placeholder)),
        new P.ShapeProperties(),
        new P.TextBody([new D.BodyProperties(new D.NormalAutoFit()), new D.ListStyle(), .. lines.Select(line => Paragraph(line, size, color: ink, font: font))]));

    private P.NonVisualShapeProperties NonVisual(string name, P.PlaceholderShape placeholder) => new(
        Drawing(name),
        new P.NonVisualShapeDrawingProperties(new D.ShapeLocks { NoGrouping = true }),
        new P.ApplicationNonVisualDrawingProperties(placeholder));

    private P.NonVisualDrawingProperties Drawing(string name)
    {
        lastId++;
        return new P.NonVisualDrawingProperties { Id = lastId, Name = string.Create(CultureInfo.InvariantCulture, $"{name} {lastId}") };
    }

    private P.Shape Number(TemplateSlot slot) => new(
        NonVisual("Slide Number", PlaceholderOf.Element(slot.Placeholder)),
        new P.ShapeProperties(),
        new P.TextBody(
            new D.BodyProperties(),
            new D.ListStyle(),
            new D.Paragraph(new D.Field(Properties(DeckMeasures.FooterSize, false, Ink(slot), BodyFont), new D.Text("‹#›")) { Id = DeckTemplateXml.SlideNumberField, Type = "slidenum" })));

    private D.Paragraph Paragraph(SlideLine line, double size, bool bold = false, D.SchemeColorValues? color = null, string font = BodyFont)
    {
        var at = line.Link.Length == 0 ? -1 : line.Text.IndexOf(line.Link, StringComparison.Ordinal);
        if (at < 0 || !Uri.TryCreate(line.Url, UriKind.Absolute, out var address))
        {
            return new D.Paragraph([.. Direction(line.Text), Run(line.Text, size, bold, color, font)]);
        }

        var linked = Run(line.Link, size, bold, D.SchemeColorValues.Hyperlink, font);
        linked.RunProperties!.Append(new D.HyperlinkOnClick { Id = LinkTo(address), Tooltip = $"History of {line.Link} at the Legislature's site" });
        var paragraph = new D.Paragraph(Direction(line.Text));
        if (at > 0)
        {
            paragraph.Append(Run(line.Text[..at], size, bold, color, font));
        }

        paragraph.Append(linked);
        if (at + line.Link.Length < line.Text.Length)
        {
            paragraph.Append(Run(line.Text[(at + line.Link.Length)..], size, bold, color, font));
        }

        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> Direction(string text) => TextDirection.IsRightToLeft(text) ? [new D.ParagraphProperties { RightToLeft = true }] : [];

    private static D.Run Run(string text, double size, bool bold, D.SchemeColorValues? color, string font) => new(Properties(size, bold, color, font), new D.Text(text));

    private static D.RunProperties Properties(double size, bool bold, D.SchemeColorValues? color, string font)
    {
        var properties = new D.RunProperties { Language = "en-US", FontSize = (int)(size * 100), Bold = bold ? true : null, Dirty = false };
        if (color is { } scheme)
        {
            properties.Append(new D.SolidFill(new D.SchemeColor { Val = scheme }));
        }

        properties.Append(new D.LatinFont { Typeface = font });
        return properties;
    }

    /// <summary>Links to one address share one relationship.</summary>
    private string LinkTo(Uri address)
    {
        if (!links.TryGetValue(address.AbsoluteUri, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"rIdLink{links.Count + 1}");
            part.AddHyperlinkRelationship(address, isExternal: true, id);
            links.Add(address.AbsoluteUri, id);
        }

        return id;
    }

    private P.GraphicFrame Frame(SlideTable table, TemplateSlot slot)
    {
        var colors = TableColors.Of(layout.Styles);
        var size = SlideFit.TableSize(table, room);
        var heights = SlideFit.RowHeights(table, size, room);
        var drawing = Drawing("Table");
        drawing.Title = "Table";
        drawing.Description = table.Description;
        var grid = new D.Table(
            new D.TableProperties { FirstRow = true, BandRow = true },
            new D.TableGrid(SlideFit.Columns(table, room).Select(width => new D.GridColumn { Width = width })));
        grid.Append(new D.TableRow(table.Header.Select(text => Cell(Paragraph(new SlideLine(text), size, bold: true, D.SchemeColorValues.Background1), colors.Header))) { Height = heights[0] });
        foreach (var (row, index) in table.Rows.Select((row, index) => (row, index)))
        {
            var fill = index % 2 == 0 ? D.SchemeColorValues.Background1 : colors.Band;
            grid.Append(new D.TableRow(row.Select(cell => Cell(Paragraph(cell, size, color: colors.Ink), fill))) { Height = heights[index + 1] });
        }

        return new P.GraphicFrame(
            new P.NonVisualGraphicFrameProperties(
                drawing,
                new P.NonVisualGraphicFrameDrawingProperties(new D.GraphicFrameLocks { NoGrouping = true }),
                new P.ApplicationNonVisualDrawingProperties(PlaceholderOf.Element(slot.Placeholder))),
            new P.Transform(
                new D.Offset { X = room.Table.X, Y = room.Table.Y },
                new D.Extents { Cx = room.Table.Width, Cy = heights.Sum() }),
            new D.Graphic(new D.GraphicData(grid) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" }));
    }

    private static D.TableCell Cell(D.Paragraph paragraph, D.SchemeColorValues fill) => new(
        new D.TextBody(new D.BodyProperties(), new D.ListStyle(), paragraph),
        new D.TableCellProperties(
            new D.BottomBorderLineProperties(new D.SolidFill(new D.SchemeColor { Val = D.SchemeColorValues.Accent5 })) { Width = 6350 },
            new D.SolidFill(new D.SchemeColor { Val = fill }))
        {
            LeftMargin = (int)DeckMeasures.Inset,
            RightMargin = (int)DeckMeasures.Inset,
            TopMargin = (int)(SlideFit.CellMargins / 2),
            BottomMargin = (int)(SlideFit.CellMargins / 2),
        });
}
