using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The list's order: newest last action first, then by number; bills never read come last.</summary>
internal sealed class BillOrder : IComparer<BillItem>
{
    public static BillOrder Newest { get; } = new();

    public int Compare(BillItem? x, BillItem? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var byDate = (y.LastActionDate ?? DateOnly.MinValue).CompareTo(x.LastActionDate ?? DateOnly.MinValue);
        var byLength = x.Measure.Length.CompareTo(y.Measure.Length);
        return byDate != 0 ? byDate
            : byLength != 0 ? byLength
            : string.CompareOrdinal(x.Measure, y.Measure) is var byNumber and not 0 ? byNumber
            : string.CompareOrdinal(x.Name, y.Name);
    }
}
