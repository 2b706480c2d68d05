using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>Analyses that were published since the last reading that had a list of them.</summary>
internal static class AnalysisNews
{
    /// <summary>Field of the change.</summary>
    public const string Field = "analyses";

    /// <param name="before">Null when no list was ever read: then the list that comes is the baseline.</param>
    /// <param name="after">Null when this reading has none.</param>
    public static IEnumerable<Difference> Of(string measure, ImmutableArray<BillAnalysis>? before, ImmutableArray<BillAnalysis>? after)
    {
        if (before is not { } known || after is not { } read)
        {
            return [];
        }

        var ids = known.Select(analysis => analysis.Id).ToHashSet(StringComparer.Ordinal);
        return read.Where(analysis => !ids.Contains(analysis.Id)).Select(analysis => new Difference(
            ChangeKind.FieldChanged, Field, null, analysis.By.Length > 0 ? analysis.By : analysis.Id, analysis.Date,
            Wording.Stopped($"An analysis of {measure} dated {StageWords.Day(analysis.Date)} was published{(analysis.By.Length > 0 ? $": {analysis.By}" : "")}")));
    }

    /// <summary>Both lists, each analysis once, by date: an increment lists new ones alone.</summary>
    public static ImmutableArray<BillAnalysis>? Fill(ImmutableArray<BillAnalysis>? before, ImmutableArray<BillAnalysis>? after) => (before, after) switch
    {
        ({ } known, { } read) => BillAnalysis.Together(read, known),
        _ => after ?? before,
    };
}
