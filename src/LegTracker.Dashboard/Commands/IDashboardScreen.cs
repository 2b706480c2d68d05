using System.Collections.Immutable;
using LegTracker.Client;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Commands;

/// <summary>The full screen as commands see it: they open it without knowing what draws it.</summary>
internal interface IDashboardScreen
{
    /// <summary>Whether standard input and output are a terminal that can be drawn on.</summary>
    bool HasTerminal { get; }

    /// <summary>The key map with the user's own keys, the one without them, and what is wrong with the user's files.</summary>
    (KeyMap Keys, KeyMap Usual, ImmutableArray<string> Faults) Keys { get; }

    /// <summary>Runs the dashboard until the user leaves; gives the program's exit code.</summary>
    Task<int> RunAsync(LegTrackerConnection connection, Uri address, DisplayOptions options, CancellationToken cancellationToken);

    /// <summary>Runs the dashboard as a dialogue line by line, on standard input and output, until the user leaves.</summary>
    Task<int> TalkAsync(LegTrackerConnection connection, Uri address, DisplayOptions options, CancellationToken cancellationToken);
}

/// <summary>How the full screen is drawn.</summary>
/// <param name="Guard">Restore the terminal even after kill -9.</param>
internal sealed record DisplayOptions(bool Ascii, bool NoColor, bool Guard)
{
    /// <summary>Where the user's choices, the marks of what was read, unsent edits and the last known list are kept; null for the user's own folder.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Begin with the tour of the keys.</summary>
    public bool Tour { get; init; }

    /// <summary>Runs beside the screen before the server is called, such as starting one; is given how to say something.</summary>
    public Func<Action<string>, CancellationToken, Task> Prepare { get; init; } = (_, _) => Task.CompletedTask;
}
