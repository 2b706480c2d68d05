using System.CommandLine;
using System.Globalization;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>server start|stop|status</c>: the local server.</summary>
internal static class ServerCommands
{
    public static Command Make()
    {
        var server = new Command("server", "The local server\n\nexamples:\n  legtracker server status");
        server.Subcommands.Add(Make("start", "Start it in the background; says so when it already runs", StartAsync));
        server.Subcommands.Add(Make("stop", "Stop it; a poll that is cut off is still due at the next start", StopAsync));
        server.Subcommands.Add(Make("status", "Whether it answers, its version, data folder, clock and newest revision", StatusAsync));
        return server;
    }

    private static Command Make(string name, string description, Func<CommandScope, CancellationToken, Task<int>> body)
    {
        var command = new Command(name, $"{description}\n\nexamples:\n  legtracker server {name}");
        command.SetAction(CommandLine.Body(body));
        return command;
    }

    private static async Task<int> StartAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await LocalServer.AskAsync(scope.Connection, cancellationToken) is { } running)
        {
            scope.Say($"A server already answers at {scope.Address}.");
            return Print(scope, running);
        }

        if (!scope.Address.IsLoopback)
        {
            throw new CommandFault(ExitCode.Refused, $"{scope.Address} is not on this machine: start the server there.");
        }

        var info = await LocalServer.StartAsync(scope.Connection, scope.Address, cancellationToken);
        scope.Say($"The server runs in the background; its messages go to {LocalServer.Log}.");
        return Print(scope, info);
    }

    private static async Task<int> StopAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (await LocalServer.AskAsync(scope.Connection, cancellationToken) is not { } info)
        {
            scope.Say($"No server answers at {scope.Address}: nothing to stop.");
            return ExitCode.Done;
        }

        await LocalServer.StopAsync(scope.Connection, info, cancellationToken);
        scope.Say("The server has stopped.");
        return ExitCode.Done;
    }

    private static async Task<int> StatusAsync(CommandScope scope, CancellationToken cancellationToken) =>
        await LocalServer.AskAsync(scope.Connection, cancellationToken) is { } info
            ? Print(scope, info)
            : throw new CommandFault(ExitCode.Unreachable, $"No server answers at {scope.Address}. Start one with: legtracker server start");

    private static int Print(CommandScope scope, ServerInfo info)
    {
        if (scope.Json)
        {
            CommandScope.WriteJson(info);
            return ExitCode.Done;
        }

        var clock = info.Clock.Start is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; virtual clock at {Words.Of(info.Clock.Now)}, {info.Clock.Speed:0.##} times as fast");
        CommandScope.Write($"LegTracker server {info.ServerVersion} at {scope.Address}, revision {info.HeadRevision}, process {info.ProcessId}, data in {info.DataDirectory}{clock}");
        return ExitCode.Done;
    }
}
