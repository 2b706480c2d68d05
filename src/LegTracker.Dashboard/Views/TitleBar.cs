using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The first two rows: what is shown, whether the connection lives, which clock runs, and the tabs.</summary>
internal static class TitleBar
{
    // What must remain of the title beside connection and clock.
    private const int LeastTitle = 30;
    private const string Name = " LegTracker  ";

    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var where = Where(model);

        // "Not yet confirmed" is never cut for the sake of a clock or of a retry.
        var bare = $"{frame.Glyphs.Offline} OFFLINE";
        var whole = TextWidth.Of(Name) + TextWidth.Of(where);
        whole = model.KeptAsOf is null || whole + TextWidth.Of(bare) + 2 > frame.Width ? 0 : whole;
        var (link, linkRole) = Link(model, frame.Glyphs);
        if (model.Connection.Link == LinkMark.Offline)
        {
            string[] links = [link, bare + Retry(model.Connection.RetryAt, model.Now), bare];
            link = links.FirstOrDefault(words => TextWidth.Of(words) <= frame.Width - Math.Max(Name.Length, whole) - 2, links[whole > 0 ? 2 : 1]);
        }

        var clocks = Clocks(model);
        bool FitsBesideTitle(string words) => frame.Width - TextWidth.Of(link) - TextWidth.Of(words) - 5 >= Math.Max(LeastTitle, whole);
        var clock = clocks.FirstOrDefault(FitsBesideTitle, clocks[^1]);
        var clockInTitle = clock.Length > 0 && FitsBesideTitle(clock);
        var right = TextWidth.Of(link) + 1 + (clockInTitle ? TextWidth.Of(clock) + 2 : 0);

        var title = frame.Line(Math.Max(0, frame.Width - right - 1)).Add(Name, Role.Bar).Add(Waits(model.Editing), Role.BarAlert).Add(where, Role.Bar).Build(Role.Bar);
        var state = frame.Line(right + 1).Add(" ", Role.Bar);
        if (clockInTitle)
        {
            state.Add(clock, Role.BarClock).Add("  ", Role.Bar);
        }

        frame.Add(title.Beside(state.Add(link, linkRole).Build(Role.Bar)));
        DrawTabs(model, frame, clockInTitle ? "" : clock);
    }

    /// <summary>The connection in words.</summary>
    public static (string Words, Role Role) Link(DashboardModel model, Glyphs glyphs) => model.Connection switch
    {
        { Link: LinkMark.Live } => (model.Clock is null ? $"{glyphs.Live} live {TimeWords.Clock(model.Now, model.Zone, model.Now)}" : $"{glyphs.Live} live", Role.BarLive),
        { Link: LinkMark.Connecting } => ($"{glyphs.Waiting} connecting", Role.BarAlert),
        var down => ($"{glyphs.Offline} OFFLINE since {TimeWords.Clock(down.Since, model.Zone, model.Now)}{Retry(down.RetryAt, model.Now)}", Role.BarAlert),
    };

    /// <summary>The virtual clock in words; empty on the real one.</summary>
    public static string Clock(DashboardModel model) => model.Clock is not { } clock
        ? ""
        : $"demo clock {TimeWords.Iso(model.Today)}{(clock.Speed < 3_600 ? " " + TimeWords.Clock(model.RecordNow, model.Zone, model.RecordNow) : "")}, {TimeWords.Speed(clock.Speed)}";

    // The whole, and what can do without the speed.
    private static string[] Clocks(DashboardModel model) => model.Clock is null ? [""] : [Clock(model), $"demo {TimeWords.Iso(model.Today)}", $"demo {TimeWords.MonthDay(model.Today)}"];

    private static string Retry(DateTimeOffset? at, DateTimeOffset now) => at switch
    {
        null => "",
        { } next when next <= now => ", retrying",
        { } next => FormattableString.Invariant($", retry {Math.Ceiling((next - now).TotalSeconds):0} s"),
    };

    // What is not written yet stands first, so that no width cuts it.
    private static string Waits(Editing editing) =>
        (editing.Queue.Length switch { 0 => "", 1 => "1 edit waits  ", var many => FormattableString.Invariant($"{many} edits wait  ") })
        + (editing.Conflicts switch { 0 => "", 1 => "1 conflict: C  ", var many => FormattableString.Invariant($"{many} conflicts: C  ") });

    private static string Where(DashboardModel model)
    {
        var age = model.KeptAsOf is null ? "" : $"  {BannerView.Age(model)}";
        var filter = model.Filter.Length == 0 || model.Filtering ? ""
            : SavedView.NameOf(model.View, model.Filter) is { Length: > 0 } view ? $"  view: {view}"
            : $"  filter: {model.Filter}";
        return model.Screen switch
        {
            Screen.Bills when !model.BillsKnown => "Bills",
            Screen.Bills => FormattableString.Invariant($"{Of(model.BillRows.Length, model.Bills.Count)} {(model.Bills.Count == 1 ? "bill" : "bills")}{age}{New(model.UnreadByBill.Count)}{filter}"),
            Screen.Changes => FormattableString.Invariant($"Changes  {Of(model.ChangeRows.Length, model.Changes.Length)}{age}{New(model.UnreadChanges)}{filter}"),
            Screen.Sources => $"Sources{age}",
            Screen.Calendar => FormattableString.Invariant($"Calendar{(model.Calendar.LooksBack ? ", 30 days back" : "")}  {model.Calendar.Rows.Length} {(model.Calendar.Rows.Length == 1 ? "date" : "dates")}{filter}{(model.Calendar.Basis?.UnpublishedYears.Contains(model.Today.Year) == true ? $"  ({model.Today.Year}: Constitution's days only)" : "")}"),
            Screen.Candidates => FormattableString.Invariant($"Candidates  {Of(model.Candidates.Rows.Length, model.Candidates.All.Length)}{New(model.Candidates.Undecided)}{filter}"),
            Screen.Meetings => "Meetings",
            Screen.Segment => SegmentView.Where(model),
            _ => model.Bills.GetValueOrDefault(model.DetailBill) is { } bill ? $"{bill.Measure}  {bill.Session}{age}" : "Bill",
        };
    }

    private static string Of(int shown, int all) => FormattableString.Invariant(shown == all ? (FormattableString)$"{all}" : $"{shown} of {all}");

    private static string New(int count) => count == 0 ? "" : FormattableString.Invariant($"  {count} new");

    private static void DrawTabs(DashboardModel model, FrameBuilder frame, string clock)
    {
        Tabs.Draw(model, frame, clock.Length == 0 ? $"{model.Keys.KeyOf(new Msg.ShowCommands(false), "?")} help" : clock, needed: clock.Length > 0);
    }
}
