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

    /// <summary>From so many columns on the pane can stand beside the list.</summary>
    public const int LeastForSide = 100;

    // Title, tabs, heading and the status row.
    private const int Frame = 4;

    private const Screen WithPane = Screen.Bills | Screen.Changes | Screen.Calendar | Screen.Candidates;

    public static bool IsTooSmall(int columns, int rows) => columns < SmallestWidth || rows < SmallestHeight;

    /// <summary>The parts of a screen: the pane goes beside from 120 columns or where it is wanted and fits, under from 20 rows, away below.</summary>
    public static ScreenLayout Of(Screen screen, int columns, int rows, bool preview, PreviewPlace place)
    {
        var body = Math.Max(1, rows - Frame);
        var beside = place switch
        {
            PreviewPlace.Side => columns >= LeastForSide,
            PreviewPlace.Under => false,
            _ => columns >= 120,
        };
        return screen switch
        {
            _ when preview && beside && WithPane.HasFlag(screen) => Beside(columns, body),
            _ when preview && rows >= 20 && WithPane.HasFlag(screen) => Under(columns, body, rows >= 24 ? Math.Clamp(rows * 3 / 8, 9, 16) : 5),
            Screen.Meetings when rows >= 20 => Under(columns, body, 6),
            Screen.Segment when columns >= 120 => OfBuilder(preview ? Beside(columns, body) : new(columns, body, 0, 0)),
            Screen.Segment when rows >= 20 => OfBuilder(new(columns, body, 0, 0)),
            Screen.Segment => new(columns, Math.Max(1, body - 1), 0, 0),
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

    // One row says how full the slot is; the rows under the list say what is to be checked.
    private static ScreenLayout OfBuilder(ScreenLayout layout)
    {
        var checks = layout.ListHeight >= 20 ? 6 : 4;
        return layout with { ListHeight = Math.Max(1, layout.ListHeight - checks - 2), PaneHeight = checks };
    }

    private static ScreenLayout Under(int columns, int body, int pane) => new(columns, Math.Max(1, body - pane - 1), 0, pane);
}
