using System.CommandLine;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>sources</c>: health of each source, in words what is wrong and what to do, and the bodies that were not believed.</summary>
internal static class SourcesCommand
{
    private static readonly Option<string?> Quarantine = new("--quarantine")
    {
        Description = "List the bodies that were not believed, or print one of them",
        HelpName = "ID",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Out = new("--out") { Description = "Write the body to a file as it came", HelpName = "FILE" };
    private static readonly Option<string?> Evidence = new("--evidence") { Description = "Print what was read, by the hash that bills show --evidence gives", HelpName = "SHA256" };
    private static readonly Option<string?> Resume = new("--resume") { Description = "Poll a paused source again, or say that what a drifted one shows is right", HelpName = "NAME" };
    private static readonly Option<string?> Pause = new("--pause") { Description = "Stop the schedule of a source until it is resumed", HelpName = "NAME" };
    private static readonly Option<string?> Why = new("--reason") { Description = "Why it is paused, for whoever looks at it", HelpName = "TEXT" };

    public static Command Make()
    {
        var command = new Command("sources", """
            Health of each source, what is wrong with it and what to do

            examples:
              legtracker sources
              legtracker sources --json
              legtracker sources --quarantine
              legtracker sources --quarantine 17
              legtracker sources --quarantine 17 --out page.html
              legtracker sources --evidence 9f86d081…
              legtracker sources --pause pages --reason "the site asked us to"
              legtracker sources --resume pages
            """);
        command.Options.Add(Quarantine);
        command.Options.Add(Out);
        command.Options.Add(Evidence);
        command.Options.Add(Resume);
        command.Options.Add(Pause);
        command.Options.Add(Why);
        command.SetAction(CommandLine.Body(RunAsync));
        return command;
    }

    private static Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var id = scope.Parsed.GetValue(Quarantine);
        return scope.Parsed.GetValue(Pause) is { } resting ? PauseAsync(scope, resting, cancellationToken)
            : scope.Parsed.GetValue(Why) is not null ? throw new CommandFault(ExitCode.Usage, "--reason goes with --pause NAME: say which source")
            : scope.Parsed.GetValue(Resume) is { } name ? ResumeAsync(scope, name, cancellationToken)
            : scope.Parsed.GetValue(Evidence) is { } sha256 ? EvidenceAsync(scope, sha256, cancellationToken)
            : id is not null ? ShowAsync(scope, id, cancellationToken)
            : scope.Parsed.GetValue(Out) is not null ? throw new CommandFault(ExitCode.Usage, "--out goes with --quarantine ID or --evidence SHA256: say which body")
            : scope.Parsed.GetResult(Quarantine) is not null ? QuarantineAsync(scope, cancellationToken)
            : HealthAsync(scope, cancellationToken);
    }

    private static async Task<int> HealthAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var answer = await scope.Connection.Sources.ListSourcesAsync(new ListSourcesRequest(), deadline: Deadlines.Short(), cancellationToken: cancellationToken);
        if (scope.Json)
        {
            foreach (var source in answer.Sources)
            {
                CommandScope.WriteJson(source);
            }

            return ExitCode.Done;
        }

        foreach (var line in SourcesText.Lines(answer.Sources, answer.Now.ToDateTimeOffset(), Console.IsOutputRedirected ? 0 : Console.WindowWidth))
        {
            CommandScope.Write(line);
        }

        return ExitCode.Done;
    }

    private static async Task<int> QuarantineAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var bodies = (await scope.Connection.Sources.ListQuarantinedAsync(new ListQuarantinedRequest(), deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Bodies;
        if (scope.Json)
        {
            foreach (var body in bodies)
            {
                CommandScope.WriteJson(body);
            }
        }
        else if (bodies.Count == 0)
        {
            scope.Say("Every body that came was believed: nothing is in quarantine.");
        }
        else
        {
            SourcesText.Table(bodies).Write();
        }

        return ExitCode.Done;
    }

    private static async Task<int> ShowAsync(CommandScope scope, string id, CancellationToken cancellationToken)
    {
        var name = id.StartsWith("quarantined/", StringComparison.Ordinal) ? id : $"quarantined/{id}";
        var body = (await scope.Connection.Sources.GetQuarantinedAsync(new GetQuarantinedRequest { Name = name }, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Body;
        if (scope.Parsed.GetValue(Out) is { } file)
        {
            FileWriting.Replace(file, body.Body.WriteTo);
            scope.Say($"{file}: {body.Body.Length} bytes as they came. Open it with care: nothing of it was believed.");
        }
        else if (scope.Json)
        {
            CommandScope.WriteJson(body);
        }
        else
        {
            scope.Say($"{body.Reason}, {body.BodyBytes} bytes from {CleanLines.Line(body.Url)}, kept {Words.Of(body.KeepTime)}{(body.Body.Length < body.BodyBytes ? $"; its first {body.Body.Length} bytes" : "")}:");
            foreach (var line in CleanLines.Of(body.Body.Span))
            {
                CommandScope.Write(line);
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> EvidenceAsync(CommandScope scope, string sha256, CancellationToken cancellationToken)
    {
        var evidence = (await scope.Connection.Sources.GetEvidenceAsync(new GetEvidenceRequest { Sha256 = sha256 }, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Evidence;
        if (scope.Parsed.GetValue(Out) is { } file)
        {
            FileWriting.Replace(file, evidence.Body.WriteTo);
            scope.Say($"{file}: {evidence.Body.Length} bytes; sha256sum gives {evidence.Sha256}");
        }
        else if (scope.Json)
        {
            CommandScope.WriteJson(evidence);
        }
        else
        {
            scope.Say($"First read {Words.Of(evidence.FirstSeenTime)} by {evidence.Parser_}; a line a value, with its length:");
            foreach (var line in CleanLines.Of(evidence.Body.Span))
            {
                CommandScope.Write(line);
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> PauseAsync(CommandScope scope, string name, CancellationToken cancellationToken)
    {
        var request = new PauseSourceRequest { Source = Resource(name), Reason = scope.Parsed.GetValue(Why) ?? "" };
        var answer = await scope.Connection.Sources.PauseSourceAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
        if (scope.Json)
        {
            CommandScope.WriteJson(answer);
        }
        else
        {
            CommandScope.Write($"{name} is not polled until it is resumed; a poll that runs goes on.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> ResumeAsync(CommandScope scope, string name, CancellationToken cancellationToken)
    {
        var request = new ResumeSourceRequest { Source = Resource(name) };
        var answer = await scope.Connection.Sources.ResumeSourceAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
        if (scope.Json)
        {
            CommandScope.WriteJson(answer);
        }
        else
        {
            CommandScope.Write(answer.AcceptedCount == 0
                ? $"{name} is not paused and holds nothing back."
                : $"{answer.AcceptedCount} reading(s) of {name} are right by your word; each is recorded when the next poll shows the same.");
        }

        return ExitCode.Done;
    }

    private static string Resource(string name) => name.StartsWith("sources/", StringComparison.Ordinal) ? name : $"sources/{name}";
}
