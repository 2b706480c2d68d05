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
        var (link, linkRole) = Link(model, frame.Glyphs);
        if (TextWidth.Of(link) > frame.Width - Name.Length - 2 && model.Connection.Link == LinkMark.Offline)
        {
            link = $"{frame.Glyphs.Offline} OFFLINE{Retry(model.Connection.RetryAt, model.Now)}";
        }

        var clock = Clock(model);
        var clockInTitle = clock.Length > 0 && frame.Width - TextWidth.Of(link) - TextWidth.Of(clock) - 5 >= LeastTitle;
        var right = TextWidth.Of(link) + 1 + (clockInTitle ? TextWidth.Of(clock) + 2 : 0);

        var title = frame.Line(Math.Max(0, frame.Width - right - 1)).Add(Name, Role.Bar).Add(Where(model), Role.Bar).Build(Role.Bar);
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

    private static string Retry(DateTimeOffset? at, DateTimeOffset now) => at switch
    {
        null => "",
        { } next when next <= now => ", retrying",
        { } next => FormattableString.Invariant($", retry {Math.Ceiling((next - now).TotalSeconds):0} s"),
    };

    private static string Where(DashboardModel model)
    {
        var age = model.KeptAsOf is null ? "" : $"  {BannerView.Age(model)}";
        var filter = model.Filter.Length > 0 && !model.Filtering ? $"  filter: {model.Filter}" : "";
        return model.Screen switch
        {
            Screen.Bills when !model.BillsKnown => "Bills",
            Screen.Bills => FormattableString.Invariant($"{Of(model.BillRows.Length, model.Bills.Count)} {(model.Bills.Count == 1 ? "bill" : "bills")}{age}{New(model.UnreadByBill.Count)}{filter}"),
            Screen.Changes => FormattableString.Invariant($"Changes  {Of(model.ChangeRows.Length, model.Changes.Length)}{age}{New(model.UnreadChanges)}{filter}"),
            Screen.Sources => $"Sources{age}",
            Screen.Help => "Help",
            _ => model.Bills.GetValueOrDefault(model.DetailBill) is { } bill ? $"{bill.Measure}  {bill.Session}{age}" : "Bill",
        };
    }

    private static string Of(int shown, int all) => FormattableString.Invariant(shown == all ? (FormattableString)$"{all}" : $"{shown} of {all}");

    private static string New(int count) => count == 0 ? "" : FormattableString.Invariant($"  {count} new");

    private static void DrawTabs(DashboardModel model, FrameBuilder frame, string clock)
    {
        var behind = model.Sources.Count(source => source.Mark is SourceMark.Behind or SourceMark.Failing);
        var line = frame.Line().Add(" ");
        foreach (var (screen, key, word) in new[]
        {
            (Screen.Bills, "1", "Bills"),
            (Screen.Changes, "2", model.UnreadChanges > 0 ? FormattableString.Invariant($"Changes {model.UnreadChanges}") : "Changes"),
            (Screen.Sources, "5", behind > 0 ? FormattableString.Invariant($"Sources !{behind}") : "Sources"),
        })
        {
            var here = screen == model.Screen || (model.Screen is Screen.Detail or Screen.Help && model.Trail.Length > 0 && model.Trail[0] == screen);
            var start = line.Column;
            line.Add(here ? $"[{key} {word}]" : $" {key} {word} ", here ? Role.TabHere : Role.Tab);
            frame.Zone(start, line.Column, new Msg.Show(screen));
        }

        var right = clock.Length == 0 ? "? help" : TextWidth.Of(clock) + 1 <= line.Room ? clock : clock[..clock.IndexOf(',', StringComparison.Ordinal)];
        var at = frame.Width - TextWidth.Of(right) - 1;
        if (at > line.Column)
        {
            line.To(at);
            if (clock.Length == 0)
            {
                frame.Zone(at, frame.Width, new Msg.ToggleHelp());
            }
        }
        else
        {
            line.Add(" ");
        }

        frame.Add(line.Add(right, clock.Length > 0 ? Role.Warning : Role.Dim).Build());
    }
}
