using System.Globalization;
using Spectre.Console;

namespace LegTracker.Dashboard.Terminal;

/// <summary>Styles as small numbers, and the shortest code from one to another at the terminal's colour depth.</summary>
internal sealed class StyleTable(ColourDepth depth)
{
    private const Decoration Known = Decoration.Bold | Decoration.Dim | Decoration.Italic | Decoration.Underline | Decoration.Invert | Decoration.Strikethrough;

    private readonly Dictionary<Style, ushort> numbers = [];
    private readonly List<(string Ink, string Ground, Decoration Decoration)> codes = [];

    public ushort Number(Style style)
    {
        if (!numbers.TryGetValue(style, out var number))
        {
            number = (ushort)codes.Count;
            numbers.Add(style, number);
            codes.Add((ColourCodes.Of(style.Foreground, depth, ground: false), ColourCodes.Of(style.Background, depth, ground: true), style.Decoration & Known));
        }

        return number;
    }

    /// <summary>The sequence from a style (−1: not known) to another; empty when they look the same.</summary>
    public string Change(int from, int to)
    {
        var (ink, ground, decoration) = codes[to];
        if (from < 0 || codes[from].Decoration != decoration)
        {
            return $"\e[0{Codes(decoration)}{Join(ink)}{Join(ground)}m";
        }

        var changed = $"{(codes[from].Ink == ink ? "" : Join(ink.Length > 0 ? ink : "39"))}{(codes[from].Ground == ground ? "" : Join(ground.Length > 0 ? ground : "49"))}";
        return changed.Length == 0 ? "" : $"\e[{changed[1..]}m";
    }

    private static string Join(string code) => code.Length == 0 ? "" : ";" + code;

    private static string Codes(Decoration decoration) => string.Concat(
        new[] { (Decoration.Bold, 1), (Decoration.Dim, 2), (Decoration.Italic, 3), (Decoration.Underline, 4), (Decoration.Invert, 7), (Decoration.Strikethrough, 9) }
            .Where(pair => decoration.HasFlag(pair.Item1)).Select(pair => ";" + pair.Item2.ToString(CultureInfo.InvariantCulture)));
}
