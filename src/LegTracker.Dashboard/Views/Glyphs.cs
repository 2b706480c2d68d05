using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The marks and lines of the screens, in UTF-8 or in ASCII; each one cell wide unless said.</summary>
internal sealed record Glyphs
{
    public static Glyphs Utf8 { get; } = new();

    public static Glyphs Plain { get; } = new()
    {
        IsAscii = true,
        Cursor = ">",
        Unread = "*",
        Bookmark = "&",
        Ellipsis = "..",
        Rule = "-",
        Bar = "|",
        TurnUp = "+",
        TurnBack = "+",
        TurnDown = "+",
        CornerTopLeft = "+",
        CornerTopRight = "+",
        CornerBottomLeft = "+",
        CornerBottomRight = "+",
        Track = "-",
        TrackAhead = ".",
        Live = "*",
        Offline = "!",
        Waiting = "?",
        Pending = "+",
        Done = "#",
        Here = "@",
        Skipped = "o",
        Held = "=",
        Dead = "x",
        Law = "$",
        ToCome = ".",
        Ok = "+",
        Behind = "~",
        Failing = "x",
        Paused = "=",
        Caret = "_",
        Up = "^",
        Down = "v",
        Dash = "-",
        Governor = "@",
        Unknown = "?",
    };

    public bool IsAscii { get; init; }

    public string Cursor { get; init; } = "▶";

    public string Unread { get; init; } = "•";

    /// <summary>A bill that the user has marked.</summary>
    public string Bookmark { get; init; } = "◆";

    /// <summary>Marks a cut; two cells in ASCII.</summary>
    public string Ellipsis { get; init; } = "…";

    public string Rule { get; init; } = "─";

    public string Bar { get; init; } = "│";

    /// <summary>Where a rail goes over to the next house: down from its end, back, and down to the house's beginning.</summary>
    public string TurnUp { get; init; } = "╮";

    public string TurnBack { get; init; } = "╯";

    public string TurnDown { get; init; } = "╭";

    public string CornerTopLeft { get; init; } = "┌";

    public string CornerTopRight { get; init; } = "┐";

    public string CornerBottomLeft { get; init; } = "└";

    public string CornerBottomRight { get; init; } = "┘";

    /// <summary>The way already gone, and the way ahead.</summary>
    public string Track { get; init; } = "━";

    public string TrackAhead { get; init; } = "─";

    public string Live { get; init; } = "●";

    public string Offline { get; init; } = "○";

    public string Waiting { get; init; } = "◌";

    /// <summary>Edited here and not written yet.</summary>
    public string Pending { get; init; } = "◌";

    public string Done { get; init; } = "●";

    public string Here { get; init; } = "◐";

    public string Skipped { get; init; } = "○";

    public string Held { get; init; } = "■";

    public string Dead { get; init; } = "✗";

    public string Law { get; init; } = "★";

    public string ToCome { get; init; } = "·";

    public string Governor { get; init; } = "◐";

    public string Unknown { get; init; } = "?";

    public string Ok { get; init; } = "●";

    public string Behind { get; init; } = "◐";

    public string Failing { get; init; } = "✗";

    public string Paused { get; init; } = "■";

    public string Caret { get; init; } = "▏";

    public string Up { get; init; } = "↑";

    public string Down { get; init; } = "↓";

    /// <summary>Stands where nothing is known.</summary>
    public string Dash { get; init; } = "—";

    public static Glyphs Of(DashboardModel model) => model.Ascii ? Plain : Utf8;

    public (string Glyph, Role Role) Of(StepMark mark) => mark switch
    {
        StepMark.Done => (Done, Role.Done),
        StepMark.Here => (Here, Role.Here),
        StepMark.Skipped => (Skipped, Role.ToCome),
        StepMark.Held => (Held, Role.Held),
        StepMark.Dead => (Dead, Role.Dead),
        StepMark.Law => (Law, Role.Law),
        StepMark.ToCome => (ToCome, Role.ToCome),
        _ => (Unknown, Role.Dim),
    };

    public (string Glyph, Role Role) Of(StageMark mark) => mark switch
    {
        StageMark.Moving => (Here, Role.Here),
        StageMark.Held => (Held, Role.Held),
        StageMark.WithGovernor => (Governor, Role.Here),
        StageMark.Law or StageMark.Adopted => (Law, Role.Law),
        StageMark.Vetoed or StageMark.Dead => (Dead, Role.Dead),
        _ => (Unknown, Role.Dim),
    };

    public (string Glyph, Role Role) Of(SourceMark mark) => mark switch
    {
        SourceMark.Ok => (Ok, Role.Good),
        SourceMark.Behind => (Behind, Role.Warning),
        SourceMark.Failing => (Failing, Role.Problem),
        SourceMark.Paused => (Paused, Role.Held),
        _ => (Unknown, Role.Dim),
    };
}
