using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>bills edit</c>: what people write of a bill; somebody else's edit is shown beside one's own and never written over.</summary>
internal static class BillsEditCommand
{
    private static readonly Option<int?> Priority = new("--priority") { Description = "1 (highest) to 3", HelpName = "N" };
    private static readonly Option<string[]> Label = new("--label") { Description = "A label; give all of them, they replace those that are there", HelpName = "X" };
    private static readonly Option<string[]> Sponsor = new("--sponsor") { Description = "An organisation that sponsors the bill; give all of them", HelpName = "NAME" };
    private static readonly Option<string?> ForVersion = new("--for-version") { Description = "Version that the texts are written for, or read over against; the newest known when not given", HelpName = "ID" };
    private static readonly Option<string[]> Reviewed = new("--reviewed") { Description = "A text that you read over and that stands as it is, for instance what-it-does", HelpName = "FIELD" };
    private static readonly Option<string[]> Clear = new("--clear") { Description = "A field to empty; the log keeps what it was", HelpName = "FIELD" };
    private static readonly Option<string?> Etag = new("--etag") { Description = "The bill's etag as you read it (bills show --json): refused when somebody wrote since", HelpName = "ETAG" };
    private static readonly Option<string?> Author = new("--author") { Description = "Who writes, for the log (your user name on this machine)", HelpName = "NAME" };

    private static readonly ImmutableArray<(string Field, Option<string?> Option)> Words =
    [
        ("position", new("--position") { Description = "The position that your organisation recorded, for instance watch", HelpName = "P" }),
        ("owner", new("--owner") { Description = "Who looks after it", HelpName = "NAME" }),
    ];

    private static readonly ImmutableArray<(string Field, Option<string?> Option)> Texts =
    [
        ("plain_title", new("--plain-title") { Description = "A short title in plain words", HelpName = "TEXT" }),
        ("what_it_does", new("--what-it-does") { Description = "What it does: \"require platforms to …\"", HelpName = "TEXT" }),
        ("why_it_matters", new("--why-it-matters") { Description = "Why it matters to the people in the room", HelpName = "TEXT" }),
        ("what_to_do", new("--what-to-do") { Description = "What they should do now", HelpName = "TEXT" }),
        ("contact", new("--contact") { Description = "Whom to ask", HelpName = "TEXT" }),
        ("notes", new("--notes") { Description = "Notes of the team, never printed for others; line breaks are kept", HelpName = "TEXT" }),
    ];

    private static readonly ImmutableArray<string> Fields = [.. Words.Select(word => word.Field), "priority", "labels", "sponsors", .. Texts.Select(text => text.Field)];

