using System.CommandLine;
using System.Globalization;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>sources</c>: health of each source, and in words what is wrong and what to do.</summary>
internal static class SourcesCommand
{
    public static Command Make()
    {
        var command = new Command("sources", """
            Health of each source, and what to do when something is wrong

            examples:
              legtracker sources
              legtracker sources --json
            """);
        command.SetAction(CommandLine.Body(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var sources = (await scope.Connection.Sources.ListSourcesAsync(new ListSourcesRequest(), deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Sources;
        if (scope.Json)
        {
            foreach (var source in sources)
            {
                CommandScope.WriteJson(source);
            }

            return ExitCode.Done;
        }

        var table = new TextTable("SOURCE", "STATE", "LAST SUCCESS", "LAST TRY", "NEXT", "FAILURES", "UNKNOWN LINES", "HOST");
        foreach (var source in sources)
        {
            table.Add(
                source.Name["sources/".Length..],
                ApiWords.Of(source.State),
                Words.Of(source.LastSuccessTime),
                Words.Of(source.LastAttemptTime),
                source.NextAttemptTime is null ? "at once" : Words.Of(source.NextAttemptTime),
                source.ConsecutiveFailures.ToString(CultureInfo.InvariantCulture),
                source.UnknownActionCount.ToString(CultureInfo.InvariantCulture),
                source.Host);
        }

        table.Write();
        foreach (var source in sources.Where(source => source.StateReason.Length > 0))
        {
            CommandScope.Write($"{source.Name["sources/".Length..]}: {source.StateReason}");
        }

        return ExitCode.Done;
    }
}
