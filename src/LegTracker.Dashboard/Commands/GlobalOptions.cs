using System.CommandLine;

namespace LegTracker.Dashboard.Commands;

/// <summary>The options that stand before or after any command.</summary>
internal static class GlobalOptions
{
    /// <summary>Where a server is looked for when nothing else is said.</summary>
    public const string DefaultServer = "http://127.0.0.1:5210";

    public static Option<string?> Server { get; } = new("--server")
    {
        Description = $"Address of the server (or LEGTRACKER_SERVER; default {DefaultServer})",
        HelpName = "URL",
        Recursive = true,
    };

    public static Option<string?> Token { get; } = new("--token")
    {
        Description = "API key to call with (better LEGTRACKER_TOKEN, which other users of this machine do not see)",
        HelpName = "KEY",
        Recursive = true,
    };

    public static Option<string?> Authorities { get; } = new("--ca")
    {
        Description = "PEM file of the authority that signed the server's certificate, when it is no public one (or LEGTRACKER_CA)",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print protobuf JSON: one object, lists and streams one object a line", Recursive = true };

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "Print no colours (also NO_COLOR)", Recursive = true };

    public static Option<bool> Quiet { get; } = new("--quiet") { Description = "Print results and faults only", Recursive = true };

    public static Option<bool> NoSpawn { get; } = new("--no-spawn") { Description = "Never start a local server by itself", Recursive = true };

    public static Option<bool> Plain { get; } = new("--plain") { Description = "Lines instead of a full screen", Recursive = true };

    public static Option<bool> Ascii { get; } = new("--ascii") { Description = "Draw with ASCII characters only", Recursive = true };

    public static Option<bool> Guard { get; } = new("--guard") { Description = "Watch over the terminal: restore it even after kill -9 (dashboard)", Recursive = true };

    public static IEnumerable<Option> All => [Server, Token, Authorities, Json, NoColor, Quiet, NoSpawn, Plain, Ascii, Guard];
}
