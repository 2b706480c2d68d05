using System.Collections.Immutable;
using System.Xml.Linq;
using static LegTracker.Dashboard.Writing.Templates.SlideXml;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>What is seen behind a placeholder: its own fill, shapes that lie behind it, the background.</summary>
internal sealed class TemplateBackdrop(XElement layout, XElement master, XElement? theme, ThemeColors colors)
{
    private readonly Lazy<ImmutableArray<(XElement Shape, DeckBox Box)>> behind = new(() => [.. Behind(layout, master)]);

    /// <returns>Empty when it is not known, as with a picture.</returns>
    public ImmutableArray<Rgb> Of(XElement shape, XElement? parent, DeckBox box)
    {
        var own = new[] { shape, parent }.Select(each => each?.Element(P + "spPr")).Select(Fill).FirstOrDefault(fill => fill is not null);
        if (own is not null && own.Name != A + "noFill")
        {
            return Known(Colors(own));
        }

        var seen = new List<Rgb?>();
        foreach (var (one, place) in behind.Value)
        {
            var covered = Covered(box, place);
            if (covered < 0.1)
            {
                continue;
            }

            seen.AddRange(one.Name == P + "pic" ? [null] : ShapeColors(one));
            if (covered > 0.98)
            {
                return Known(seen);
            }
        }

        return Known([.. seen, .. Background()]);
    }

    private static ImmutableArray<Rgb> Known(IReadOnlyCollection<Rgb?> found) => found.Any(color => color is null) ? [] : [.. found.OfType<Rgb>()];

    /// <summary>Filled shapes and pictures of layout and master that are no placeholders, the topmost first.</summary>
    private static IEnumerable<(XElement Shape, DeckBox Box)> Behind(XElement layout, XElement master)
    {
        var isMasterShown = (string?)layout.Attribute("showMasterSp") is not ("0" or "false");
        var shapes = Shapes(layout).Concat(isMasterShown ? Shapes(master) : []);
        return shapes.Select(shape => (shape, Box(shape))).Where(one => one.Item2 is not null).Select(one => (one.shape, one.Item2!));
    }

    private static IEnumerable<XElement> Shapes(XElement root) => (Tree(root)?.Elements() ?? [])
        .Where(shape => shape.Name == P + "pic" || shape.Name == P + "sp" && Placeholder(shape) is null && (Fill(shape.Element(P + "spPr")) is { } fill
            ? fill.Name != A + "noFill"
            : Number(shape.Element(P + "style")?.Element(A + "fillRef"), "idx") > 0))
        .Reverse();

    private static double Covered(DeckBox box, DeckBox by)
    {
        double Shared(long from, long size, long other, long otherSize) => Math.Max(0, Math.Min(from + size, other + otherSize) - Math.Max(from, other));
        return Shared(box.X, box.Width, by.X, by.Width) * Shared(box.Y, box.Height, by.Y, by.Height) / Math.Max(1.0, (double)box.Width * box.Height);
    }

    private static XElement? Fill(XElement? properties) => properties?.Elements().FirstOrDefault(element =>
        element.Name.LocalName is "solidFill" or "gradFill" or "blipFill" or "pattFill" or "noFill" or "grpFill");

    private List<Rgb?> ShapeColors(XElement shape) => Fill(shape.Element(P + "spPr")) is { } fill ? Colors(fill) : [colors.Of(shape.Element(P + "style")?.Element(A + "fillRef"))];

    private List<Rgb?> Colors(XElement fill, Rgb? own = null) => fill.Name.LocalName switch
    {
        "solidFill" => [colors.Of(fill, own)],
        "gradFill" => [.. fill.Descendants(A + "gs").Select(stop => colors.Of(stop, own))],
        "pattFill" => [colors.Of(fill.Element(A + "fgClr"), own), colors.Of(fill.Element(A + "bgClr"), own)],
        _ => [null],
    };

    private List<Rgb?> Background()
    {
        var background = new[] { layout, master }.Select(root => root.Element(P + "cSld")?.Element(P + "bg")).FirstOrDefault(found => found is not null);
        if (Fill(background?.Element(P + "bgPr")) is { } fill)
        {
            return fill.Name == A + "noFill" ? [new Rgb(1, 1, 1)] : Colors(fill);
        }

        const int firstFill = 1001;
        if (background?.Element(P + "bgRef") is not { } reference)
        {
            return [colors.Scheme("bg1")];
        }

        var styled = theme?.Element(A + "fmtScheme")?.Element(A + "bgFillStyleLst")?.Elements().ElementAtOrDefault((int)Math.Clamp((Number(reference, "idx") ?? 0) - firstFill, -1, 100) is var at && at >= 0 ? at : int.MaxValue);
        return styled is null ? [colors.Of(reference)] : Colors(styled, colors.Of(reference));
    }
}
