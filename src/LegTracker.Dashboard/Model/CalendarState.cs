using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>The calendar screen: what was told, which of it is shown, and where its cursor is.</summary>
internal sealed record CalendarState
{
    /// <summary>What it was made from; null until the server has told it once.</summary>
    public CalendarBasis? Basis { get; init; }

    /// <summary>All that was told, by day.</summary>
    public ImmutableArray<CalendarItem> All { get; init; } = [];

    /// <summary>The entries of the screen: from today or from 30 days back on, filtered, by day.</summary>
    public ImmutableArray<CalendarItem> Rows { get; init; } = [];

    /// <summary>The last 30 days are shown too.</summary>
    public bool LooksBack { get; init; }

    public ListPlace Place { get; init; } = ListPlace.Start;

    public CalendarItem? UnderCursor => Place.Index < Rows.Length ? Rows[Place.Index] : null;
}
