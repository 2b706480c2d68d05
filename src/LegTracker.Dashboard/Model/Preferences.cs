using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>What the user's settings file says; null where it says nothing.</summary>
internal sealed record Preferences
{
    public string? Theme { get; init; }

    public bool? Mouse { get; init; }

    public bool? Ascii { get; init; }

    public ImmutableArray<ListColumn>? Columns { get; init; }

    /// <summary>The view to begin in, with its line.</summary>
    public (string Name, int Line)? View { get; init; }

    /// <summary>The filter to begin with.</summary>
    public string? Filter { get; init; }
}
