using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Catalog;

namespace LegTracker.Server.Discovery;

/// <summary>Finds the bills that belong to a bill, by the code sections that their newest versions touch. Nothing is guessed: no shared section, no relation.</summary>
internal sealed partial class Relations(ITextSearch texts)
{
    private const int Most = 20;

    // Half of the words that carry meaning.
    private const double Similar = 0.5;

    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase) { "and", "the", "for", "with", "from", "other", "than", "act", "relating", "code", "section", "sections", "amend", "add", "repeal" };

    /// <param name="laws">The laws on the watch list; asked for when the catalog holds the bill.</param>
    /// <returns>Ideas in other sessions first, then by number of shared sections; 20 at most. Empty when the catalog does not hold the bill's text.</returns>
    public async Task<ImmutableArray<Relation>> OfAsync(BillId bill, Lazy<Task<HashSet<BillId>>> laws, CancellationToken cancellationToken)
    {
        if (await texts.NewestAsync(bill, cancellationToken) is not { CodeSections.IsEmpty: false } own)
        {
            return [];
        }

        var lawful = await laws.Value;
        var touching = await texts.TouchingAsync(own.CodeSections, cancellationToken);
        return
        [
            .. touching.Where(other => other.Bill != bill)
                .Select(other => (Relation: Of(own, other, lawful.Contains), Shared: own.CodeSections.Intersect(other.CodeSections).Count()))
                .Where(pair => pair.Relation is not null)
                .OrderBy(pair => pair.Relation!.Kind == RelationKind.SameSections)
                .ThenByDescending(pair => pair.Shared)
                .ThenByDescending(pair => pair.Relation!.Bill.Session)
                .ThenBy(pair => pair.Relation!.Bill)
                .Take(Most)
                .Select(pair => pair.Relation!),
        ];
    }

    private static Relation? Of(SearchedVersion own, SearchedVersion other, Func<BillId, bool> isLaw)
    {
        var shared = own.CodeSections.Intersect(other.CodeSections).ToList();
        var sections = $"{string.Join(", ", shared.Take(5))}{(shared.Count > 5 ? $" and {shared.Count - 5} more" : "")}";
        if (other.Bill.Session.StartYear != own.Bill.Session.StartYear && Likeness(own.About, other.About) >= Similar)
        {
            var earlier = other.Bill.Session < own.Bill.Session;
            return new Relation(
                earlier ? RelationKind.EarlierVersion : RelationKind.LaterVersion, other.Bill, other.About,
                $"{other.Bill} touches {sections} too and has a similar subject: {TopicScore.Cut(other.About, 0, 200)}", other.VersionId, other.Provenance);
        }

        return isLaw(other.Bill) || isLaw(own.Bill)
            ? new Relation(RelationKind.SameSections, other.Bill, other.About, $"{other.Bill} touches {sections} too.", other.VersionId, other.Provenance)
            : null;
    }

    private static double Likeness(string one, string other)
    {
        var (a, b) = (Meaning(one), Meaning(other));
        var all = a.Union(b, StringComparer.OrdinalIgnoreCase).Count();
        return all == 0 ? 0 : a.Count(b.Contains) / (double)all;
    }

    private static HashSet<string> Meaning(string text) =>
        Words().Matches(text).Select(word => word.Value).Where(word => word.Length > 2 && !Empty.Contains(word)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();
}
