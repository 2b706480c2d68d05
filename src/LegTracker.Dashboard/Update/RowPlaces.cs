using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>One bill put where it belongs among thousands of ordered rows, without ordering them all again.</summary>
internal static class RowPlaces
{
    /// <param name="rows">In order, with the bill as it was.</param>
    /// <param name="was">The bill as it was; null when it is new.</param>
    /// <param name="shown">The bill as it is belongs to the rows.</param>
    public static ImmutableArray<BillItem> Put(ImmutableArray<BillItem> rows, BillItem? was, BillItem bill, bool shown, IComparer<BillItem> order)
    {
        var at = IndexOf(rows, was, order);
        if (at >= 0 && shown && ReferenceEquals(was, bill))
        {
            return rows;
        }

        var others = at < 0 ? rows : rows.RemoveAt(at);
        if (!shown)
        {
            return others;
        }

        var place = others.BinarySearch(bill, order);
        return others.Insert(place < 0 ? ~place : place, bill);
    }

    /// <summary>The bill where it stands, whatever its order; a new one at the end.</summary>
    public static ImmutableArray<BillItem> Keep(ImmutableArray<BillItem> rows, BillItem bill, bool shown) =>
        Scan(rows, bill.Name) is var at and >= 0 ? rows.SetItem(at, bill) : shown ? rows.Add(bill) : rows;

    // A look by order touches a dozen bills; one by name may touch all of them.
    private static int IndexOf(ImmutableArray<BillItem> rows, BillItem? was, IComparer<BillItem> order) =>
        was is null ? -1
        : rows.BinarySearch(was, order) is var at and >= 0 && rows[at].Name == was.Name ? at
        : Scan(rows, was.Name);

    private static int Scan(ImmutableArray<BillItem> rows, string name)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row].Name == name)
            {
                return row;
            }
        }

        return -1;
    }
}
