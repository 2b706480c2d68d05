using LegTracker.Dashboard.Views;
using Spectre.Console;

namespace LegTracker.Dashboard.Terminal;

/// <summary>How each role looks, at one colour depth.</summary>
internal sealed class Theme
{
    private readonly Style[] plain;
    private readonly Style[] selected;

    private Theme(string name, Func<Role, bool, Style> look)
    {
        Name = name;
        var roles = Enum.GetValues<Role>();
        plain = [.. roles.Select(role => look(role, false))];
        selected = [.. roles.Select(role => look(role, true))];
    }

    public string Name { get; }

    /// <summary>The style of a role, on the row under the cursor or elsewhere.</summary>
    public Style this[Role role, bool isSelected] => isSelected ? selected[(int)role] : plain[(int)role];

    /// <summary>A theme by name ("dark", "light", "contrast", "colour-blind", "none"); unknown names give dark.</summary>
    public static Theme Named(string name, ColourDepth depth)
    {
        if (depth == ColourDepth.None || name == "none")
        {
            return new("none", (role, isSelected) => new Style(decoration: Attributes(role) | (isSelected ? Decoration.Invert : Decoration.None)));
        }

        var palette = Palette.All.FirstOrDefault(known => known.Name == name) ?? Palette.All[0];
        return new(palette.Name, depth == ColourDepth.Sixteen
            ? (role, isSelected) => Sixteen(palette, role, isSelected)
            : (role, isSelected) => Full(palette, role, isSelected));
    }

    private static Style Full(Palette palette, Role role, bool isSelected)
    {
        var (ink, _) = palette.Ink(role);
        var ground = isSelected ? palette.Cursor : IsBar(role) ? palette.Bar : palette.Ground;
        return new(Hex(ink), Hex(ground), Emphasis(role));
    }

    private static Style Sixteen(Palette palette, Role role, bool isSelected)
    {
        var (_, ink) = palette.Ink(role);
        return isSelected
            ? new(Color.FromInt32(palette.CursorInk16), Color.FromInt32(palette.Cursor16), Emphasis(role))
            : new(Color.FromInt32(ink), Color.FromInt32(IsBar(role) ? palette.Bar16 : palette.Ground16), Emphasis(role));
    }

    private static Color Hex(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    private static bool IsBar(Role role) => role is Role.Bar or Role.BarLive or Role.BarAlert or Role.BarClock;

    // With colours: weight where the eye should go first.
    private static Decoration Emphasis(Role role) => role switch
    {
        Role.Strong or Role.TabHere or Role.Unread or Role.BarAlert or Role.BarClock or Role.Problem => Decoration.Bold,
        Role.Match => Decoration.Bold | Decoration.Underline,
        _ => Decoration.None,
    };

    // Without colours: attributes alone must tell bar, cursor and weight apart.
    private static Decoration Attributes(Role role) => role switch
    {
        Role.Bar or Role.BarLive => Decoration.Invert,
        Role.BarAlert or Role.BarClock => Decoration.Invert | Decoration.Bold,
        Role.TabHere or Role.Strong or Role.Unread or Role.Warning or Role.Problem or Role.Key => Decoration.Bold,
        Role.Heading or Role.Input => Decoration.Underline,
        Role.Match => Decoration.Bold | Decoration.Underline,
        _ => Decoration.None,
    };
}