    public static Command Make(Argument<string> bill, Option<string?> session)
    {
        var command = new Command("edit", """
            Write what people say of a bill: each field given, and nothing else; who wrote it, when and for which version is kept

            examples:
              legtracker bills edit "AB 1394 2023-24" --position support --priority 1
              legtracker bills edit AB379 --what-it-does "make it a crime to …" --author "Ana Díaz"
              legtracker bills edit AB379 --reviewed what-it-does --for-version 20250AB37995AMD
              legtracker bills edit AB379 --label youth --label courts --clear notes
            """);
        command.Arguments.Add(bill);
        ImmutableArray<System.CommandLine.Option> options =
            [session, .. Words.Select(word => word.Option), Priority, Label, Sponsor, .. Texts.Select(text => text.Option), ForVersion, Reviewed, Clear, Etag, Author];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction(CommandLine.Body((scope, cancellationToken) => RunAsync(scope, bill, session, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(CommandScope scope, Argument<string> bill, Option<string?> session, CancellationToken cancellationToken)
    {
        var request = Request(scope.Parsed);
        request.Bill.Name = await BillArgument.ResolveAsync(scope.Connection, scope.Parsed.GetRequiredValue(bill), scope.Parsed.GetValue(session), cancellationToken);
        request.Bill.Etag = scope.Parsed.GetValue(Etag) ?? (await ReadAsync(scope, request.Bill.Name, cancellationToken)).Etag;
        UpdateBillResponse answer;
        try
        {
            answer = await scope.Connection.Bills.UpdateBillAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
        }
        catch (RpcException fault) when (RichError.From(fault).Reason == "ETAG_MISMATCH")
        {
            throw new CommandFault(ExitCode.Refused, EditConflict.Text(request, await ReadAsync(scope, request.Bill.Name, cancellationToken)));
        }

        if (scope.Json)
        {
            CommandScope.WriteJson(answer.Bill);
            return ExitCode.Done;
        }

        scope.Say(answer.Revision == 0
            ? "Nothing differs from what is there; nothing was written."
            : string.Create(CultureInfo.InvariantCulture, $"Written as revision {answer.Revision}."));
        CommandScope.Write($"{answer.Bill.Measure} ({answer.Bill.Session})");
        foreach (var line in HumanLines.Of(answer.Bill))
        {
            CommandScope.Write(line);
        }

        return ExitCode.Done;
    }

    private static UpdateBillRequest Request(ParseResult parsed)
    {
        var request = new UpdateBillRequest { Bill = new Bill(), UpdateMask = new FieldMask(), Author = parsed.GetValue(Author) ?? Environment.UserName };
        var version = parsed.GetValue(ForVersion) ?? "";
        foreach (var (field, option) in Words)
        {
            Take(field, parsed.GetValue(option), value => EditConflict.Field(field).SetValue(request.Bill, value));
        }

        Take("priority", parsed.GetValue(Priority), priority => request.Bill.Priority = priority is >= 1 and <= 3
            ? priority.Value
            : throw new CommandFault(ExitCode.Usage, $"--priority {priority} is not 1, 2 or 3; --clear priority unsets it"));
        Take("labels", Some(parsed.GetValue(Label)), labels => request.Bill.Labels.AddRange(labels));
        Take("sponsors", Some(parsed.GetValue(Sponsor)), sponsors => request.Bill.Sponsors.AddRange(sponsors));
        foreach (var (field, option) in Texts)
        {
            Take(field, parsed.GetValue(option), value => EditConflict.Field(field).SetValue(request.Bill, new HumanText { Text = value, ForVersion = version }));
        }

        foreach (var field in (parsed.GetValue(Reviewed) ?? []).Select(name => Named("--reviewed", name, [.. Texts.Select(text => text.Field)])))
        {
            Once(field);
            request.Reviewed.Add(field);
            EditConflict.Field(field).SetValue(request.Bill, new HumanText { ForVersion = version });
        }

        foreach (var field in (parsed.GetValue(Clear) ?? []).Select(name => Named("--clear", name, Fields)))
        {
            Once(field);
            request.UpdateMask.Paths.Add(field);
        }

        return request.UpdateMask.Paths.Count + request.Reviewed.Count == 0
            ? throw new CommandFault(ExitCode.Usage, "Say what to write, for instance --position watch or --what-it-does \"…\". See: legtracker bills edit --help")
            : version.Length > 0 && !Texts.Any(text => EditConflict.Field(text.Field).GetValue(request.Bill) is HumanText)
                ? throw new CommandFault(ExitCode.Usage, "--for-version goes with a text that is written, or with --reviewed")
            : request;

        void Take<T>(string field, T? value, Action<T> set)
        {
            if (value is not null)
            {
                set(value);
                request.UpdateMask.Paths.Add(field);
            }
        }

        void Once(string field)
        {
            if (request.UpdateMask.Paths.Contains(field) || request.Reviewed.Contains(field))
            {
                throw new CommandFault(ExitCode.Usage, $"{field} is given twice: a field is written, cleared or read over in one call");
            }
        }
    }

    private static string[]? Some(string[]? values) => values is { Length: > 0 } ? values : null;

    /// <exception cref="CommandFault">It names no field.</exception>
    private static string Named(string option, string name, ImmutableArray<string> fields) =>
        name.Replace('-', '_').ToLowerInvariant() is var field && fields.Contains(field)
            ? field
            : throw new CommandFault(ExitCode.Usage, $"{option} '{name}' is no field; there are {string.Join(", ", fields.Select(known => known.Replace('_', '-')))}");

    private static async Task<Bill> ReadAsync(CommandScope scope, string name, CancellationToken cancellationToken) =>
        (await scope.Connection.Bills.GetBillAsync(new GetBillRequest { Name = name }, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Bill;
}
