using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>Where a picker's choices and headings stand: one under the other, or in several columns where all of them fit at once.</summary>
internal sealed class PickerGrid
{
    private const int LeastCell = 38;
    private const int MostColumns = 4;

    private readonly List<List<Item>> columns;
    private readonly int top;

    private PickerGrid(List<List<Item>> columns, int cellWidth, int top) => (this.columns, CellWidth, this.top) = (columns, cellWidth, top);

    /// <summary>A heading, or the row of a choice; neither is a gap.</summary>
    internal readonly record struct Item(string? Heading, int? Index);

    public int Columns => columns.Count;

    public int CellWidth { get; }

    public Item? At(int column, int row) => top + row < columns[column].Count ? columns[column][top + row] : null;

    /// <summary>Rows that the choices take when nothing narrows them.</summary>
    public static int HeightOf(ImmutableArray<Choice> choices, int room, int width)
    {
        var items = Items(choices);
        return items.Count <= room ? Math.Max(1, items.Count)
            : items.Count > room * Most(width, choices) ? room
            : Enumerable.Range(1, room).FirstOrDefault(height => Arrange(items, height).Count <= Most(width, choices), room);
    }

    public static PickerGrid Of(Picker picker, int height, int width)
    {
        var items = Items(picker.Rows);
        if (items.Count > height && items.Count <= height * Most(width, picker.Rows) && Arrange(items, height) is { } arranged && arranged.Count <= Most(width, picker.Rows))
        {
            return new(arranged, width / arranged.Count, 0);
        }

        // With headings the choices stand lower than their rows: the cursor is held in the middle.
        var cursor = items.FindIndex(item => item.Index == picker.Place.Index);
        var from = items.Count == picker.Rows.Length ? picker.Place.Top : Math.Clamp(cursor - (height / 2), 0, Math.Max(0, items.Count - height));
        return new([items], width, from);
    }

    private static int Most(int width, ImmutableArray<Choice> choices) => choices.Any(choice => choice.Group.Length > 0) ? Math.Clamp(width / LeastCell, 1, MostColumns) : 1;

    private static List<Item> Items(ImmutableArray<Choice> choices)
    {
        var items = new List<Item>();
        for (var row = 0; row < choices.Length; row++)
        {
            if (choices[row].Group.Length > 0 && (row == 0 || choices[row].Group != choices[row - 1].Group))
            {
                items.Add(new(choices[row].Group, null));
            }

            items.Add(new(null, row));
        }

        return items;
    }

    // Columns of a height, none with a heading at its foot.
    private static List<List<Item>> Arrange(List<Item> items, int height)
    {
        var columns = new List<List<Item>>();
        foreach (var item in items)
        {
            if (columns.Count == 0 || columns[^1].Count >= height || (item.Heading is not null && columns[^1].Count == height - 1))
            {
                columns.Add([]);
            }

            columns[^1].Add(item);
        }

        return columns;
    }
}
