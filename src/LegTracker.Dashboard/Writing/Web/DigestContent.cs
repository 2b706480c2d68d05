using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing.Web;

/// <summary>The update cut to what a short email says: what is law, what moves, what comes next. Nothing is worded anew. Pure.</summary>
internal static class DigestContent
{
    private const int MostBills = 5;

    public static SegmentContent Of(SegmentContent content) => content with
    {
        Parts = [.. content.Parts.Select(Cut)],
        Notes = [.. content.Notes, .. content.Parts.Where(part => IsCut(part) && part.Entries.Length > MostBills).Select(More), "This is a digest: the hand-out has every statement, change and source."],
    };

    private static bool IsCut(SegmentPart part) => part.Kind is not (PartKind.AtAGlance or PartKind.Terms);

    private static SegmentPart Cut(SegmentPart part) => IsCut(part) ? part with { Entries = [.. part.Entries.Take(MostBills).Select(Cut)] } : part;

    // The first statement says where the bill stands; then what a person wrote of it, or that nobody has yet.
    private static SegmentEntry Cut(SegmentEntry entry) => entry with
    {
        Statements = [.. entry.Statements.Where((statement, index) => index == 0 || statement.Kind == StatementKind.Human)],
        Changes = [],
    };

    private static string More(SegmentPart part) => $"{part.Title}: {part.Entries.Length - MostBills} more in the hand-out.";
}
