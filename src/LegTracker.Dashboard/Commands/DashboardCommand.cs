using LegTracker.Client;

namespace LegTracker.Dashboard.Commands;

/// <summary>The dashboard itself: finds or starts the server, then the full screen, or lines where there is no terminal.</summary>
internal static class DashboardCommand
{
    public static async Task<int> RunAsync(CommandScope scope, IDashboardScreen screen, CancellationToken cancellationToken)
    {
        if (!screen.HasTerminal)
        {
            throw new CommandFault(ExitCode.Usage, "The dashboard needs a terminal. For scripts: legtracker bills list --json, legtracker changes --follow --json; see legtracker --help");
        }

        var isDefault = scope.Address == new Uri(GlobalOptions.DefaultServer);
        if (await LocalServer.AskAsync(scope.Connection, cancellationToken) is null && isDefault && !scope.Parsed.GetValue(GlobalOptions.NoSpawn))
        {
            scope.Say($"No server answers at {scope.Address}: starting one in the background (stop it with: legtracker server stop) …");
            await LocalServer.StartAsync(scope.Connection, scope.Address, cancellationToken);
        }

        return await OpenAsync(scope, screen, scope.Connection, scope.Address, cancellationToken);
    }

    /// <summary>Opens the dashboard on a server; without a terminal prints the changes as lines until it is stopped.</summary>
    public static async Task<int> OpenAsync(CommandScope scope, IDashboardScreen screen, LegTrackerConnection connection, Uri address, CancellationToken cancellationToken)
    {
        if (screen.HasTerminal && !scope.Parsed.GetValue(GlobalOptions.Plain))
        {
            return await screen.RunAsync(connection, address, DisplayOptions(scope), cancellationToken);
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

    private static DisplayOptions DisplayOptions(CommandScope scope) => new(
        scope.Parsed.GetValue(GlobalOptions.Ascii),
        scope.Parsed.GetValue(GlobalOptions.NoColor) || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 },
        scope.Parsed.GetValue(GlobalOptions.Guard));
}
