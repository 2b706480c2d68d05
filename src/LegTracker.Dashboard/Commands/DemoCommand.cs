using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LegTracker.Client;
using LegTracker.Dashboard.Live;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>demo</c>: real histories replayed on a virtual clock, offline, with a server and a data folder of its own.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> From = new("--from") { Description = "Day the clock starts", HelpName = "DATE", DefaultValueFactory = _ => "2024-08-01" };
    private static readonly Option<double> Speed = new("--speed") { Description = "Days a second", HelpName = "N", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> WithTour = new("--tour") { Description = "Begin with the tour of the keys even when it has been taken or skipped before" };

    // Followed besides the built-in list, so that the whole course of a bill can be seen.
    private static readonly string[] AlsoTracked = ["AB 831 2025-26", "AB 2052 2025-26"];

    public static Command Make(IDashboardScreen screen)
    {
        var command = new Command("demo", """
            Replay real histories on a virtual clock and open the dashboard; needs no network

            Histories without a measure number are served under invented numbers and say so.

            examples:
              legtracker demo
              legtracker demo --tour
              legtracker demo --from 2025-08-01 --speed 0.5
            """);
        command.Options.Add(From);
        command.Options.Add(Speed);
        command.Options.Add(WithTour);
        command.SetAction(CommandLine.Body((scope, cancellationToken) => RunAsync(scope, screen, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(CommandScope scope, IDashboardScreen screen, CancellationToken cancellationToken)
    {
        var speed = scope.Parsed.GetValue(Speed);
        if (speed is not (> 0 and <= 100))
        {
            throw new CommandFault(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"--speed {speed} is not between 0 and 100 days a second"));
        }

        var start = CaliforniaTime.At(DateOnly.Parse(DateArgument.Read("--from", scope.Parsed.GetValue(From)!), CultureInfo.InvariantCulture), new TimeOnly(8, 0));
        var folder = Directory.CreateTempSubdirectory("legtracker-demo-").FullName;
        try
        {
            return await RunInAsync(scope, screen, folder, start, speed * 86_400, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunInAsync(CommandScope scope, IDashboardScreen screen, string folder, DateTimeOffset start, double speed, CancellationToken cancellationToken)
    {
        scope.Say("Starting a replayed legislature and a server of its own (offline, in a temporary folder) …");
        var clock = new[] { start.ToString("O", CultureInfo.InvariantCulture), speed.ToString(CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) };
        using var replay = LocalPrograms.Start(LocalPrograms.Replay, Path.Combine(folder, "replay.log"), ["--listen", "http://127.0.0.1:0", "--start", clock[0], "--speed", clock[1], "--anchor", clock[2]]);
        try
        {
            var legislature = await AddressAsync(replay, folder, "replay", cancellationToken);
            using var server = LocalPrograms.Start(LocalPrograms.Server, Path.Combine(folder, "server.log"),
            [
                "--LegTracker:Listen=http://127.0.0.1:0", $"--LegTracker:DataDirectory={folder}", $"--LegTracker:Sources:Bulk:BaseAddress={legislature}",
                "--LegTracker:Sources:Bulk:Schedule=0 30 21 ? * *", "--LegTracker:Sources:Pages:Enabled=false",
                $"--LegTracker:Clock:Start={clock[0]}", $"--LegTracker:Clock:Speed={clock[1]}", $"--LegTracker:Clock:Anchor={clock[2]}",
            ]);
            try
            {
                var address = await AddressAsync(server, folder, "server", cancellationToken);
                using var connection = new LegTrackerConnection(address);
                foreach (var bill in AlsoTracked)
                {
                    var id = BillSpelling.TryParse(bill)!;
                    await connection.Bills.TrackBillAsync(new TrackBillRequest { Name = id.In(id.Session!.Value).ResourceName }, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
                }

                return await DashboardCommand.OpenAsync(scope, screen, connection, address, folder, scope.Parsed.GetValue(WithTour) || !TourFile.IsOver(), cancellationToken);
            }
            finally
            {
                Stop(server);
            }
        }
        finally
        {
            Stop(replay);
        }
    }

    private static async Task<Uri> AddressAsync(Process process, string folder, string name, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
            if (at >= 0)
            {
                // Drain the rest, so that the program never waits for us.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new Uri(line[at..].Split(';', ' ', ',')[0]);
            }
        }

        var log = Path.Combine(folder, name + ".log");
        throw new CommandFault(ExitCode.Failed, $"The demo's {name} did not start: {(File.Exists(log) ? (await File.ReadAllTextAsync(log, cancellationToken)).Trim() : "no message")}");
    }

    private static void Stop(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
    }
}
