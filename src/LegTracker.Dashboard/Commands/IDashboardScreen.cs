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
}

/// <summary>How the full screen is drawn.</summary>
/// <param name="Guard">Restore the terminal even after kill -9.</param>
internal sealed record DisplayOptions(bool Ascii, bool NoColor, bool Guard);
