using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LegTracker.Server.Discovery;

/// <summary>A section of a code that a topic watches: <c>Penal Code 236.1</c>; with <c>*</c> at its end also its decimals, <c>Penal Code 311*</c> being 311, 311.1 and 311.11 but not 3110.</summary>
internal sealed partial record SectionPattern
{
    private readonly string stem;
    private readonly bool open;

    private SectionPattern(string text) => (Text, stem, open) = (text, text.TrimEnd('*'), text.EndsWith('*'));

    public string Text { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out SectionPattern? pattern)
    {
        var match = Written().Match(text ?? "");
        pattern = match.Success ? new SectionPattern($"{match.Groups["code"].Value} {match.Groups["section"].Value}") : null;
        return pattern is not null;
    }

    /// <param name="section">As a bill's title names it: <c>Penal Code 311.1</c>.</param>
    public bool Matches(string section) => string.Equals(section, stem, StringComparison.OrdinalIgnoreCase)
        || (open && section.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
            && (stem.Contains('.', StringComparison.Ordinal) || !char.IsAsciiDigit(section[stem.Length])));

    public override string ToString() => Text;

    [GeneratedRegex(@"^\s*(?<code>[A-Z][A-Za-z]*(?: [A-Za-z]+)* Code|Code of Civil Procedure)\s+(?<section>[0-9]{1,6}[a-z]{0,2}(?:\.[0-9]{0,5}[a-z]{0,2})*\*?)\s*$")]
    private static partial Regex Written();
}
