using System.CommandLine;
using System.Globalization;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>poll</c>: polls now, with progress on stderr and a line for each bill that changed or failed.</summary>
internal static class PollCommand
{
    private const string NotInSource = "BILL_NOT_IN_SOURCE";

    private static readonly Option<string?> Source = new("--source") { Description = "bulk or pages; every enabled source when left out", HelpName = "NAME" };
    private static readonly Option<string?> Bill = new("--bill") { Description = "Only this bill", HelpName = "BILL" };
    private static readonly Option<bool> Wait = new("--wait") { Description = "Stay until it is done" };

    public static Command Make()
    {
        var command = new Command("poll", """
            Poll the sources now; polling twice changes nothing

            examples:
              legtracker poll --wait
              legtracker poll --source bulk --bill "AB 831" --wait --json
            """);
        command.Options.Add(Source);
        command.Options.Add(Bill);
        command.Options.Add(Wait);
        command.SetAction(CommandLine.Body(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var request = new RunPollRequest { Source = scope.Parsed.GetValue(Source) is { } name ? $"sources/{name}" : "" };
        if (scope.Parsed.GetValue(Bill) is { } text)
        {
            request.Bill = await BillArgument.ResolveAsync(scope.Connection, text, null, cancellationToken);
        }

        using var call = scope.Connection.Sources.RunPoll(request, cancellationToken: cancellationToken);
        var exit = ExitCode.Done;
        await foreach (var told in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            if (!scope.Parsed.GetValue(Wait))
            {
                scope.Say("The poll has begun. See: legtracker sources, legtracker changes --follow");
                return ExitCode.Done;
            }

            exit = Math.Max(exit, Tell(scope, told, request.Bill.Length > 0));
        }

        return exit;
    }

    private static int Tell(CommandScope scope, RunPollResponse told, bool oneBill)
    {
        if (told.EventCase == RunPollResponse.EventOneofCase.Progress)
        {
            var progress = told.Progress;
            scope.Say(string.Create(CultureInfo.InvariantCulture, $"{progress.Source["sources/".Length..]}: {progress.What}, {progress.BytesDone:N0}{(progress.BytesTotal > 0 ? $" of {progress.BytesTotal:N0}" : "")} bytes, {progress.Rows:N0} rows"));
            return ExitCode.Done;
        }

        var whole = told.EventCase == RunPollResponse.EventOneofCase.SourceDone;
        var poll = whole ? told.SourceDone : told.BillDone;
        var failed = poll.Outcome is PollOutcome.FetchFailed or PollOutcome.Quarantined or PollOutcome.Skipped;
        var absent = failed && poll.ErrorReason == NotInSource;
        if (scope.Json)
        {
            CommandScope.WriteJson(poll);
        }
        else if (whole || failed || poll.ChangeCount > 0)
        {
            var what = whole ? $"{poll.Source["sources/".Length..]} (whole)" : Words.Measure(poll.Bill);
            CommandScope.Write(absent ? $"{what,-14} not found: {poll.ErrorDetail}; what was known of it stays" : string.Create(
                CultureInfo.InvariantCulture,
                $"{what,-14} {ApiWords.Of(poll.Outcome)}, {poll.ChangeCount} change(s){(poll.ErrorDetail.Length > 0 ? $": {poll.ErrorReason}: {poll.ErrorDetail}" : "")}"));
        }

        return !failed || !(whole || oneBill) ? ExitCode.Done : absent ? ExitCode.NotFound : ExitCode.Failed;
    }
}
