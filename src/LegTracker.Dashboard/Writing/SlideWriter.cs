using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Writing;

/// <summary>Writes one slide by filling the placeholders of its layout, in reading order: title, body or table, hand-out line, footer, number.</summary>
internal sealed class SlideWriter(SlidePart part, SlidePlan plan, string footer)
{
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
        tree.Append(Placeholder("Title", new P.PlaceholderShape { Type = isCover ? P.PlaceholderValues.CenteredTitle : P.PlaceholderValues.Title },
            [new SlideLine(plan.Title)], isCover ? DeckMeasures.TitleSize : SlideFit.TitleSize(plan.Title)));
        if (isCover)
        {
            tree.Append(Placeholder("Subtitle", new P.PlaceholderShape { Type = P.PlaceholderValues.SubTitle, Index = DeckTemplateXml.BodyIndex }, plan.Lines, DeckMeasures.SmallestBodySize));
        }
        else if (plan.Table is { } table)
        {
            tree.Append(Frame(table));
        }
        else
        {
            tree.Append(Placeholder("Content", new P.PlaceholderShape { Index = DeckTemplateXml.BodyIndex }, plan.Lines, SlideFit.BodySize([.. plan.Lines.Select(line => line.Text)])));
        }

        if (plan.Picture is { } picture)
        {
            tree.Append(Pictures.PictureWriter.Group(picture));
        }

        if (plan.Tail.Length > 0)
        {
            tree.Append(Placeholder("Hand-out line", Quarter(P.PlaceholderValues.Body, DeckTemplateXml.TailIndex), [new SlideLine(plan.Tail)], DeckMeasures.TailSize));
        }

        tree.Append(Placeholder("Footer", Quarter(P.PlaceholderValues.Footer, DeckTemplateXml.FooterIndex), [new SlideLine(footer)], DeckMeasures.FooterSize));
        tree.Append(Number());
        part.Slide = new P.Slide(new P.CommonSlideData(tree), new P.ColorMapOverride(new D.MasterColorMapping()));
        part.Slide.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        part.Slide.Save();
    }

    private static P.PlaceholderShape Quarter(P.PlaceholderValues type, uint index) =>
        new() { Type = type, Size = P.PlaceholderSizeValues.Quarter, Index = index };

    private P.Shape Placeholder(string name, P.PlaceholderShape placeholder, IEnumerable<SlideLine> lines, double size) => new(
        NonVisual(name, placeholder),
        new P.ShapeProperties(),
        new P.TextBody([new D.BodyProperties(new D.NormalAutoFit()), new D.ListStyle(), .. lines.Select(line => Paragraph(line, size))]));

    private P.NonVisualShapeProperties NonVisual(string name, P.PlaceholderShape placeholder) => new(
        Drawing(name),
        new P.NonVisualShapeDrawingProperties(new D.ShapeLocks { NoGrouping = true }),
        new P.ApplicationNonVisualDrawingProperties(placeholder));

    private P.NonVisualDrawingProperties Drawing(string name)
    {
        lastId++;
        return new P.NonVisualDrawingProperties { Id = lastId, Name = string.Create(CultureInfo.InvariantCulture, $"{name} {lastId}") };
    }

    private P.Shape Number() => new(
        NonVisual("Slide Number", Quarter(P.PlaceholderValues.SlideNumber, DeckTemplateXml.NumberIndex)),
        new P.ShapeProperties(),
        new P.TextBody(
            new D.BodyProperties(),
            new D.ListStyle(),
            new D.Paragraph(new D.Field(Properties(DeckMeasures.FooterSize), new D.Text("‹#›")) { Id = DeckTemplateXml.SlideNumberField, Type = "slidenum" })));

    private D.Paragraph Paragraph(SlideLine line, double size, bool bold = false, D.SchemeColorValues? color = null)
    {
        var at = line.Link.Length == 0 ? -1 : line.Text.IndexOf(line.Link, StringComparison.Ordinal);
        if (at < 0 || !Uri.TryCreate(line.Url, UriKind.Absolute, out var address))
        {
            return new D.Paragraph(Run(line.Text, size, bold, color));
        }

        var linked = Run(line.Link, size, bold, D.SchemeColorValues.Hyperlink);
        linked.RunProperties!.Append(new D.HyperlinkOnClick { Id = LinkTo(address), Tooltip = $"History of {line.Link} at the Legislature's site" });
        var paragraph = new D.Paragraph();
        if (at > 0)
        {
            paragraph.Append(Run(line.Text[..at], size, bold, color));
        }

        paragraph.Append(linked);
        if (at + line.Link.Length < line.Text.Length)
        {
            paragraph.Append(Run(line.Text[(at + line.Link.Length)..], size, bold, color));
        }

        return paragraph;
    }

    private static D.Run Run(string text, double size, bool bold, D.SchemeColorValues? color)
    {
        var properties = new D.RunProperties { Language = "en-US", FontSize = (int)(size * 100), Bold = bold ? true : null, Dirty = false };
        if (color is { } scheme)
        {
            properties.Append(new D.SolidFill(new D.SchemeColor { Val = scheme }));
        }

        properties.Append(new D.LatinFont { Typeface = "+mn-lt" });
        return new D.Run(properties, new D.Text(text));
    }

    private static D.RunProperties Properties(double size) => new(new D.LatinFont { Typeface = "+mn-lt" }) { Language = "en-US", FontSize = (int)(size * 100), Dirty = false };

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

    private P.GraphicFrame Frame(SlideTable table)
    {
        var size = SlideFit.TableSize(table);
        var heights = SlideFit.RowHeights(table, size);
        var drawing = Drawing("Table");
        drawing.Title = "Table";
        drawing.Description = table.Description;
        var grid = new D.Table(
            new D.TableProperties { FirstRow = true, BandRow = true },
            new D.TableGrid(SlideFit.Columns(table).Select(width => new D.GridColumn { Width = width })));
        grid.Append(new D.TableRow(table.Header.Select(text => Cell(Paragraph(new SlideLine(text), size, bold: true, D.SchemeColorValues.Background1), D.SchemeColorValues.Text2))) { Height = heights[0] });
        foreach (var (row, index) in table.Rows.Select((row, index) => (row, index)))
        {
            var fill = index % 2 == 0 ? D.SchemeColorValues.Background1 : D.SchemeColorValues.Background2;
            grid.Append(new D.TableRow(row.Select(cell => Cell(Paragraph(cell, size), fill))) { Height = heights[index + 1] });
        }

        return new P.GraphicFrame(
            new P.NonVisualGraphicFrameProperties(
                drawing,
                new P.NonVisualGraphicFrameDrawingProperties(new D.GraphicFrameLocks { NoGrouping = true }),
                new P.ApplicationNonVisualDrawingProperties(new P.PlaceholderShape { Type = P.PlaceholderValues.Table, Index = DeckTemplateXml.BodyIndex })),
            new P.Transform(
                new D.Offset { X = DeckMeasures.Body.X, Y = DeckMeasures.Body.Y },
                new D.Extents { Cx = DeckMeasures.Body.Width, Cy = heights.Sum() }),
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
