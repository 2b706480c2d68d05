using System.CommandLine;
using System.Text.Json;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>dashboard</c> and <c>dashboard keys</c>: the dashboard by its name, and its key map as it is with the user's own keys.</summary>
internal static class DashboardKeysCommand
{
    public static System.CommandLine.Command Make(IDashboardScreen screen)
    {
        var command = CommandLine.Make("dashboard", "The dashboard, as with no command\n\nexamples:\n  legtracker dashboard\n  legtracker dashboard keys", (scope, cancellationToken) => DashboardCommand.RunAsync(scope, screen, cancellationToken));
        command.Subcommands.Add(CommandLine.Make("keys", """
            The keys of the dashboard, with the ids of their commands

            $XDG_CONFIG_HOME/legtracker/keys.yaml (by default in ~/.config) gives a command other keys: one, or a list, by its id.

              list.down: [j, n, down]
              unread.next: ctrl+n
              list.first: g t

            What is wrong in that file is told with its line, and the exit code is 2.

            examples:
              legtracker dashboard keys
              legtracker dashboard keys --json
            """, (scope, _) => Task.FromResult(Print(scope, screen))));
        return command;
    }

    private static int Print(CommandScope scope, IDashboardScreen screen)
    {
        var (keys, usual, faults) = screen.Keys;
        var table = new TextTable("ID", "KEYS", "DOES", "ON", "");
        foreach (var (command, before) in keys.Commands.Zip(usual.Commands))
        {
            var changed = !command.Keys.SequenceEqual(before.Keys);
            if (scope.Json)
            {
                CommandScope.Write(JsonSerializer.Serialize(new { id = command.Id, keys = command.Keys, does = command.Title, on = ScreenWords.Of(command.When), changed }));
            }
            else
            {
                table.Add(command.Id, KeyWords.Of(command), command.Title, ScreenWords.Of(command.When), changed ? $"changed from {KeyWords.Of(before)}" : "");
            }
        }

        if (!scope.Json)
        {
            table.Write();
        }

        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        return faults.IsEmpty ? ExitCode.Done : ExitCode.Usage;
    }
}
