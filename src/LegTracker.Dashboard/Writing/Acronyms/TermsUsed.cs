using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>The terms that a document uses: a list holds the short forms that stand before it, and no others. Pure.</summary>
internal static class TermsUsed
{
    private const string Document = "LegTracker's glossary";

    /// <summary>The segment with the meaning of each short form that the glossary knows and its own list of terms lacks.</summary>
    public static SegmentContent WithAll(SegmentContent content, FieldGlossary glossary)
    {
        var listed = content.Parts.Where(part => part.Kind == PartKind.Terms).SelectMany(part => part.Entries).Select(entry => entry.Heading).ToHashSet();
        var added = Texts(content).SelectMany(text => InPlain(text, glossary)).Distinct().Where(form => !listed.Contains(form))
            .Select(glossary.Find).OfType<FieldTerm>().Where(term => term.Long.Length > 0)
            .Select(term => new SegmentEntry("", term.Short, [Statement(term, Wording.AsOfTime(content))], [], ""))
            .ToImmutableArray();
        if (added.IsEmpty)
        {
            return content;
        }

        var terms = content.Parts.FirstOrDefault(part => part.Kind == PartKind.Terms);
        return content with
        {
            Parts = terms is null
                ? [.. content.Parts, new SegmentPart(PartKind.Terms, "Terms", ByAlphabet(added))]
                : [.. content.Parts.Select(part => ReferenceEquals(part, terms) ? part with { Entries = ByAlphabet(part.Entries.AddRange(added)) } : part)],
        };
    }

    /// <summary>A list of terms without the short forms that none of the blocks uses.</summary>
    public static SegmentPart Only(SegmentPart terms, IEnumerable<HandOutBlock> blocks) => Only(terms, HandOutBlock.Texts(blocks));

    /// <param name="texts">What is read before the list.</param>
    public static SegmentPart Only(SegmentPart terms, IReadOnlyCollection<string> texts) =>
        terms with { Entries = [.. terms.Entries.Where(entry => !IsShortForm(entry) || texts.Any(text => Uses(text, entry.Heading)))] };

    /// <summary>For a place that holds a few of them: the words of the process can wait, a short form that stands on a slide cannot.</summary>
    public static SegmentPart ShortFormsFirst(SegmentPart terms) => terms with { Entries = [.. terms.Entries.OrderBy(entry => !IsShortForm(entry))] };

    // What has no heading tells of the list as a whole.
    private static ImmutableArray<SegmentEntry> ByAlphabet(ImmutableArray<SegmentEntry> entries) =>
        [.. entries.OrderBy(entry => entry.Heading.Length == 0).ThenBy(entry => entry.Heading, StringComparer.OrdinalIgnoreCase)];

    private static bool IsShortForm(SegmentEntry entry) => entry.Heading.Length > 1 && entry.Heading.Count(char.IsUpper) > 1;

    private static bool Uses(string text, string form)
    {
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            var end = at + form.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]) || (text[end] == 's' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> InPlain(string text, FieldGlossary glossary)
    {
        var quoted = Verbatim.In(text);
        return ShortForms.In(text, glossary).Where(form => !quoted.Any(quote => form.Index >= quote.Start && form.Index < quote.End)).Select(form => form.Short);
    }

    private static IEnumerable<string> Texts(SegmentContent content) => content.Parts.Where(part => part.Kind != PartKind.Terms)
        .SelectMany(part => part.Entries).SelectMany(entry => entry.Statements.Concat(entry.Changes)).Select(statement => statement.Text);

    private static SegmentStatement Statement(FieldTerm term, DateTimeOffset asOf) =>
        new($"{term.Short}: {term.Long}{(term.Plain.Length > 0 ? $", {term.Plain}" : "")}.", StatementKind.Human, new StatementSource("", Document, "", ""), asOf, "") { Id = $"term-{term.Short}" };
}
