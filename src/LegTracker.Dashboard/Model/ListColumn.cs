using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>A column of the watch list that can be shown or not; number and title always are.</summary>
internal enum ListColumn
{
    Session,
    Position,
    Priority,

    /// <summary>The passage through both houses, a glyph a step.</summary>
    Lanes,
    Stage,

    /// <summary>The next date ahead.</summary>
    Next,

    /// <summary>The day of the last action.</summary>
    Last,

    /// <summary>Time since the last action.</summary>
    Age,
    Owner,
}

/// <summary>Sets of columns.</summary>
internal static class ListColumns
{
    public static ImmutableArray<ListColumn> Usual { get; } = [ListColumn.Session, ListColumn.Lanes, ListColumn.Stage, ListColumn.Last, ListColumn.Age];

    /// <summary>Every column, in the order in which they stand.</summary>
    public static ImmutableArray<ListColumn> All { get; } = [.. Enum.GetValues<ListColumn>()];

    /// <summary>The column's name in files: "next".</summary>
    public static string NameOf(ListColumn column) => column.ToString().ToLowerInvariant();

    /// <summary>The columns with one more, or one less where it was among them.</summary>
    public static ImmutableArray<ListColumn> Toggle(ImmutableArray<ListColumn> columns, ListColumn column) =>
        columns.Contains(column) ? columns.Remove(column) : [.. All.Where(each => each == column || columns.Contains(each))];
}
