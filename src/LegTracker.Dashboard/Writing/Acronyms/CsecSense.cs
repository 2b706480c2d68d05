using System.Text.RegularExpressions;

namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>
/// CSEC beside words that it does not go with: it names children in both of its meanings, so "CSEC youth" says them twice; and children are not
/// experienced, so "experiencing CSEC" is wrong where a document means the children by it. Quotations and names such as "CSEC Youth Council" are left
/// in peace. Pure.
/// </summary>
internal static partial class CsecSense
{
    private const string Short = "CSEC";

    /// <param name="meaning">The long form that the document chose; null when it wrote none out.</param>
    public static IEnumerable<AcronymFinding> Of(IEnumerable<TextBlock> blocks, string? meaning)
    {
        var isOfChildren = meaning?.StartsWith("commercially sexually exploited", StringComparison.OrdinalIgnoreCase) == true;
        foreach (var block in blocks)
        {
            var quoted = Verbatim.In(block.Text);
            var matches = People().Matches(block.Text).Concat(isOfChildren ? Experience().Matches(block.Text) : Enumerable.Empty<Match>());
            foreach (var match in matches.Where(match => !quoted.Any(quote => match.Index >= quote.Start && match.Index < quote.End)).OrderBy(match => match.Index))
            {
                yield return new AcronymFinding(Short, AcronymFault.WrongSense, block.Place, $"“{match.Value}”: {Advice(match)}.");
            }
        }
    }

    private static string Advice(Match match) =>
        match.Groups["children"] is { Success: true, Value: var children } ? $"CSEC has the children in it already; write: commercially sexually exploited {children}"
        : match.Groups["harmed"] is { Success: true, Value: var harmed } ? $"CSEC has the children in it already; write: {harmed} of commercial sexual exploitation"
        : $"CSEC stands for the children here; write: {match.Groups["verb"].Value} commercial sexual exploitation";

    [GeneratedRegex(@"\bCSEC[ \u00A0-](?:(?<children>(?i:youths?|young people|child(?:ren)?|kids?|minors?|girls?|boys?|teens?|teenagers?|adolescents?))|(?<harmed>(?i:victims?|survivors?)))\b(?![ \u00A0]\p{Lu})")]
    private static partial Regex People();

    [GeneratedRegex(@"\b(?<verb>(?i:experienc(?:e|es|ed|ing)|suffer(?:s|ed|ing)?|endur(?:e|es|ed|ing)))[ \u00A0]CSEC\b(?!-)")]
    private static partial Regex Experience();
}
