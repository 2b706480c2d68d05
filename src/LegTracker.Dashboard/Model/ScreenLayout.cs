namespace LegTracker.Dashboard.Model;

/// <summary>Sizes of a screen's parts in cells, from the terminal's size alone.</summary>
/// <param name="ListWidth">Columns of the list.</param>
/// <param name="ListHeight">Rows of the list, without its heading.</param>
/// <param name="PaneWidth">Columns of the pane beside the list; 0 when there is none.</param>
/// <param name="PaneHeight">Rows of the pane under the list; 0 when there is none.</param>
internal readonly record struct ScreenLayout(int ListWidth, int ListHeight, int PaneWidth, int PaneHeight)
{
    public const int SmallestWidth = 40;
    public const int SmallestHeight = 8;

    // Title, tabs, heading and the status row.
    private const int Frame = 4;

    public static bool IsTooSmall(int columns, int rows) => columns < SmallestWidth || rows < SmallestHeight;

    /// <summary>The parts of a screen: the pane goes beside from 120 columns, under from 20 rows, away below.</summary>
    public static ScreenLayout Of(Screen screen, int columns, int rows, bool preview)
    {
        var body = Math.Max(1, rows - Frame);
        return screen switch
        {
            Screen.Bills or Screen.Changes when preview && columns >= 120 => Beside(columns, body),
            Screen.Bills or Screen.Changes when preview && rows >= 20 => Under(columns, body, rows >= 24 ? Math.Clamp(rows * 3 / 8, 9, 16) : 5),
            Screen.Sources when rows >= 20 => Under(columns, body, rows >= 24 ? Math.Clamp(rows / 2, 12, 16) : 8),
            _ => new(columns, body, 0, 0),
        };
    }

    /// <summary>The same with so many rows less for the list.</summary>
    public ScreenLayout Under(int banner) => this with { ListHeight = Math.Max(1, ListHeight - banner) };

    private static ScreenLayout Beside(int columns, int body)
    {
        var pane = Math.Clamp(columns * 3 / 8, 44, 72);
        return new(columns - pane - 1, body, pane, 0);
    }

    private static ScreenLayout Under(int columns, int body, int pane) => new(columns, Math.Max(1, body - pane - 1), 0, pane);
}
