using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static LegTracker.Dashboard.Writing.Templates.SlideXml;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>What the placeholders of one layout take from it, its master and the presentation.</summary>
internal sealed class TemplateStyles
{
    /// <summary>Fonts that run wider than Arial, and by how much.</summary>
    private static readonly Dictionary<string, double> Wide = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Verdana"] = 1.2,
        ["DejaVu Sans"] = 1.2,
        ["Century Gothic"] = 1.12,
        ["Lucida Sans"] = 1.12,
        ["Lucida Sans Unicode"] = 1.12,
        ["Rockwell"] = 1.1,
        ["Courier New"] = 1.25,
        ["Consolas"] = 1.15,
        ["Montserrat"] = 1.2,
        ["Poppins"] = 1.15,
        ["Arial Black"] = 1.25,
        ["Georgia"] = 1.08,
        ["Segoe UI"] = 1.05,
    };

    private readonly XElement layout;
    private readonly XElement master;
    private readonly XElement? defaults;
    private readonly XElement? theme;

    public TemplateStyles(XElement layout, SlideMasterPart masterPart, XElement presentation)
    {
        this.layout = layout;
        master = Root(masterPart);
        theme = masterPart.ThemePart is { } part ? Root(part).Element(A + "themeElements") : null;
        defaults = presentation.Element(P + "defaultTextStyle");
        var map = layout.Element(P + "clrMapOvr")?.Element(A + "overrideClrMapping") ?? master.Element(P + "clrMap");
        Colors = new ThemeColors(map, theme?.Element(A + "clrScheme"));
        Backdrops = new TemplateBackdrop(layout, master, theme, Colors);
    }

    public ThemeColors Colors { get; }

    public TemplateBackdrop Backdrops { get; }

    /// <summary>Whether a table's text is of the scheme's first text colour without being told so.</summary>
    public bool TablesAreInk => Ink(Levels(null, null, "otherStyle", defaultsFirst: true)) is { } color && color == Colors.Scheme("tx1");

    public TemplateSlot? Slot(XElement shape, bool isAlone, long width, long height)
    {
        var placeholder = Placeholder(shape)!;
        var type = (string?)placeholder.Attribute("type") ?? "obj";
        var parent = Parent(type);
        if ((Box(shape) ?? (parent is null ? null : Box(parent))) is not { } box)
        {
            return null;
        }

        var levels = Levels(shape, parent, type is "title" or "ctrTitle" ? "titleStyle" : type is "ftr" or "sldNum" or "dt" ? "otherStyle" : "bodyStyle");
        var bodies = new[] { shape, parent }.Select(each => each?.Element(P + "txBody")?.Element(A + "bodyPr")).OfType<XElement>().ToList();
        long Inset(string name, long otherwise) => bodies.Select(body => Number(body, name)).FirstOrDefault(value => value is not null) ?? otherwise;
        var size = (First(levels, level => Number(level.Element(A + "defRPr"), "sz")) ?? 1800) / 100.0;
        var room = new TextRoom(
            box,
            size,
            Inset("lIns", DeckMeasures.Inset) + Inset("rIns", DeckMeasures.Inset),
            Inset("tIns", 45720) + Inset("bIns", 45720),
            Math.Max(0, First(levels, level => Number(level, "marL")) ?? 0),
            (First(levels, level => Number(level.Element(A + "lnSpc")?.Element(A + "spcPct"), "val")) ?? 100000) / 100000.0,
            Gap(levels, "spcBef", size) + Gap(levels, "spcAft", size),
            Stretch(levels, type is "title" or "ctrTitle"));
        var isUpright = bodies.Select(body => (string?)body.Attribute("vert")).FirstOrDefault(vertical => vertical is not null) is null or "horz";
        var slack = width / 100;
        var isInside = box.X >= -slack && box.Y >= -slack && box.X + box.Width <= width + slack && box.Y + box.Height <= height + slack;
        return new TemplateSlot(placeholder, type, room, Ink(levels), Backdrops.Of(shape, parent, box), isAlone && isUpright && isInside);
    }

    private XElement? Parent(string type)
    {
        var wanted = type switch { "title" or "ctrTitle" => "title", "ftr" or "sldNum" or "dt" => type, _ => "body" };
        return Tree(master)?.Elements(P + "sp").FirstOrDefault(shape => Placeholder(shape) is { } known && ((string?)known.Attribute("type") ?? "obj") == wanted);
    }

    private List<XElement> Levels(XElement? shape, XElement? parent, string style, bool defaultsFirst = false)
    {
        XElement?[] found =
        [
            shape?.Element(P + "txBody")?.Element(A + "lstStyle")?.Element(A + "lvl1pPr"),
            parent?.Element(P + "txBody")?.Element(A + "lstStyle")?.Element(A + "lvl1pPr"),
            defaultsFirst ? defaults?.Element(A + "lvl1pPr") : null,
            master.Element(P + "txStyles")?.Element(P + style)?.Element(A + "lvl1pPr"),
            defaults?.Element(A + "lvl1pPr"),
        ];
        return [.. found.OfType<XElement>()];
    }

    /// <summary>The first text colour of the scheme where no level says one, as in PowerPoint.</summary>
    private Rgb? Ink(List<XElement> levels) =>
        levels.Select(level => level.Element(A + "defRPr")?.Element(A + "solidFill")).FirstOrDefault(fill => fill is not null) is { } fill ? Colors.Of(fill) : Colors.Scheme("tx1");

    private static double Gap(List<XElement> levels, string name, double size)
    {
        var spacing = levels.Select(level => level.Element(A + name)).FirstOrDefault(element => element is not null);
        return Number(spacing?.Element(A + "spcPts"), "val") is { } points ? points / 100.0
            : Number(spacing?.Element(A + "spcPct"), "val") is { } share ? share / 100000.0 * size : 0;
    }

    private double Stretch(List<XElement> levels, bool isTitle)
    {
        const double capitals = 1.25;
        var fonts = theme?.Element(A + "fontScheme");
        var font = (string?)fonts?.Element(A + (isTitle ? "majorFont" : "minorFont"))?.Element(A + "latin")?.Attribute("typeface") ?? "";
        var isCapital = levels.Select(level => (string?)level.Element(A + "defRPr")?.Attribute("cap")).FirstOrDefault(cap => cap is not null) is "all" or "small";
        return Wide.GetValueOrDefault(font, 1) * (isCapital ? capitals : 1);
    }

    private static long? First(List<XElement> levels, Func<XElement, long?> of) => levels.Select(of).FirstOrDefault(value => value is not null);

    /// <summary>The theme's font reference for titles: headings' own font where it is another one.</summary>
    public string TitleFont
    {
        get
        {
            var fonts = theme?.Element(A + "fontScheme");
            string? Face(string name) => (string?)fonts?.Element(A + name)?.Element(A + "latin")?.Attribute("typeface");
            return Face("majorFont") == Face("minorFont") ? "+mn-lt" : "+mj-lt";
        }
    }
}
