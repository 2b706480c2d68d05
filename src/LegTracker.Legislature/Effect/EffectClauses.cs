using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>Reads the clauses with which an act claims to take effect at once.</summary>
internal static partial class EffectClauses
{
    private const int LongestSentence = 2000;

    public static EffectFacts Read(string text)
    {
        var facts = EffectFacts.None;
        foreach (var sentence in BillSentences.Of(text, LongestSentence).Where(sentence => AtOnce().IsMatch(sentence) && OfThisAct().IsMatch(sentence)))
        {
            var claim = SourceText.Clean(sentence);
            facts = facts with
            {
                Urgency = facts.Urgency ?? Claim(claim, "urgency statute"),
                TaxLevy = facts.TaxLevy ?? Claim(claim, "tax levy"),
                CallsElection = facts.CallsElection ?? Claim(claim, "calls an election", "call an election", "calling an election", "calls a special election"),
                UsualCurrentExpenses = facts.UsualCurrentExpenses ?? Claim(claim, "usual current expenses", "usual and current expenses"),
                BudgetRelated = facts.BudgetRelated ?? Claim(claim, "related to the budget bill"),
            };
        }

        return facts;
    }

    private static bool? Claim(string claim, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (claim.Contains(word, StringComparison.OrdinalIgnoreCase))
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
