namespace LegTracker.Dashboard.Model;

/// <summary>What the watch list is ordered by.</summary>
/// <param name="Reversed">The other way round; what is not known stays last.</param>
internal sealed record BillSort(SortField Field, bool Reversed = false)
{
    public static BillSort Newest { get; } = new(SortField.Last);
}

/// <summary>A field to order bills by, in its usual direction.</summary>
internal enum SortField
{
    /// <summary>Newest last action first.</summary>
    Last,

    /// <summary>House, kind and number, then session.</summary>
    Number,

    /// <summary>Soonest date ahead first.</summary>
    Next,

    /// <summary>1 first.</summary>
    Priority,

    /// <summary>By title, in the order of the alphabet.</summary>
    Title,
}
