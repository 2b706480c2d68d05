using LegTracker.Client;

namespace LegTracker.Dashboard.Commands;

/// <summary>The dashboard itself: finds or starts the server, then the full screen, or lines where there is no terminal.</summary>
internal static class DashboardCommand
{
    public static async Task<int> RunAsync(CommandScope scope, IDashboardScreen screen, CancellationToken cancellationToken)
    {
        var plain = scope.Parsed.GetValue(GlobalOptions.Plain);
        if (!screen.HasTerminal && !plain)
        {
            throw new CommandFault(ExitCode.Usage, "The dashboard needs a terminal. Line by line: legtracker --plain. For scripts: legtracker bills list --json, legtracker changes --follow --json; see legtracker --help");
        }

        var options = DisplayOptions(scope) with { Prepare = (say, stop) => StartServerAsync(scope, say, stop) };
        return await (plain ? screen.TalkAsync(scope.Connection, scope.Address, options, cancellationToken) : screen.RunAsync(scope.Connection, scope.Address, options, cancellationToken));
    }

    /// <summary>Opens the dashboard on a server; without a terminal prints the changes as lines until it is stopped.</summary>
    /// <param name="stateFolder">Where this user's marks and choices are kept; null for the user's own folder.</param>
    /// <param name="tour">Begin with the tour of the keys.</param>
    public static async Task<int> OpenAsync(CommandScope scope, IDashboardScreen screen, LegTrackerConnection connection, Uri address, string? stateFolder, bool tour, CancellationToken cancellationToken)
    {
        var options = DisplayOptions(scope) with { StateFolder = stateFolder, Tour = tour };
        var plain = scope.Parsed.GetValue(GlobalOptions.Plain);
        if (screen.HasTerminal && !plain)
        {
            return await screen.RunAsync(connection, address, options, cancellationToken);
        }

        if (plain && !Console.IsInputRedirected)
        {
            return await screen.TalkAsync(connection, address, options with { Tour = false }, cancellationToken);
        }

        scope.Say($"No full screen here: printing changes as lines. Other programs can connect to {address}; Ctrl-C ends.");
        await foreach (var told in new ChangeWatcher(connection).WatchAsync(WatchStart.After(0, []), TimeProvider.System, cancellationToken))
        {
            foreach (var change in told is WatchEvent.Changed changed ? changed.Changes : [])
            {
                if (scope.Json)
                {
                    CommandScope.WriteJson(change);
                }
                else
                {
                    CommandScope.Write(ChangesCommand.Line(change));
                }
            }
        }

        return ExitCode.Done;
    }

    // Only the server of this machine is started unasked.
    private static async Task StartServerAsync(CommandScope scope, Action<string> say, CancellationToken cancellationToken)
    {
        if (scope.Address == new Uri(GlobalOptions.DefaultServer) && !scope.Parsed.GetValue(GlobalOptions.NoSpawn)
            && await LocalServer.AskAsync(scope.Connection, cancellationToken) is null)
        {
            say($"No server answers: starting one that goes on after you leave (legtracker server stop ends it)");
            await LocalServer.StartAsync(scope.Connection, scope.Address, cancellationToken);
        }
    }

    private static DisplayOptions DisplayOptions(CommandScope scope) => new(
        scope.Parsed.GetValue(GlobalOptions.Ascii),
        scope.Parsed.GetValue(GlobalOptions.NoColor) || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 },
        scope.Parsed.GetValue(GlobalOptions.Guard));
}
