using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>The bills that a sentence of another bill names.</summary>
internal static partial class NamedBills
{
    /// <summary>Once each, in their order; a bill named without a session is of the session of the bill that names it.</summary>
    public static IEnumerable<BillId> In(string text, BillId bill) => Mention().Matches(text)
        .Select(match => Of(match, bill.Session))
        .OfType<BillId>()
        .Where(id => id != bill)
        .Distinct();

    /// <summary>The bills a condition wants enacted: not those it wants "not enacted".</summary>
    public static ImmutableArray<BillId> WantedBy(string condition, BillId bill)
    {
        var clauses = ClauseStart().Split(condition);
        var unwanted = clauses.Where(clause => NotEnacted().IsMatch(clause)).SelectMany(clause => In(clause, bill)).ToHashSet();
        return [.. In(condition, bill).Where(id => !unwanted.Contains(id))];
    }

    private static BillId? Of(Match match, Session session)
    {
        if (!int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return null;
        }

        int? extraordinary = match.Groups["x"] is { Success: true, ValueSpan: var x } ? int.Parse(x, CultureInfo.InvariantCulture)
            : match.Groups["ordinal"] is { Success: true, Value: var ordinal } ? LineDetails.OrdinalOf(ordinal)
            : match.Groups["regular"].Success ? 0
            : session.Extraordinary;
        var named = !match.Groups["years"].Success ? session
            : Session.TryParse(match.Groups["years"].Value, out var said) ? said
            : (Session?)null;
        var type = match.Groups["house"].Value[0] == 'A' ? MeasureType.AB : MeasureType.SB;
        return named is { } known && extraordinary is { } nth ? new BillId(known with { Extraordinary = nth }, type, number) : null;
    }

    [GeneratedRegex(@"\b(?<house>AB|SB|Assembly\s{1,9}Bill|Senate\s{1,9}Bill)(?:X(?<x>[1-9])|\s{1,9}X(?<x>[1-9])(?=[\s-]))?(?:\s{1,9}No\.)?[\s-]{1,9}(?<number>[0-9]{1,5})\b(?:,?\s{1,9}of\s{1,9}the\s{1,9}(?<years>[0-9]{4}[-–][0-9]{2,4})\s{1,9}(?:(?<regular>Regular)|(?<ordinal>[A-Z][a-z]{2,11})\s{1,9}Extraordinary)\s{1,9}Session)?")]
    private static partial Regex Mention();

    [GeneratedRegex(@"\bbut\b|;|\([0-9]\)")]
    private static partial Regex ClauseStart();

    [GeneratedRegex(@"\b(?:is|are)\s{1,9}not\s{1,9}(?:also\s{1,9})?(?:enacted|chaptered)\b|\bdoes\s{1,9}not\s{1,9}amend\b")]
    private static partial Regex NotEnacted();
}
