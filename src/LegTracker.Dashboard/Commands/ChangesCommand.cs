using System.CommandLine;
using System.Globalization;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>changes</c>: the log, and with <c>--follow</c> what is recorded from then on, each change once.</summary>
internal static class ChangesCommand
{
    private static readonly Option<long> After = new("--after") { Description = "Only changes after this revision", HelpName = "REV" };
    private static readonly Option<string?> Since = new("--since") { Description = "First event date, included", HelpName = "DATE" };
    private static readonly Option<string?> Until = new("--until") { Description = "Last event date, included", HelpName = "DATE" };
    private static readonly Option<string?> Bill = new("--bill") { Description = "Only this bill", HelpName = "BILL" };
    private static readonly Option<bool> Follow = new("--follow") { Description = "Stay, and print what is recorded from now on; resumes by itself" };

    public static Command Make()
    {
        var command = new Command("changes", """
            The log of every change; dates are event dates, both ends included

            examples:
              legtracker changes --since 2025-09-01 --until 2025-09-30
              legtracker changes --bill "AB 831" --json
              legtracker changes --after 120 --follow
            """);
        foreach (var option in new Option[] { After, Since, Until, Bill, Follow })
        {
            command.Options.Add(option);
        }

        command.SetAction(CommandLine.Body(RunAsync));
        return command;
    }

    /// <summary>One line a change: event date (or when it was recorded), measure, the sentence.</summary>
    public static string Line(Change change) => string.Create(
        CultureInfo.InvariantCulture,
        $"{change.Revision,6}  {(change.EventDate.Length > 0 ? change.EventDate : "          ")}  {Words.Measure(change.Bill),-9} {change.Summary}");

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var request = new ListChangesRequest
        {
            AfterRevision = scope.Parsed.GetValue(After),
            Since = Day(scope, Since),
            Until = Day(scope, Until),
            PageSize = 1000,
        };
        if (scope.Parsed.GetValue(Bill) is { } text)
        {
            request.Bills.Add(await BillArgument.ResolveAsync(scope.Connection, text, null, cancellationToken));
        }

        if (scope.Parsed.GetValue(Follow))
        {
            return await FollowAsync(scope, request, cancellationToken);
        }

        var printed = 0;
        do
        {
            var page = await scope.Connection.Changes.ListChangesAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
            foreach (var change in page.Changes)
            {
                Print(scope, change);
                printed++;
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        if (printed == 0)
        {
            scope.Say("No change fits.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> FollowAsync(CommandScope scope, ListChangesRequest wanted, CancellationToken cancellationToken)
    {
        var watcher = new ChangeWatcher(scope.Connection);
        await foreach (var told in watcher.WatchAsync(WatchStart.After(wanted.AfterRevision, wanted.Bills), TimeProvider.System, cancellationToken))
        {
            switch (told)
            {
                case WatchEvent.Changed changed:
                    foreach (var change in changed.Changes.Where(change => InPeriod(change, wanted)))
                    {
                        Print(scope, change);
                    }

                    break;
                case WatchEvent.Disconnected lost:
                    scope.Say($"connection lost ({lost.Reason}); next try in {lost.RetryIn.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
                    break;
                default:
                    break;
            }
        }

        return ExitCode.Done;
    }

    private static bool InPeriod(Change change, ListChangesRequest wanted) =>
        (wanted.Since.Length == 0 || string.CompareOrdinal(change.EventDate, wanted.Since) >= 0)
        && (wanted.Until.Length == 0 || (change.EventDate.Length > 0 && string.CompareOrdinal(change.EventDate, wanted.Until) <= 0));

    private static void Print(CommandScope scope, Change change)
    {
        if (scope.Json)
        {
            CommandScope.WriteJson(change);
        }
        else
        {
            CommandScope.Write(Line(change));
        }
    }

    private static string Day(CommandScope scope, Option<string?> option) => scope.Parsed.GetValue(option) is { } text ? DateArgument.Read(option.Name, text) : "";
}
