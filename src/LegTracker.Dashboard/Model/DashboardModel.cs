using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>Everything the dashboard knows and shows, immutable; only Update makes a new one.</summary>
internal sealed partial record DashboardModel
{
    public int Columns { get; init; } = 80;

    public int Rows { get; init; } = 24;

    /// <summary>The real instant of the last tick.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The server's virtual clock; null when it runs on the real one.</summary>
    public ServerClock? Clock { get; init; }

    /// <summary>The zone in which instants and today are shown.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Draw with ASCII characters only.</summary>
    public bool Ascii { get; init; }

    /// <summary>The terminal may be given colours: neither NO_COLOR nor a terminal without any forbids it.</summary>
    public bool Colours { get; init; } = true;

    /// <summary>Wheel and clicks are taken; text is selected with Shift held.</summary>
    public bool Mouse { get; init; } = true;

    /// <summary>What the user has chosen, kept over a restart.</summary>
    public ViewState View { get; init; } = new();

    public KeyMap Keys { get; init; } = KeyMap.Empty;

    /// <summary>Keys of a chord pressed so far, or empty.</summary>
    public string Chord { get; init; } = "";

    public Screen Screen { get; init; } = Screen.Bills;

    /// <summary>Screens to go back to, nearest last.</summary>
    public ImmutableArray<Screen> Trail { get; init; } = [];

    public string Filter { get; init; } = "";

    /// <summary>The line that takes what is typed, or null.</summary>
    public Prompt? Prompt { get; init; }

    /// <summary>The list laid over the screen, which takes all keys, or null.</summary>
    public Picker? Picker { get; init; }

    public Toast? Toast { get; init; }

    /// <summary>The real instant of the last key; the list is not re-sorted for a second after it.</summary>
    public DateTimeOffset LastKey { get; init; } = DateTimeOffset.MinValue;

    /// <summary>The list's order is older than its content.</summary>
    public bool SortWaits { get; init; }

    /// <summary>False until the server has told the watch list once.</summary>
    public bool BillsKnown { get; init; }

    /// <summary>All tracked bills by resource name.</summary>
    public ImmutableDictionary<string, BillItem> Bills { get; init; } = ImmutableDictionary.Create<string, BillItem>(StringComparer.Ordinal);

    /// <summary>The bills of the list: filtered and in order.</summary>
    public ImmutableArray<BillItem> BillRows { get; init; } = [];

    /// <summary>The newest changes, newest first.</summary>
    public ImmutableArray<ChangeItem> Changes { get; init; } = [];

    /// <summary>The changes of the feed: filtered.</summary>
    public ImmutableArray<ChangeItem> ChangeRows { get; init; } = [];

    /// <summary>Unread changes by bill; a bill without any is not in it.</summary>
    public ImmutableDictionary<string, int> UnreadByBill { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    public int UnreadChanges { get; init; }

    public ImmutableArray<SourceItem> Sources { get; init; } = [];

    public CalendarState Calendar { get; init; } = new();

    public CandidatesState Candidates { get; init; } = new();

    public MeetingsState Meetings { get; init; } = MeetingsState.Empty;

    public ConnectionState Connection { get; init; } = new(LinkMark.Connecting, default);

    public ListPlace BillPlace { get; init; } = ListPlace.Start;

    public ListPlace ChangePlace { get; init; } = ListPlace.Start;

    public ListPlace SourcePlace { get; init; } = ListPlace.Start;

    /// <summary>Keys that move scroll the pane of the watch list instead of the list.</summary>
    public bool PaneFocus { get; init; }

    /// <summary>The pane takes the place of the list.</summary>
    public bool PaneZoom { get; init; }

    /// <summary>The row of the history that the pane is scrolled to (newest is 0).</summary>
    public int PaneRow { get; init; }

    /// <summary>The bill in detail, and the row of its history under the cursor (newest is 0).</summary>
    public string DetailBill { get; init; } = "";

    public int DetailRow { get; init; }

    /// <summary>Changes that were unread when the detail was opened: they stay marked new in it.</summary>
    public ImmutableHashSet<string> DetailNew { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The instant the record is read at: the virtual clock's where there is one.</summary>
    public DateTimeOffset RecordNow => TimeZoneInfo.ConvertTime(Clock?.Read(Now) ?? Now, Zone);

    /// <summary>The day of <see cref="RecordNow"/>.</summary>
    public DateOnly Today => DateOnly.FromDateTime(RecordNow.DateTime);

    /// <summary>No key has been pressed and the cursor has not left the first bill.</summary>
    public bool IsUntouched => LastKey == DateTimeOffset.MinValue && BillPlace.Index == 0;

    /// <summary>The filter is being typed: the line is open that sends it letter by letter.</summary>
    public bool Filtering => Prompt is { MovesList: true };

    public ScreenLayout Layout => LayoutOf(Screen);

    public ScreenLayout LayoutOf(Screen screen) => ScreenLayout.Of(screen, Columns, Rows, View.Preview, View.Place).Under(BannerRows(screen));

    /// <summary>The pane of the watch list is there, and moving keys scroll it.</summary>
    public bool InPane => Screen == Screen.Bills && PaneFocus && (PaneZoom || Layout is { PaneWidth: > 0 } or { PaneHeight: > 0 });

    public BillItem? BillUnderCursor => BillPlace.Index < BillRows.Length ? BillRows[BillPlace.Index] : null;

    public ChangeItem? ChangeUnderCursor => ChangePlace.Index < ChangeRows.Length ? ChangeRows[ChangePlace.Index] : null;

    public int UnreadOf(string bill) => UnreadByBill.GetValueOrDefault(bill);
}
