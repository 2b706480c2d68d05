namespace LegTracker.Dashboard.Views;

/// <summary>What a piece of text is for; a theme decides how that looks.</summary>
internal enum Role
{
    Text,
    Strong,
    Dim,

    /// <summary>The title bar.</summary>
    Bar,
    BarLive,
    BarAlert,
    BarClock,
    Tab,
    TabHere,
    Heading,
    Key,
    Border,
    Unread,

    /// <summary>Steps of a passage.</summary>
    Done,
    Here,
    ToCome,
    Held,
    Dead,
    Law,

    /// <summary>Something to look at: a deadline, a stale source.</summary>
    Warning,
    Problem,
    Good,
    Input,

    /// <summary>Words of a quotation that were searched for.</summary>
    Match,
}
