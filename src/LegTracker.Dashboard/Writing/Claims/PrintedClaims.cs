using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;

namespace LegTracker.Dashboard.Writing.Claims;

/// <summary>A statement of the segment, and where a file prints it.</summary>
/// <param name="PrintedText">As the file prints it: its own words, but for short forms written out.</param>
/// <param name="Places">Found by reading the file again; empty when the file leaves it out.</param>
internal sealed record PrintedClaim(SegmentStatement Statement, SegmentEntry Entry, SegmentPart Part, string Id, string PrintedText, ImmutableArray<string> Places);

/// <summary>Looks a segment's statements up in the text of a written file, read again. Pure.</summary>
internal static class PrintedClaims
{
    /// <param name="printed">Texts that the file words in another way, by claim.</param>
    /// <param name="parts">The file's text in reading order.</param>
    public static ImmutableArray<PrintedClaim> Of(SegmentContent content, IReadOnlyDictionary<string, string> printed, ImmutableArray<DocumentPart> parts, FieldGlossary glossary)
    {
        var shortened = FirstUses.Shortened(glossary);
        string Plain(string text) => shortened(Spaced(text));
        var blocks = parts.SelectMany(part => part.Blocks).Select(block => (block.Place, Text: Plain(block.Text))).ToList();
        var last = 0;
        var claims =
            (from part in content.Parts
             from entry in part.Entries
             from statement in entry.Statements.Concat(entry.Changes)
             let id = statement.Id.Length > 0 ? statement.Id : FormattableString.Invariant($"n{++last}")
             select new PrintedClaim(statement, entry, part, id, printed.GetValueOrDefault(id, statement.Text), [])).ToList();
        var order = claims.Select((claim, index) => (claim.Id, index)).DistinctBy(one => one.Id).ToDictionary();
        return [.. claims.GroupBy(claim => Plain(claim.Statement.Text)).SelectMany(group => Placed(group.Key, [.. group], blocks)).OrderBy(claim => order[claim.Id])];
    }

    // Claims of the same words take the places in order; when these are not as many, each may stand in all of them.
    private static IEnumerable<PrintedClaim> Placed(string text, ImmutableArray<PrintedClaim> claims, List<(string Place, string Text)> blocks)
    {
        var places = blocks.Where(block => block.Text.Contains(text, StringComparison.Ordinal)).Select(block => block.Place).ToImmutableArray();
        return claims.Select((claim, index) => claim with { Places = claims.Length > 1 && claims.Length == places.Length ? [places[index]] : [.. places.Distinct()] });
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
