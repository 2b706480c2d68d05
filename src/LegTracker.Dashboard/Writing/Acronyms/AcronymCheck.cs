using System.Collections.Immutable;

namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>
/// Holds a document against its readers' rule: every short form written out at its first use, once, in its own words, and the same
/// throughout. Pure.
/// </summary>
internal static class AcronymCheck
{
    /// <param name="document">In reading order; a deck's notes are a document of their own.</param>
    /// <returns>One finding a short form and fault, by where it is seen first; then each wrong use of CSEC.</returns>
    public static ImmutableArray<AcronymFinding> Of(IEnumerable<TextBlock> document, FieldGlossary glossary)
    {
        var blocks = document.ToList();
        var seen = new Dictionary<string, Record>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            foreach (var form in ShortForms.In(block.Text, glossary))
            {
                var term = glossary.Find(form.Short);
                if (!seen.TryGetValue(form.Short, out var record))
                {
                    record = new Record(form.Short, term, seen.Count);
                    seen.Add(form.Short, record);
                }

                record.Take(block.Place, WrittenOut.Beside(block.Text, form, term));
            }
        }

        return [.. seen.Values.OrderBy(record => record.Order).SelectMany(record => record.Findings()), .. CsecSense.Of(blocks, seen.GetValueOrDefault("CSEC")?.Meaning)];
    }

    /// <summary>How many different short forms a document uses.</summary>
    public static int Count(IEnumerable<TextBlock> blocks, FieldGlossary glossary) =>
        blocks.SelectMany(block => ShortForms.In(block.Text, glossary)).Select(form => form.Short).Distinct().Count();

    private sealed class Record(string shortForm, FieldTerm? term, int order)
    {
        private readonly List<(string Place, WrittenOut Words)> writtenOut = [];
        private int uses;
        private string? first;
        private string? usedBefore;

        public int Order => order;

        /// <summary>The long form of the glossary that it is written out in first.</summary>
        public string? Meaning => writtenOut.Select(one => one.Words.Known).FirstOrDefault(known => known is not null);

        public void Take(string place, WrittenOut? words)
        {
            uses++;
            first ??= place;
            if (words is not null)
            {
                writtenOut.Add((place, words));
            }
            else if (writtenOut.Count == 0)
            {
                usedBefore ??= place;
            }
        }

        public IEnumerable<AcronymFinding> Findings()
        {
            if (writtenOut.Count == 0)
            {
                yield return Found(AcronymFault.NeverWrittenOut, first!, $"{shortForm} is never written out ({Times(uses, "use")}): {Advice()}.");
                yield break;
            }

            if (usedBefore is not null)
            {
                yield return Found(AcronymFault.WrittenOutLate, usedBefore, $"{shortForm} is used here and written out only at {writtenOut[0].Place}: write it out here.");
            }

            if (writtenOut.Count > 1)
            {
                yield return Found(AcronymFault.WrittenOutAgain, writtenOut[1].Place, $"{shortForm} is written out {writtenOut.Count} times ({string.Join(", ", writtenOut.Select(one => one.Place))}): once is enough, use {shortForm} after it.");
            }

            if (term is not null && writtenOut.FirstOrDefault(one => one.Words.Known is null) is { Words: { } other, Place: { } where })
            {
                yield return Found(AcronymFault.Misnamed, where, $"{shortForm} is written out as “{other.Words}”; its own name is {term.Name}.");
            }

            var meanings = writtenOut.Select(one => one.Words.Known).OfType<string>().Where(known => term?.Meanings.Contains(known) == true).Distinct().ToList();
            if (meanings.Count > 1)
            {
                yield return Found(AcronymFault.TwoMeanings, writtenOut[1].Place, $"{shortForm} stands for {string.Join(" and for ", meanings)}: a document means one of them.");
            }
        }

        private string Advice() => term switch
        {
            null => "the glossary does not know it; write it out at its first use, or add it to the glossary",
            { Meanings.Count: > 0 } => $"it may mean {term.Name}; write out the one that is meant at its first use, followed by ({shortForm})",
            _ when uses == 1 => $"write {term.Long} in its place; a short form that is used once helps nobody",
            _ => $"write {term.Long} ({shortForm}) at its first use",
        };

        private AcronymFinding Found(AcronymFault fault, string place, string sentence) => new(shortForm, fault, place, sentence);

        private static string Times(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
    }
}
