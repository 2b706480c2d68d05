using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Terminal;

/// <summary>How the dashboard is to look and behave; set before it starts.</summary>
internal sealed record DashboardSettings
{
    /// <summary>Draw with ASCII characters only; also done where the locale is not UTF-8.</summary>
    public bool Ascii { get; init; }

    /// <summary>Use no colours; also done where NO_COLOR is set.</summary>
    public bool NoColour { get; init; }

    /// <summary>Keep a small helper process that puts the terminal back after kill −9.</summary>
    public bool Guard { get; init; }

    /// <summary>Take wheel and clicks; text is then selected with Shift held. Default: on.</summary>
    public bool Mouse { get; init; } = true;

    /// <summary>What the user chose last time: theme, order, columns, views, bookmarks.</summary>
    public ViewState View { get; init; } = new();

    /// <summary>The filter to begin with.</summary>
    public string Filter { get; init; } = "";

    /// <summary>What must be known at once; stays in the last row until a key is pressed. Empty: nothing.</summary>
    public string Notice { get; init; } = "";

    /// <summary>The zone of times and of today. Default: UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Commands with other keys than the default ones; null keeps those.</summary>
    public KeyMap? Keys { get; init; }

    /// <summary>Called once the first frame is out.</summary>
    public Action Shown { get; init; } = () => { };

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
