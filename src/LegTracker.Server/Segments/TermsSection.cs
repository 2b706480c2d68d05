using System.Collections.Frozen;
using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>The last section: the short forms and the words of the process that the segment's own sentences use, and how to read its quotations.</summary>
internal static class TermsSection
{
    /// <summary>Words that the listeners use themselves and that a list would only make longer by.</summary>
    private static readonly FrozenSet<string> Everyday =
        FrozenSet.ToFrozenSet(["author", "bill", "committee", "effective date", "hearing", "majority vote", "measure", "title", "veto"], StringComparer.Ordinal);

    public static SegmentSection Of(IReadOnlyDictionary<string, string> shortForms, IReadOnlyCollection<SegmentSection> sections, DateTimeOffset read)
    {
        var items = sections.SelectMany(section => section.Items).ToList();
        var words = items.SelectMany(item => item.Claims)
            .Where(claim => claim.Kind == ClaimKind.Auto)
            .SelectMany(claim => ProcessTerms.In(claim.Text))
            .Distinct()
            .Where(term => !Everyday.Contains(term.Name) && !shortForms.Values.Contains(term.Name, StringComparer.OrdinalIgnoreCase))
            .Select(term => Item(term.Name, $"{term.Name}: {term.Explanation}", term.Source, read));
        var terms = shortForms
            .Select(term => (Short: term.Key, Meaning: Meaning(term.Key, term.Value)))
            .Append((Short: "CSEC", Meaning: "commercial sexual exploitation of children, as in the Action Team's name"))
            .Select(term => Item(term.Short, $"{term.Short}: {term.Meaning}.", "LegTracker's list of terms", read));
        var reading = items.Any(item => !item.Changes.IsEmpty)
            ? [Item("", "Lines in quotation marks are the Legislature's own words and keep its own short forms, such as Com. for committee.", "LegTracker's list of terms", read)]
            : Array.Empty<SegmentItem>();
        return new SegmentSection(SectionKind.Terms, "Terms", [.. terms.Concat(words).OrderBy(item => item.Heading, StringComparer.OrdinalIgnoreCase), .. reading]);
    }

    private static string Meaning(string shortForm, string longForm) => shortForm switch
    {
        "AB" => "Assembly Bill, a proposed or enacted law that began in the Assembly",
        "SB" => "Senate Bill, a proposed or enacted law that began in the Senate",
        "HR" or "SR" => $"{longForm}, a statement of one house alone, which is no law",
        "ACR" or "SCR" => $"{longForm}, a statement of both houses, which is no law",
        "AJR" or "SJR" => $"{longForm}, a message of both houses to the federal government",
        "ACA" or "SCA" => $"{longForm}, a change of the State's Constitution that the voters decide on",
        _ => longForm,
    };

    private static SegmentItem Item(string heading, string text, string document, DateTimeOffset read)
    {
        var source = new ClaimSource("", document, "", "");
        return new SegmentItem(null, heading, [new Claim("", text, ClaimKind.Human, source, read, "")], [], "");
    }
}
