using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The list's order by a field; what is not known comes after what is, bills never read come last, equals go by number.</summary>
/// <param name="today">Dates before it are no next dates.</param>
internal sealed class BillOrder(BillSort sort, DateOnly today) : IComparer<BillItem>
{
    /// <summary>The order that the user has chosen.</summary>
    public static BillOrder Of(DashboardModel model) => new(model.View.Sort, model.Today);

    public int Compare(BillItem? x, BillItem? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        return IsUnread(x).CompareTo(IsUnread(y)) is var byRead and not 0 ? byRead
            : ByField(x, y) is var byField and not 0 ? byField
            : ByNumber(x, y) is var byNumber and not 0 ? byNumber
            : string.CompareOrdinal(x.Name, y.Name);
    }

    private static bool IsUnread(BillItem bill) => bill is { Freshness: Freshness.NeverRead, LastActionDate: null };

    private int ByField(BillItem x, BillItem y) => sort.Field switch
    {
        SortField.Number => Turn(ByNumber(x, y)),
        SortField.Next => Known(Next(x), Next(y)),
        SortField.Priority => Known(x.Priority, y.Priority),
        SortField.Title => (x.Title.Length == 0).CompareTo(y.Title.Length == 0) is var byTitle and not 0 ? byTitle : Turn(string.Compare(x.Title, y.Title, StringComparison.OrdinalIgnoreCase)),

        // Days backwards: the newest comes first.
        _ => Known(-x.LastActionDate?.DayNumber, -y.LastActionDate?.DayNumber),
    };

    private int? Next(BillItem bill) => bill.NextDates.Where(next => next.Date >= today).Select(next => (int?)next.Date.DayNumber).FirstOrDefault();

    private int Known(int? x, int? y) => (x is null).CompareTo(y is null) is var byKnown and not 0 ? byKnown : Turn(Nullable.Compare(x, y));

    private int Turn(int compared) => sort.Reversed ? -compared : compared;

    // "AB 9" before "AB 12" before "SB 5".
    private static int ByNumber(BillItem x, BillItem y)
    {
        return x.Measure.AsSpan().TrimEnd("0123456789").CompareTo(y.Measure.AsSpan().TrimEnd("0123456789"), StringComparison.Ordinal) is var byKind and not 0 ? byKind
            : x.Measure.Length.CompareTo(y.Measure.Length) is var byLength and not 0 ? byLength
            : string.CompareOrdinal(x.Measure, y.Measure) is var byDigits and not 0 ? byDigits
            : string.CompareOrdinal(x.Session, y.Session);
    }
}
