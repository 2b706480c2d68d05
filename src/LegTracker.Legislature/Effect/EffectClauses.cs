using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>Reads the clauses with which an act claims to take effect at once.</summary>
internal static partial class EffectClauses
{
    private const int LongestSentence = 2000;

    public static EffectFacts Read(string text)
    {
        var facts = EffectFacts.None;
        foreach (var range in BillSentences.Of(text))
        {
            if (range.End.Value - range.Start.Value > LongestSentence)
            {
                continue;
            }

            var sentence = text[range];
            if (!AtOnce().IsMatch(sentence) || !OfThisAct().IsMatch(sentence))
            {
                continue;
            }

            facts = facts with
            {
                Urgency = facts.Urgency ?? Claim(sentence, "urgency statute"),
                TaxLevy = facts.TaxLevy ?? Claim(sentence, "tax levy"),
                CallsElection = facts.CallsElection ?? Claim(sentence, "calls an election", "call an election", "calling an election", "calls a special election"),
                UsualCurrentExpenses = facts.UsualCurrentExpenses ?? Claim(sentence, "usual current expenses", "usual and current expenses"),
                BudgetRelated = facts.BudgetRelated ?? Claim(sentence, "related to the budget bill"),
            };
        }

        return facts;
    }

    private static bool? Claim(string sentence, params ReadOnlySpan<string> words)
    {
        var clean = SourceText.Clean(sentence);
        foreach (var word in words)
        {
            if (clean.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:go|goes|went)\s{1,9}into\s{1,9}(?:immediate\s{1,9}effect|effect\s{1,9}immediately)\b|\btake\s{1,9}(?:effect\s{1,9}immediately|immediate\s{1,9}effect)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AtOnce();

    [GeneratedRegex(@"^(?:\(\w{1,5}\)\s{0,9})?(?:This|The)\s{1,9}(?:act|bill)\b")]
    private static partial Regex OfThisAct();
}
