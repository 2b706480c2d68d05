using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>What people wrote of a bill as facts of its detail: the words, and below them who wrote them.</summary>
internal static class TextFacts
{
    public static IEnumerable<Fact> Of(Bill bill)
    {
        if (bill.PositionAuthor.Length > 0)
        {
            yield return new Fact("Position", $"{bill.Position} (recorded by {bill.PositionAuthor})");
        }

        if (bill.Sponsors.Count > 0)
        {
            yield return new Fact("Sponsors", string.Join(", ", bill.Sponsors));
        }

        foreach (var (label, text) in ApiWords.TextsOf(bill))
        {
            yield return new Fact(label, text.Text.Replace("\n", " / ", StringComparison.Ordinal));
            yield return new Fact("", text.Author
                + (text.WrittenForOlderVersion ? "; written for an older version: check" : "")
                + (text.ReviewedBy.Length > 0 ? $"; read over by {text.ReviewedBy}" : ""));
        }
    }
}
