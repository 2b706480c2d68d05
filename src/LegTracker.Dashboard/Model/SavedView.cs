using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>A filter under a name, with the order and the columns it is read in.</summary>
internal sealed record SavedView(string Name, string Filter)
{
    /// <summary>Null leaves the order as it is.</summary>
    public BillSort? Sort { get; init; }

    /// <summary>Null leaves the columns as they are.</summary>
    public ImmutableArray<ListColumn>? Columns { get; init; }

    /// <summary>The views that are always there.</summary>
    public static ImmutableArray<SavedView> BuiltIn { get; } =
    [
        new("all", ""),
        new("moving", "-stage:chaptered -stage:law -stage:adopted -stage:signed -stage:vetoed -stage:dead -stage:held -stage:inactive -stage:unknown"),
        new("laws", "stage:chaptered"),
        new("new", "new"),
        new("soon", "next:<7d"),
        new("marked", "marked"),
        new("stale", "stale"),
    ];

    /// <summary>A view by its name, whatever its case; null when there is none.</summary>
    public static SavedView? Find(ViewState view, string name) =>
        view.Views.Concat(BuiltIn).FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of the view whose filter is in force; empty when it is none's.</summary>
    public static string NameOf(ViewState view, string filter) =>
        filter.Length == 0 ? "" : view.Views.Concat(BuiltIn).FirstOrDefault(known => known.Filter == filter)?.Name ?? "";
}
