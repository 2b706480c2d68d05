using System.Collections.Immutable;

namespace LegTracker.Dashboard.Writing.Edited;

/// <summary>Holds an edited deck's words against those it was written with. The order of slides and paragraphs is not compared. Pure.</summary>
internal static class DeckComparison
{
    /// <summary>From here on two texts are one that was changed.</summary>
    private const double Alike = 0.4;

    /// <returns>In the order of the edited deck's slides, then what was on slides that are gone; empty when nothing was edited.</returns>
    public static ImmutableArray<DeckEdit> Of(ImmutableArray<DeckSlide> written, ImmutableArray<DeckSlide> edited, ImmutableArray<RecordedClaim> claims)
    {
        var pairs = Pairs(written, edited, (one, other) => one.Title.Length > 0 && one.Title == other.Title ? 1
            : Likeness(string.Join(' ', one.Text), string.Join(' ', other.Text)));
        return
        [
            .. pairs.OrderBy(pair => pair.After ?? int.MaxValue).ThenBy(pair => pair.Before).SelectMany(pair =>
            {
                var (before, after) = (pair.Before is { } one ? written[one] : null, pair.After is { } other ? edited[other] : null);
                return Edits(before?.Text ?? [], after?.Text ?? [], false).Concat(Edits(before?.Notes ?? [], after?.Notes ?? [], true));

                IEnumerable<DeckEdit> Edits(ImmutableArray<string> from, ImmutableArray<string> to, bool inNotes) =>
                    Pairs(from, to, (text, now) => text == now ? 1 : Likeness(text, now))
                        .Select(texts => (Before: texts.Before is { } at ? from[at] : "", After: texts.After is { } now ? to[now] : ""))
                        .Where(texts => texts.Before != texts.After)
                        .Select(texts => new DeckEdit(
                            texts.Before.Length == 0 ? EditKind.Added : texts.After.Length == 0 ? EditKind.Removed : EditKind.Changed,
                            pair.After + 1 ?? 0, pair.Before + 1 ?? 0, inNotes, texts.Before, texts.After, ClaimOf(texts.Before, claims)));
            }),
        ];
    }

    /// <summary>Pairs the most alike first; the same ones before all others, in order. What is left stands alone.</summary>
    private static List<(int? Before, int? After)> Pairs<T>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, T, double> likeness)
    {
        var candidates =
            from one in Enumerable.Range(0, before.Length)
            from other in Enumerable.Range(0, after.Length)
            let value = likeness(before[one], after[other])
            where value >= Alike
            orderby value descending, Math.Abs(one - other), one
            select (one, other);
        var pairs = new List<(int? Before, int? After)>();
        var (usedBefore, usedAfter) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (one, other) in candidates)
        {
            if (!usedBefore.Contains(one) && !usedAfter.Contains(other))
            {
                usedBefore.Add(one);
                usedAfter.Add(other);
                pairs.Add((one, other));
            }
        }

        pairs.AddRange(Enumerable.Range(0, before.Length).Where(at => !usedBefore.Contains(at)).Select(at => ((int?)at, (int?)null)));
        pairs.AddRange(Enumerable.Range(0, after.Length).Where(at => !usedAfter.Contains(at)).Select(at => ((int?)null, (int?)at)));
        return [.. pairs.OrderBy(pair => pair.Before ?? int.MaxValue).ThenBy(pair => pair.After)];
    }

    /// <summary>Share of words that two texts have in common, below 1 for texts that are not the same.</summary>
    private static double Likeness(string one, string other)
    {
        var (left, right) = (one.Split(' ').ToHashSet(), other.Split(' ').ToHashSet());
        return 0.99 * 2 * left.Count(right.Contains) / (left.Count + right.Count);
    }

    /// <summary>The claim with the most words that the text holds.</summary>
    private static string ClaimOf(string text, ImmutableArray<RecordedClaim> claims) =>
        text.Length == 0 ? "" : claims.Where(claim => claim.Texts.Any(said => said.Length > 0 && text.Contains(said, StringComparison.Ordinal)))
            .MaxBy(claim => claim.Texts.Max(said => said.Length))?.Id ?? "";
}
