using System.CommandLine;
using Google.Protobuf;
using LegTracker.Client;

namespace LegTracker.Dashboard.Commands;

/// <summary>What a running command has at hand: its options, where it writes, and the connection, made when first asked for.</summary>
internal sealed class CommandScope(ParseResult parsed) : IDisposable
{
    private LegTrackerConnection? connection;

    public ParseResult Parsed => parsed;

    public bool Json => parsed.GetValue(GlobalOptions.Json);

    public bool Quiet => parsed.GetValue(GlobalOptions.Quiet);

    /// <summary>Address of the server, from the option, the environment or the default.</summary>
    public Uri Address => ServerAddress(parsed.GetValue(GlobalOptions.Server));

    /// <summary>The server, not yet called.</summary>
    public LegTrackerConnection Connection => connection ??= Connect();

    /// <summary>One result line on stdout.</summary>
    public static void Write(string line) => Console.Out.WriteLine(line);

    /// <summary>One message as a JSON line on stdout.</summary>
    public static void WriteJson(IMessage message) => Console.Out.WriteLine(Protobuf.Formatter.Format(message));

    /// <summary>One line of narration on stderr, unless quiet.</summary>
    public void Say(string line)
    {
        if (!Quiet)
        {
            Console.Error.WriteLine(line);
        }
    }

    public void Dispose() => connection?.Dispose();

    private LegTrackerConnection Connect()
    {
        try
        {
            return new LegTrackerConnection(Address, Given(GlobalOptions.Token, "LEGTRACKER_TOKEN"), Given(GlobalOptions.Authorities, "LEGTRACKER_CA"));
        }
        catch (ArgumentException fault)
        {
            // The name of our own parameter, which the message ends with, tells nobody anything.
            throw new CommandFault(ExitCode.Usage, fault.Message.Split(" (Parameter")[0]);
        }
    }

    private string? Given(Option<string?> option, string variable) =>
        parsed.GetValue(option) ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? set : null);

    private static Uri ServerAddress(string? option)
    {
        var set = Environment.GetEnvironmentVariable("LEGTRACKER_SERVER");
        var text = option ?? (string.IsNullOrEmpty(set) ? GlobalOptions.DefaultServer : set);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new CommandFault(ExitCode.Usage, $"'{text}' is no server address: write it as {GlobalOptions.DefaultServer}");
    }

    // By itself, so that it is made for those who write JSON only.
    private static class Protobuf
    {
        public static JsonFormatter Formatter { get; } = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));
    }
}
