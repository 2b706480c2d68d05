using System.Collections.Immutable;

namespace LegTracker.Server.Segments;

/// <summary>The last section: the short forms that the segment uses, and how to read its quotations.</summary>
internal static class TermsSection
{
    public static SegmentSection Of(IReadOnlyDictionary<string, string> shortForms, bool quotesLines, DateTimeOffset asOf)
    {
        var terms = shortForms
            .Select(term => (Short: term.Key, Meaning: Meaning(term.Key, term.Value)))
            .Append((Short: "CSEC", Meaning: "commercial sexual exploitation of children, as in the Action Team's name"))
            .OrderBy(term => term.Short is "AB" or "SB" or "CSEC" ? 0 : 1)
            .ThenBy(term => term.Short, StringComparer.Ordinal)
            .Select(term => Item(term.Short, $"{term.Short}: {term.Meaning}.", asOf));
        var reading = quotesLines
            ? [Item("", "Lines in quotation marks are the Legislature's own words and keep its own short forms, such as Com. for committee.", asOf)]
            : Array.Empty<SegmentItem>();
        return new SegmentSection(SectionKind.Terms, "Terms", [.. terms, .. reading]);
    }

    private static string Meaning(string shortForm, string longForm) => shortForm switch
    {
        "AB" => "Assembly Bill, a proposed or enacted law that began in the Assembly",
        "SB" => "Senate Bill, a proposed or enacted law that began in the Senate",
        _ => longForm,
    };

    private static SegmentItem Item(string heading, string text, DateTimeOffset asOf)
    {
        var source = new ClaimSource("", "LegTracker's list of terms", "", "");
        return new SegmentItem(null, heading, [new Claim("", text, ClaimKind.Human, source, asOf, "")], [], "");
    }
}
