using Spectre.Console;

namespace LegTracker.Dashboard.Terminal;

/// <summary>Colours as SGR parameters, brought down to what a terminal shows.</summary>
internal static class ColourCodes
{
    private static readonly int[] Levels = [0, 95, 135, 175, 215, 255];

    // The sixteen as Spectre numbers them, so that a hand-made table comes back out as it went in.
    private static readonly Color[] Sixteen = [.. Enumerable.Range(0, 16).Select(Color.FromInt32)];

    /// <summary>The parameter, empty for the terminal's own colour.</summary>
    public static string Of(Color colour, ColourDepth depth, bool ground)
    {
        if (colour == Color.Default || depth == ColourDepth.None)
        {
            return "";
        }

        return depth switch
        {
            ColourDepth.TrueColour => FormattableString.Invariant($"{(ground ? 48 : 38)};2;{colour.R};{colour.G};{colour.B}"),
            ColourDepth.TwoHundredFiftySix => FormattableString.Invariant($"{(ground ? 48 : 38)};5;{Nearest256(colour)}"),
            _ => Named(Nearest16(colour), ground),
        };
    }

    private static string Named(int number, bool ground) =>
        FormattableString.Invariant($"{(number < 8 ? 30 + number : 82 + number) + (ground ? 10 : 0)}");

    private static int Nearest16(Color colour) => Enumerable.Range(0, 16).MinBy(number => Distance(colour, Sixteen[number].R, Sixteen[number].G, Sixteen[number].B));

    // The cube or the grey ramp, whichever is nearer; the first sixteen are the user's own and not used.
    private static int Nearest256(Color colour)
    {
        var (r, g, b) = (Level(colour.R), Level(colour.G), Level(colour.B));
        var grey = Math.Clamp(((colour.R + colour.G + colour.B) / 3 - 3) / 10, 0, 23);
        var shade = 8 + (10 * grey);
        return Distance(colour, shade, shade, shade) < Distance(colour, Levels[r], Levels[g], Levels[b]) ? 232 + grey : 16 + (36 * r) + (6 * g) + b;
    }

    private static int Level(int value) => Enumerable.Range(0, 6).MinBy(level => Math.Abs(Levels[level] - value));

    private static int Distance(Color colour, int r, int g, int b)
    {
        var (red, green, blue) = (colour.R - r, colour.G - g, colour.B - b);
        return (3 * red * red) + (6 * green * green) + (blue * blue * 2);
    }
}
