using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>An analysis of a bill by the staff of a committee or a floor, as the source lists it; its text is not read.</summary>
/// <param name="Id">The Legislature's analysis id.</param>
/// <param name="Date">The day it is dated.</param>
/// <param name="House">The house it was made for; null when the source does not say.</param>
/// <param name="By">Whose it is, verbatim: "Senate Public Safety", "ASSEMBLY FLOOR ANALYSIS"; may be empty.</param>
public sealed record BillAnalysis(string Id, DateOnly Date, House? House, string By)
{
    /// <summary>Two lists as one: each analysis once, as the newer list has it, oldest first.</summary>
    public static ImmutableArray<BillAnalysis> Together(IEnumerable<BillAnalysis> newer, IEnumerable<BillAnalysis> older) =>
        [.. newer.Concat(older).DistinctBy(analysis => analysis.Id).OrderBy(analysis => analysis.Date).ThenBy(analysis => analysis.Id, StringComparer.Ordinal)];
}
