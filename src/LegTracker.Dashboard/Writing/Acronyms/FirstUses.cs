using System.Collections.Immutable;
using System.Text;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>
/// Writes a document's short forms out where they stand first, in LegTracker's own sentences alone: what a person or a source worded stays as it is,
/// and so does a form with several meanings, a possessive, and every quotation. Pure.
/// </summary>
internal sealed class FirstUses
{
    // Said with their numbers, so they stay even when used once.
    private static readonly HashSet<string> BillPrefixes = new(StringComparer.Ordinal) { "AB", "SB", "ACA", "SCA", "ACR", "SCR", "AJR", "SJR", "HR", "SR" };

    private readonly FieldGlossary glossary;
    private readonly Dictionary<string, int> uses;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    private FirstUses(FieldGlossary glossary, Dictionary<string, int> uses)
    {
        this.glossary = glossary;
        this.uses = uses;
    }

    /// <param name="blocks">The document in reading order.</param>
    /// <param name="before">What a reader has read before it: what is written out there is known.</param>
    public static ImmutableArray<HandOutBlock> In(ImmutableArray<HandOutBlock> blocks, FieldGlossary glossary, IEnumerable<string> before)
    {
        var read = before.ToList();
        var writer = new FirstUses(glossary, Count(read.Concat(HandOutBlock.Texts(blocks)), glossary));
        read.ForEach(text => writer.Rewrite(text, mayChange: false));
        return [.. blocks.Select(block => block.Rewritten(writer.Rewrite))];
    }

    /// <param name="texts">The document in reading order, each text with whether it may be changed.</param>
    public static ImmutableArray<string> InTexts(ImmutableArray<(string Text, bool MayChange)> texts, FieldGlossary glossary)
    {
        var writer = new FirstUses(glossary, Count(texts.Select(text => text.Text), glossary));
        return [.. texts.Select(text => writer.Rewrite(text.Text, text.MayChange))];
    }

    /// <summary>Texts as they read where every short form is known: "Assembly Bill (AB) 1394" is "AB 1394".</summary>
    public static Func<string, string> Shortened(FieldGlossary glossary)
    {
        var writer = new FirstUses(glossary, []);
        writer.known.UnionWith(glossary.Terms.Select(term => term.Short));
        return text => writer.Rewrite(text, mayChange: true);
    }

    private static Dictionary<string, int> Count(IEnumerable<string> texts, FieldGlossary glossary) =>
        texts.SelectMany(text => ShortForms.In(text, glossary)).CountBy(form => form.Short).ToDictionary();

    private string Rewrite(string text, bool mayChange)
    {
        var quoted = Verbatim.In(text);
        var written = new StringBuilder();
        var at = 0;
        foreach (var form in ShortForms.In(text, glossary).Where(form => !quoted.Any(quote => form.Index >= quote.Start && form.Index < quote.End)).OrderBy(form => form.Index))
        {
            if (glossary.Find(form.Short) is not { Long.Length: > 0 } term)
            {
                continue;
            }

            var beside = WrittenOut.Beside(text, form, term);
            if (beside is not null)
            {
                if (!known.Add(form.Short) && mayChange)
                {
                    at = Shorten(text, written, at, form, term);
                }
            }
            else if (mayChange && !known.Contains(form.Short) && !IsPossessive(text, form))
            {
                at = WriteOut(text, written, at, form, term);
                known.Add(form.Short);
            }
        }

        return at == 0 ? text : written.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>"AB" becomes "Assembly Bill (AB)"; a short form that the document uses once becomes its long form alone.</summary>
    private int WriteOut(string text, StringBuilder written, int at, ShortForm form, FieldTerm term)
    {
        written.Append(text, at, form.Index - at);
        var plural = form.Length > form.Short.Length ? "s" : "";
        var words = term.Long + plural;
        if (IsSentenceStart(text, form.Index))
        {
            words = char.ToUpperInvariant(words[0]) + words[1..];
        }

        FitArticle(written, words[0]);
        written.Append(BillPrefixes.Contains(form.Short) || uses[form.Short] > 1 ? $"{words} ({form.Short}{plural})" : words);
        return form.Index + form.Length;
    }

    /// <summary>"Assembly Bill (AB)" becomes "AB", where a reader knows it by now; a long form that is printed in another way stays.</summary>
    private static int Shorten(string text, StringBuilder written, int at, ShortForm form, FieldTerm term)
    {
        var end = form.Index + form.Length;
        foreach (var words in term.LongForms.SelectMany(words => new[] { words + "s (", words + " (" }))
        {
            var start = form.Index - words.Length;
            if (start >= at && end < text.Length && text[end] == ')' && string.Compare(text, start, words, 0, words.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                written.Append(text, at, start - at).Append(text, form.Index, form.Length);
                return end + 1;
            }
        }

        return at;
    }

    // "an MOU" becomes "a memorandum of understanding": the article follows the word that now comes first.
    private static void FitArticle(StringBuilder written, char first)
    {
        var vowel = "aeiouAEIOU".Contains(first, StringComparison.Ordinal);
        foreach (var (article, fit) in new[] { ("an ", vowel ? "an " : "a "), ("a ", vowel ? "an " : "a ") })
        {
            var start = written.Length - article.Length;
            if (start >= 0 && (start == 0 || written[start - 1] is ' ' or '(')
                && string.Equals(written.ToString(start, article.Length), article, StringComparison.OrdinalIgnoreCase))
            {
                var isCapital = written[start] == 'A';
                written.Length = start;
                written.Append(isCapital ? "A" + fit[1..] : fit);
                return;
            }
        }
    }

    private static bool IsSentenceStart(string text, int index) => index == 0 || (index >= 2 && text[index - 1] == ' ' && text[index - 2] is '.' or '?' or '!');

    private static bool IsPossessive(string text, ShortForm form) =>
        form.Index + form.Length < text.Length && text[form.Index + form.Length] is '\'' or '’';
}
