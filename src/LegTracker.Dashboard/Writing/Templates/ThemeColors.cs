using System.Globalization;
using System.Xml.Linq;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>A colour of the screen: red, green and blue from 0 to 1.</summary>
internal readonly record struct Rgb(double Red, double Green, double Blue)
{
    /// <summary>The contrast of two colours after WCAG 2.1: from 1 (none) to 21 (black on white).</summary>
    public static double Contrast(Rgb one, Rgb other)
    {
        var (light, dark) = (Math.Max(one.Luminance, other.Luminance), Math.Min(one.Luminance, other.Luminance));
        return (light + 0.05) / (dark + 0.05);
    }

    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    public static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    public static double Screen(double linear) => linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.Pow(linear, 1 / 2.4) - 0.055;

    public Rgb Each(Func<double, double> change) => new(Math.Clamp(change(Red), 0, 1), Math.Clamp(change(Green), 0, 1), Math.Clamp(change(Blue), 0, 1));
}

/// <summary>Resolves colours through a colour map and the theme's scheme.</summary>
/// <param name="map">Attributes of clrMap or of a layout's own map: bg1 to lt1.</param>
/// <param name="scheme">The theme's clrScheme.</param>
internal sealed class ThemeColors(XElement? map, XElement? scheme)
{
    /// <summary>The colour inside a solidFill, a gradient's stop, a reference, or a clrScheme entry.</summary>
    /// <param name="own">What phClr stands for.</param>
    /// <returns>Null for what is not known.</returns>
    public Rgb? Of(XElement? holder, Rgb? own = null)
    {
        if (holder?.Elements().FirstOrDefault(element => element.Name.LocalName.EndsWith("Clr", StringComparison.Ordinal)) is not { } color)
        {
            return null;
        }

        var value = (string?)color.Attribute("val") ?? "";
        Rgb? plain = color.Name.LocalName switch
        {
            "srgbClr" => Hexadecimal(value),
            "sysClr" => Hexadecimal((string?)color.Attribute("lastClr") ?? (value == "window" ? "FFFFFF" : "000000")),
            "prstClr" => value switch { "black" => new Rgb(0, 0, 0), "white" => new Rgb(1, 1, 1), _ => null },
            "schemeClr" => value == "phClr" ? own : Scheme(value),
            _ => null,
        };
        return plain is { } known ? color.Elements().Aggregate(known, Changed) : null;
    }

    /// <summary>A colour of the scheme by its name on slides: tx1, bg1, hlink.</summary>
    public Rgb? Scheme(string name) => Of(scheme?.Element(SlideXml.A + ((string?)map?.Attribute(name) ?? name)));

    private static Rgb? Hexadecimal(string text) => text.Length == 6 && int.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
        ? new Rgb((value >> 16) / 255.0, (value >> 8 & 255) / 255.0, (value & 255) / 255.0)
        : null;

    private static Rgb Changed(Rgb color, XElement change)
    {
        var share = (SlideXml.Number(change, "val") ?? 100000) / 100000.0;
        return change.Name.LocalName switch
        {
            "tint" => color.Each(channel => Rgb.Screen(Rgb.Linear(channel) * share + 1 - share)),
            "shade" => color.Each(channel => Rgb.Screen(Rgb.Linear(channel) * share)),
            "lumMod" => WithLightness(color, lightness => lightness * share),
            "lumOff" => WithLightness(color, lightness => lightness + share),
            _ => color,
        };
    }

    /// <summary>The lightness of hue, saturation and lightness changed, the other two kept.</summary>
    private static Rgb WithLightness(Rgb color, Func<double, double> change)
    {
        var (most, least) = (Math.Max(color.Red, Math.Max(color.Green, color.Blue)), Math.Min(color.Red, Math.Min(color.Green, color.Blue)));
        var (from, to) = ((most + least) / 2, Math.Clamp(change((most + least) / 2), 0, 1));
        double Spread(double lightness) => 1 - Math.Abs(2 * lightness - 1);
        var stretch = Spread(from) == 0 ? 0 : Spread(to) / Spread(from);
        return color.Each(channel => to + (channel - from) * stretch);
    }
}
