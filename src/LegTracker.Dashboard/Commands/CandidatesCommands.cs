using System.CommandLine;
using System.Globalization;
using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>candidates</c>, <c>candidates accept|dismiss ID</c>: the bills that the topics found, and what people decide about them.</summary>
internal static class CandidatesCommands
{
    private static readonly Argument<string> Id = new("ID") { Description = "As listed: candidates/202520260AB831, 202520260AB831, or the bill: \"AB 831 2025-26\"" };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, for whoever asks later", HelpName = "TEXT" };
    private static readonly Option<string?> State = new("--state") { Description = "new (the default), accepted, dismissed or all", HelpName = "STATE" };
    private static readonly Option<string?> Topic = new("--topic") { Description = "Only those that match this topic, for instance human-trafficking", HelpName = "NAME" };

    public static Command Make()
    {
        var candidates = new Command("candidates", """
            Bills that the topics found and nobody tracks yet, the best match first, with the sentence that matched

            examples:
              legtracker candidates
              legtracker candidates --state dismissed --json
              legtracker candidates accept "AB 831 2025-26"
              legtracker candidates dismiss 202520260AB831 --reason "about gambling only"
            """)
        {
            State, Topic,
        };
        candidates.SetAction(CommandLine.Body(ListAsync));
        candidates.Subcommands.Add(Decide("accept", "Put a found bill on the watch list\n\nexamples:\n  legtracker candidates accept \"AB 831 2025-26\"", AcceptAsync));
        candidates.Subcommands.Add(Decide("dismiss", "Set a found bill aside; it comes back only when it changes enough\n\nexamples:\n  legtracker candidates dismiss 202520260AB831 --reason \"about gambling only\"", DismissAsync));
        return candidates;
    }

    private static Command Decide(string name, string description, Func<CommandScope, CancellationToken, Task<int>> body)
    {
        var command = new Command(name, description) { Id, Reason };
        command.SetAction(CommandLine.Body(body));
        return command;
    }

    private static async Task<int> ListAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var state = StateOf(scope.Parsed.GetValue(State));
        var topic = scope.Parsed.GetValue(Topic) is { Length: > 0 } named ? named.StartsWith("topics/", StringComparison.Ordinal) ? named : $"topics/{named}" : "";
        var request = new ListCandidatesRequest { State = state, Topic = topic, PageSize = 200 };
        var count = 0;
        do
        {
            var page = await scope.Connection.Discovery.ListCandidatesAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
            foreach (var candidate in page.Candidates)
            {
                count++;
                Write(scope, candidate);
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        if (count == 0)
        {
            scope.Say(state == CandidateState.New
                ? "No new candidates: nothing that was read since the last decision matches a topic. See: legtracker topics"
                : "No candidates of this kind.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> AcceptAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var request = new AcceptCandidateRequest { Name = Name(scope.Parsed.GetRequiredValue(Id)), Reason = scope.Parsed.GetValue(Reason) ?? "" };
        var candidate = (await scope.Connection.Discovery.AcceptCandidateAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Candidate;
        return Done(scope, candidate, $"{candidate.Measure} ({candidate.Session}) is now tracked; it is read at the next tick. See: legtracker bills show \"{candidate.Measure} {candidate.Session}\"");
    }

    private static async Task<int> DismissAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var request = new DismissCandidateRequest { Name = Name(scope.Parsed.GetRequiredValue(Id)), Reason = scope.Parsed.GetValue(Reason) ?? "" };
        var candidate = (await scope.Connection.Discovery.DismissCandidateAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Candidate;
        return Done(scope, candidate, $"{candidate.Measure} ({candidate.Session}) is set aside; it comes back only when it changes enough.");
    }

    private static int Done(CommandScope scope, Candidate candidate, string sentence)
    {
        if (scope.Json)
        {
            CommandScope.WriteJson(candidate);
        }
        else
        {
            CommandScope.Write(sentence);
        }

        return ExitCode.Done;
    }

    private static void Write(CommandScope scope, Candidate candidate)
    {
        if (scope.Json)
        {
            CommandScope.WriteJson(candidate);
            return;
        }

        CommandScope.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{candidate.Score,4}  {candidate.Measure} ({candidate.Session})  {candidate.Subject}{(candidate.State == CandidateState.New ? "" : $"  [{ApiWords.Of(candidate.State)}{(candidate.Reason.Length > 0 ? $": {candidate.Reason}" : "")}]")}"));
        CommandScope.Write($"      {candidate.MatchedVersion}: {candidate.MatchedSentence}");
        CommandScope.Write($"      {candidate.Because}; found {Words.Of(candidate.FoundTime)}");
    }

    private static CandidateState StateOf(string? text) => text?.ToUpperInvariant() switch
    {
        null or "NEW" => CandidateState.New,
        "ACCEPTED" => CandidateState.Accepted,
        "DISMISSED" => CandidateState.Dismissed,
        "ALL" => CandidateState.Unspecified,
        _ => throw new CommandFault(ExitCode.Usage, $"--state '{text}' is not new, accepted, dismissed or all"),
    };

    /// <exception cref="CommandFault">The text names no bill, or no session with it.</exception>
    private static string Name(string text)
    {
        var id = text.StartsWith("candidates/", StringComparison.Ordinal) ? text["candidates/".Length..] : text;
        if (BillId.TryFromLeginfoId(id, out var bill))
        {
            return $"candidates/{bill.LeginfoId}";
        }

        var spelling = BillArgument.Spell(id, null);
        return spelling.Session is { } session
            ? $"candidates/{spelling.In(session).LeginfoId}"
            : throw new CommandFault(ExitCode.Usage, $"'{text}' needs its session: write it as \"{spelling.Measure} 2025-26\", or as the list names it");
    }
}
