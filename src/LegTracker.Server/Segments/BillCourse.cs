using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>How far a bill of the segment is on the until date, for a picture of it.</summary>
/// <param name="Marks">The two-lane picture.</param>
/// <param name="Effective">The day the law takes effect; null when it is no law or the day is not known.</param>
/// <param name="Operative">The operative date its text states that is later than <paramref name="Effective"/>: the next, else the latest reached.</param>
/// <param name="OperativePart">The part it is of; empty for the whole law.</param>
/// <param name="IsOperativeChecked">Whether the law's text was read for such dates.</param>
internal sealed record BillCourse(ImmutableArray<ProgressMark> Marks, DateOnly? Effective, DateOnly? Operative, string OperativePart, bool IsOperativeChecked)
{
    public static BillCourse Of(SelectedBill bill)
    {
        var said = bill.IsLaw ? bill.Operative.Next ?? bill.Operative.Began : null;
        return new BillCourse(
            bill.Progress.Marks,
            bill.IsLaw ? bill.Progress.EffectiveDate : null,
            said?.Date,
            said?.Part is null or "this act" ? "" : said.Part,
            bill.IsLaw && bill.Operative.IsChecked);
    }
}
