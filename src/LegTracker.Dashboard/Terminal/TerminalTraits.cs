namespace LegTracker.Dashboard.Terminal;

/// <summary>What the environment says of a terminal.</summary>
/// <param name="IsUtf8">The locale's character set is UTF-8.</param>
internal sealed record TerminalTraits(ColourDepth Depth, bool IsUtf8)
{
    /// <summary>Reads the usual variables; NO_COLOR counts when it is not empty (no-color.org).</summary>
    public static TerminalTraits Read(Func<string, string?> variable)
    {
        var term = variable("TERM") ?? "";
        var depth = variable("NO_COLOR") is { Length: > 0 } || term is "" or "dumb" ? ColourDepth.None
            : variable("COLORTERM") is "truecolor" or "24bit" || term.EndsWith("-direct", StringComparison.Ordinal) ? ColourDepth.TrueColour
            : term.Contains("256color", StringComparison.Ordinal) ? ColourDepth.TwoHundredFiftySix
            : ColourDepth.Sixteen;
        var locale = First(variable, "LC_ALL", "LC_CTYPE", "LANG").Replace("-", "", StringComparison.Ordinal);
        return new(depth, locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase));
    }

    private static string First(Func<string, string?> variable, params string[] names) =>
        names.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
}
