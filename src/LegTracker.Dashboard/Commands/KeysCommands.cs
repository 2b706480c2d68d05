using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>keys create|list|revoke</c>: the API keys that programs and people elsewhere call with.</summary>
internal static class KeysCommands
{
    private static readonly Argument<string> Title = new("TITLE") { Description = "Who or what the key is for; edits made with it are signed by this" };
    private static readonly Option<string> Role = new("--role") { Description = "reader (reads and watches), editor (changes and polls) or admin (makes keys)", HelpName = "ROLE", DefaultValueFactory = _ => "reader" };
    private static readonly Option<string?> Expires = new("--expires") { Description = "The last day on which it is good, in Los Angeles; without it the key ends when it is revoked", HelpName = "DATE" };
    private static readonly Argument<string> Key = new("KEY") { Description = "As listed: apiKeys/7f3k2q or 7f3k2q" };

    public static Command Make()
    {
        var keys = new Command("keys", """
            API keys: who may call the server from elsewhere, and what they may do

            While there is no admin's key, anybody on the server's own machine can make keys; then admins alone can.

            examples:
              legtracker keys create "Ada" --role admin
              legtracker keys list
              legtracker keys revoke 7f3k2q
            """);
        keys.Subcommands.Add(Create());
        keys.Subcommands.Add(CommandLine.Make("list", "Every key, newest first, ended ones too; never their secrets\n\nexamples:\n  legtracker keys list --json", ListAsync));
        keys.Subcommands.Add(CommandLine.Make("revoke", "End a key at once: calls with it are refused, and streams opened with it end\n\nexamples:\n  legtracker keys revoke 7f3k2q", RevokeAsync, Key));
        return keys;
    }

    private static Command Create() => CommandLine.Make("create", """
            Make a key and print its secret, once: it cannot be had again

            The secret alone goes to stdout, so that it can be kept without being shown.

            examples:
              legtracker keys create "website of the county" --expires 2027-06-30
              legtracker keys create "Ada" --role admin > ada.key
              LEGTRACKER_TOKEN=$(cat ada.key) legtracker keys list
            """, CreateAsync, Title, Role, Expires);

    private static async Task<int> CreateAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var wanted = new ApiKey { Title = scope.Parsed.GetRequiredValue(Title), Role = RoleOf(scope.Parsed.GetValue(Role)!), ExpireTime = EndOf(scope.Parsed.GetValue(Expires)) };
        var made = await scope.Connection.Access.CreateApiKeyAsync(new CreateApiKeyRequest { ApiKey = wanted }, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
        if (scope.Json)
        {
            CommandScope.WriteJson(made);
        }
        else
        {
            CommandScope.Write(made.Secret);
        }

        scope.Say($"{made.ApiKey.Name} is made for \"{made.ApiKey.Title}\", role {WordOf(made.ApiKey.Role)}, {(made.ApiKey.ExpireTime is { } end ? $"good until {Words.Of(end)}" : "good until it is revoked")}.");
        scope.Say("Its secret is shown this once. Programs send it as 'authorization: Bearer lt_…', legtracker takes it from LEGTRACKER_TOKEN.");
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var table = new TextTable("KEY", "ROLE", "MADE", "BY", "STATE", "TITLE");
        var request = new ListApiKeysRequest { PageSize = 200 };
        var count = 0;
        do
        {
            var page = await scope.Connection.Access.ListApiKeysAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
            foreach (var key in page.ApiKeys)
            {
                count++;
                table.Add(IdOf(key), WordOf(key.Role), Words.Of(key.CreateTime), key.CreatedBy, StateOf(key), key.Title);
                if (scope.Json)
                {
                    CommandScope.WriteJson(key);
                }
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        if (count == 0)
        {
            scope.Say("No keys yet. Make one with: legtracker keys create \"your name\" --role admin");
        }
        else if (!scope.Json)
        {
            table.Write();
        }

        return ExitCode.Done;
    }

    private static async Task<int> RevokeAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var id = scope.Parsed.GetRequiredValue(Key);
        var request = new RevokeApiKeyRequest { Name = id.StartsWith("apiKeys/", StringComparison.Ordinal) ? id : $"apiKeys/{id}" };
        var key = (await scope.Connection.Access.RevokeApiKeyAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).ApiKey;
        if (scope.Json)
        {
            CommandScope.WriteJson(key);
        }
        else
        {
            CommandScope.Write($"{key.Name} of \"{key.Title}\" is revoked since {Words.Of(key.RevokeTime)}.");
        }

        return ExitCode.Done;
    }

    private static string IdOf(ApiKey key) => key.Name["apiKeys/".Length..];

    private static string StateOf(ApiKey key) => key.RevokeTime is { } revoked ? $"revoked {Words.Of(revoked)}"
        : key.ExpireTime is not { } end ? "good"
        : end.ToDateTimeOffset() <= TimeProvider.System.GetUtcNow() ? $"expired {Words.Of(end)}" : $"good until {Words.Of(end)}";

    private static string WordOf(Role role) => role switch
    {
        V1.Role.Reader => "reader",
        V1.Role.Editor => "editor",
        V1.Role.Admin => "admin",
        _ => "unknown",
    };

    private static Role RoleOf(string text) => text.ToUpperInvariant() switch
    {
        "READER" => V1.Role.Reader,
        "EDITOR" => V1.Role.Editor,
        "ADMIN" => V1.Role.Admin,
        _ => throw new CommandFault(ExitCode.Usage, $"--role '{text}' is not reader, editor or admin"),
    };

    // The whole of the last day belongs to it.
    private static Timestamp? EndOf(string? day)
    {
        if (day is null)
        {
            return null;
        }

        var last = DateOnly.Parse(DateArgument.Read("--expires", day), CultureInfo.InvariantCulture);
        return last.Year < DateOnly.MaxValue.Year
            ? Timestamp.FromDateTimeOffset(CaliforniaTime.At(last.AddDays(1), TimeOnly.MinValue))
            : throw new CommandFault(ExitCode.Usage, $"--expires '{day}' is too late: leave it out for a key that does not expire");
    }
}
