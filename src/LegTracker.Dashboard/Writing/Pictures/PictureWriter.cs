using System.Globalization;
using DocumentFormat.OpenXml;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>A picture as one group of drawing shapes, with its alternative text.</summary>
internal static class PictureWriter
{
    /// <summary>Ids of a picture's shapes start here, so that the slide's own keep theirs.</summary>
    public const uint FirstId = 1001;

    private const int OutlineWidth = 19050;
    private const int SideInset = 45720;

    public static P.GroupShape Group(SlidePicture picture)
    {
        var id = FirstId;
        var group = new P.GroupShape(
            new P.NonVisualGroupShapeProperties(
                new P.NonVisualDrawingProperties { Id = id, Name = picture.Name, Description = picture.Description },
                new P.NonVisualGroupShapeDrawingProperties(),
                new P.ApplicationNonVisualDrawingProperties()),
            new P.GroupShapeProperties(new D.TransformGroup(
                new D.Offset { X = picture.X, Y = picture.Y },
                new D.Extents { Cx = picture.Width, Cy = picture.Height },
                new D.ChildOffset { X = picture.X, Y = picture.Y },
                new D.ChildExtents { Cx = picture.Width, Cy = picture.Height })));
        foreach (var shape in picture.Shapes)
        {
            id++;
            group.Append(shape.Form == PictureForm.Line ? Line(shape, picture, id) : Shape(shape, picture, id));
        }

        return group;
    }

    private static P.ConnectionShape Line(PictureShape shape, SlidePicture picture, uint id) => new(
        new P.NonVisualConnectionShapeProperties(
            new P.NonVisualDrawingProperties { Id = id, Name = Name("Line", id) },
            new P.NonVisualConnectorShapeDrawingProperties(),
            new P.ApplicationNonVisualDrawingProperties()),
        Properties(shape, picture, D.ShapeTypeValues.Line));

    private static P.Shape Shape(PictureShape shape, SlidePicture picture, uint id) => new(
        new P.NonVisualShapeProperties(
            new P.NonVisualDrawingProperties { Id = id, Name = Name(shape.Form.ToString(), id) },
            new P.NonVisualShapeDrawingProperties(),
            new P.ApplicationNonVisualDrawingProperties()),
        Properties(shape, picture, Geometry(shape.Form)),
        new P.TextBody(
        [
            new D.BodyProperties
            {
                Wrap = D.TextWrappingValues.Square,
                LeftInset = SideInset,
                RightInset = SideInset,
                TopInset = 0,
                BottomInset = 0,
                Anchor = D.TextAnchoringTypeValues.Center,
            },
            new D.ListStyle(),
            .. shape.Lines.IsEmpty ? [new D.Paragraph(new D.EndParagraphRunProperties { Language = "en-US" })] : shape.Lines.Select((line, index) => Paragraph(shape, line, index == 0)),
        ]));

    private static P.ShapeProperties Properties(PictureShape shape, SlidePicture picture, D.ShapeTypeValues geometry)
    {
        var (fill, outline, _) = PictureColors.Of(shape.Form);
        var properties = new P.ShapeProperties(
            new D.Transform2D(
                new D.Offset { X = picture.X + shape.Box.X, Y = picture.Y + shape.Box.Y },
                new D.Extents { Cx = shape.Box.Width, Cy = shape.Box.Height }),
            new D.PresetGeometry(new D.AdjustValueList()) { Preset = geometry });
        if (shape.Form != PictureForm.Line)
        {
            properties.Append(Solid(fill));
        }

        properties.Append(new D.Outline(Solid(outline), new D.PresetDash { Val = Dash(shape.Form) })
        {
            Width = shape.Form is PictureForm.Skipped or PictureForm.Unknown ? OutlineWidth / 3 : OutlineWidth,
        });
        return properties;
    }

    private static D.PresetLineDashValues Dash(PictureForm form) => form switch
    {
        PictureForm.ToCome => D.PresetLineDashValues.Dash,
        PictureForm.Unknown => D.PresetLineDashValues.SystemDot,
        _ => D.PresetLineDashValues.Solid,
    };

    private static D.Paragraph Paragraph(PictureShape shape, string line, bool isFirst)
    {
        var align = shape.Form == PictureForm.Label ? D.TextAlignmentTypeValues.Left : D.TextAlignmentTypeValues.Center;
        return new D.Paragraph(
            new D.ParagraphProperties { Alignment = align },
            new D.Run(
                new D.RunProperties(Solid(PictureColors.Of(shape.Form).Text), new D.LatinFont { Typeface = "+mn-lt" })
                {
                    Language = "en-US",
                    FontSize = (int)(shape.Size * 100),
                    Bold = isFirst,
                    Dirty = false,
                },
                new D.Text(line)));
    }

    private static D.SolidFill Solid(string color) => new(new D.RgbColorModelHex { Val = color });

    private static string Name(string what, uint id) => string.Create(CultureInfo.InvariantCulture, $"{what} {id}");

    private static D.ShapeTypeValues Geometry(PictureForm form) => form switch
    {
        PictureForm.Here => D.ShapeTypeValues.HomePlate,
        PictureForm.Held => D.ShapeTypeValues.Hexagon,
        PictureForm.Stopped => D.ShapeTypeValues.Octagon,
        PictureForm.Law => D.ShapeTypeValues.FlowChartTerminator,
        _ => D.ShapeTypeValues.Rectangle,
    };
}
