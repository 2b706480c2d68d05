using System.CommandLine;
using Google.Protobuf.Collections;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>topics</c>: what new bills are searched for.</summary>
internal static class TopicsCommand
{
    public static Command Make()
    {
        var command = new Command("topics", """
            What new and amended bills are searched for; the setting LegTracker:Topics names a file of your own

            examples:
              legtracker topics
              legtracker topics --json
            """);
        command.SetAction(CommandLine.Body(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var topics = (await scope.Connection.Discovery.ListTopicsAsync(new ListTopicsRequest(), deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Topics;
        foreach (var topic in topics)
        {
            if (scope.Json)
            {
                CommandScope.WriteJson(topic);
                continue;
            }

            CommandScope.Write($"{topic.Title}  ({topic.Name["topics/".Length..]}){(topic.Enabled ? "" : "  [turned off]")}");
            Write("any of", topic.Include);
            Write("but not", topic.Exclude);
            Write("sections", topic.CodeSections);
        }

        return ExitCode.Done;
    }

    private static void Write(string heading, RepeatedField<string> entries)
    {
        if (entries.Count > 0)
        {
            CommandScope.Write($"  {heading,-9} {string.Join(" · ", entries)}");
        }
    }
}
