using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>Listed analyses as the API's.</summary>
internal static class AnalysisMapping
{
    /// <summary>Null for a list that was never read.</summary>
    public static V1.AnalysisList? Of(ImmutableArray<BillAnalysis>? analyses) => analyses is not { } listed ? null : new V1.AnalysisList
    {
        Analyses =
        {
            listed.Select(analysis => new V1.Analysis
            {
                Id = analysis.Id,
                Date = Mapping.Day(analysis.Date),
                House = EnumMapping.Of(analysis.House),
                By = analysis.By,
            }),
        },
    };
}
