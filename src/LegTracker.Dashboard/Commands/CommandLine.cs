using System.CommandLine;
using Grpc.Core;
using LegTracker.Client;

namespace LegTracker.Dashboard.Commands;

/// <summary>The program's command line: parses, runs one command and turns what went wrong into a message and an exit code.</summary>
internal static class CommandLine
{
    /// <returns>0 done, 1 failed, 2 wrong usage, 3 server not reachable, 4 not found, 5 refused.</returns>
    public static async Task<int> RunAsync(string[] args, IDashboardScreen screen)
    {
        var parsed = Parse(args, screen);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            Console.Error.WriteLine($"See: legtracker {string.Join(' ', CommandPath(parsed))}--help");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>A command that does something by itself.</summary>
    /// <param name="description">What it does, then examples.</param>
    /// <param name="symbols">Its arguments in order, and its options.</param>
    public static Command Make(string name, string description, Func<CommandScope, CancellationToken, Task<int>> body, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetAction(Body(body));
        return command;
    }

    /// <summary>Runs a command's body and maps its faults.</summary>
    public static Func<ParseResult, CancellationToken, Task<int>> Body(Func<CommandScope, CancellationToken, Task<int>> body) => async (parsed, cancellationToken) =>
    {
        using var scope = new CommandScope(parsed);
        try
        {
            return await body(scope, cancellationToken);
        }
        catch (CommandFault fault)
        {
            return Fail(fault.ExitCode, fault.Message);
        }
        catch (RpcException fault)
        {
            return FailRpc(fault, scope.Address);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Fail(ExitCode.Failed, fault.Message);
        }
    };

    // The dashboard needs none of the other commands, and making them all would delay its first frame.
    private static ParseResult Parse(string[] args, IDashboardScreen screen)
    {
        var bare = Bare(screen);
        var parsed = bare.Parse(args);
        return parsed.Errors.Count == 0 && parsed.Action == bare.Action ? parsed : Root(screen).Parse(args);
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(IDashboardScreen screen)
    {
        var root = Bare(screen);
        foreach (var command in new[]
        {
            BillsCommands.Make(), ChangesCommand.Make(), CalendarCommand.Make(), PollCommand.Make(), SourcesCommand.Make(), TopicsCommand.Make(), CandidatesCommands.Make(),
            MeetingsCommands.Make(), SegmentCommand.Make(), ReportCommand.Make(), CheckCommand.Make(), DemoCommand.Make(screen), DashboardKeysCommand.Make(screen), KeysCommands.Make(), ServerCommands.Make(),
            CompletionCommand.Make(), ManCommand.Make(), VersionCommand.Make(),
        })
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static RootCommand Bare(IDashboardScreen screen)
    {
        var root = new RootCommand("""
            LegTracker: California bills on the commercial sexual exploitation of children, and the meeting's legislative update.

            With no command, in a terminal, it opens the dashboard.

            examples:
              legtracker                                          the dashboard
              legtracker demo                                     real histories replayed, offline
              legtracker bills show "AB 1394 2023-24"
              legtracker changes --follow --json
              legtracker segment build --meeting 2025-03-03 --format pptx --out update.pptx
            """);
        foreach (var option in GlobalOptions.All)
        {
            root.Options.Add(option);
        }

        root.SetAction(Body((scope, cancellationToken) => DashboardCommand.RunAsync(scope, screen, cancellationToken)));
        return root;
    }

    private static int FailRpc(RpcException fault, Uri address) => RichError.From(fault) switch
    {
        { Reason: "BILL_NOT_FOUND" } error => Fail(ExitCode.NotFound, error.Metadata.TryGetValue("near", out var near) && near.Length > 0
            ? $"{error.Message} Near: {near}."
            : error.Message),
        _ when TlsFault.Of(fault) is { } why => Fail(ExitCode.Unreachable, $"The server at {address} is not trusted: {why} If no public authority signed its certificate, name the authority's PEM file with --ca or LEGTRACKER_CA."),
        { Reason: "CREDENTIAL_MISSING" } error => Fail(ExitCode.Refused, $"{error.Message} Give an API key with LEGTRACKER_TOKEN or --token."),
        { Reason: "TEXT_MISSING" } error => Fail(ExitCode.Refused, $"{error.Message}{TextMissing(error)}"),
        _ when fault.StatusCode is StatusCode.Unavailable => Fail(ExitCode.Unreachable, $"No server answers at {address}. Start one with: legtracker server start"),
        _ when fault.StatusCode is StatusCode.DeadlineExceeded => Fail(ExitCode.Unreachable, $"The server at {address} does not answer in time."),
        { } error when fault.StatusCode is StatusCode.InvalidArgument => Fail(ExitCode.Usage, error.Message),
        { } error when fault.StatusCode is StatusCode.NotFound => Fail(ExitCode.NotFound, error.Message),
        { } error when fault.StatusCode is StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.Aborted or StatusCode.Unauthenticated or StatusCode.ResourceExhausted => Fail(ExitCode.Refused, error.Message),
        { } error => Fail(ExitCode.Failed, error.Message),
    };

    private static string TextMissing(RichError error) => !error.Metadata.TryGetValue("missing", out var missing) || missing.Length == 0 ? ""
        : string.Concat(missing.Split('\n').Select(text => $"\n  missing: {text}"));

    private static int Fail(int exitCode, string message)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }

    private static IEnumerable<string> CommandPath(ParseResult parsed)
    {
        var path = new Stack<string>();
        for (var at = parsed.CommandResult; at.Parent is System.CommandLine.Parsing.CommandResult parent; at = parent)
        {
            path.Push(at.Command.Name + " ");
        }

        return path.Count == 0 ? [""] : [string.Concat(path)];
    }
}
