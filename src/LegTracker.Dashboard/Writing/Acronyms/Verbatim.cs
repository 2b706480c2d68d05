using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>Quotations: somebody else's words, which keep their own short forms and sentences.</summary>
internal static partial class Verbatim
{
    /// <summary>Where each quotation of a text begins and ends, its marks included.</summary>
    public static IReadOnlyList<(int Start, int End)> In(string text) => [.. Quotation().Matches(text).Select(match => (match.Index, match.Index + match.Length))];

    /// <summary>The blocks with "“…”" in place of each quotation, and without the sources: the list at the end, and the lines of a slide's notes.</summary>
    public static ImmutableArray<TextBlock> Without(IEnumerable<TextBlock> blocks, string sourcesTitle) =>
        [.. blocks.TakeWhile(block => block.Text.TrimStart('#', ' ') != sourcesTitle).Where(block => !SourceLine().IsMatch(block.Text)).Select(block => block with { Text = Quotation().Replace(block.Text, "“…”") })];

    [GeneratedRegex(@"^Source(?: \d+)?: ")]
    private static partial Regex SourceLine();

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quotation();
}
