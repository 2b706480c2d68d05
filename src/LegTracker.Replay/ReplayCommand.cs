using System.CommandLine;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Replay;

/// <summary>The command line <c>legtracker-replay</c>.</summary>
internal static class ReplayCommand
{
    private const string About = """
        Replays recorded legislative histories over HTTP, as leginfo and the Legislature's bulk files serve them.

        Examples:
          legtracker-replay
              the record as it stands today, on a free port
          legtracker-replay --listen http://127.0.0.1:8080 --start 2024-08-01 --speed 86400
              from August 2024, a day a second
          legtracker-replay --start 2024-08-15T16:59:00-07:00 --speed 60 --anchor 2026-11-24T10:00:00Z
              the same clock in several processes: it showed --start at --anchor
          legtracker-replay --season 1000 --seed 7 --start 2025-01-06 --speed 86400
              a generated session of 1,000 measures under invented numbers, the same one for the same seed

        Prints one line, 'listening on http://127.0.0.1:NNNNN', and runs until it is interrupted.
        """;

    /// <summary>Parses and runs; the exit code is 0, or 2 for wrong usage.</summary>
    public static async Task<int> RunAsync(string[] args, TimeProvider time, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var listen = new Option<Uri>("--listen")
        {
            Description = "address to listen on; port 0 takes a free one",
            DefaultValueFactory = _ => new ReplayOptions().Listen,
            CustomParser = argument => Read(argument, text => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null, "an http address such as http://127.0.0.1:0")!,
        };
        var start = new Option<DateTimeOffset?>("--start")
        {
            Description = "what the clock shows at the anchor: 2024-08-01 (midnight in Los Angeles) or an instant with its offset; the real time when left out",
            CustomParser = argument => Read(argument, Instant, "a date such as 2024-08-01 or an instant such as 2024-08-15T16:59:00-07:00"),
        };
        var speed = new Option<double>("--speed")
        {
            Description = "virtual seconds a real second: 86400 is a day a second, 0 stands still",
            DefaultValueFactory = _ => 1,
        };
        var anchor = new Option<DateTimeOffset?>("--anchor")
        {
            Description = "the real instant at which the clock showed --start; now when left out",
            CustomParser = argument => Read(argument, Instant, "an instant such as 2026-11-24T10:00:00Z"),
        };
        var disallow = new Option<bool>("--robots-disallow") { Description = "serve the real site's robots.txt, which disallows everything" };
        var delay = new Option<int>("--journal-page-delay") { Description = "days until a floor vote's journal page is filled in" };
        var copies = new Option<int>("--copies") { Description = "how many more times the histories with invented numbers are served (0 to 90)" };
        var histories = new Option<FileInfo?>("--histories") { Description = "serve the measures of this file too, written as src/LegTracker.Replay/Histories are" };
        var season = new Option<int?>("--season") { Description = $"serve a generated session of 2025-26 with this many measures (1 to {ReplayedSeason.Most}) instead of the recorded histories" };
        season.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var measures) && measures is < 1 or > ReplayedSeason.Most)
            {
                result.AddError($"a season has 1 to {ReplayedSeason.Most} measures");
            }
        });
        var seed = new Option<int>("--seed") { Description = "which season and which chance faults; the same seed gives the same", DefaultValueFactory = _ => 1 };
        var faults = new Option<double>("--fault-rate") { Description = "share of answers with a fault of any kind, 0 to 1" };
        var command = new RootCommand(About) { listen, start, speed, anchor, disallow, delay, copies, histories, season, seed, faults };
        foreach (var version in command.Options.OfType<VersionOption>().ToList())
        {
            command.Options.Remove(version);
        }

        command.SetAction(async (parsed, ct) =>
        {
            var options = new ReplayOptions
            {
                Listen = parsed.GetValue(listen)!,
                Robots = parsed.GetValue(disallow) ? ReplayOptions.RobotsOfTheSite : new ReplayOptions().Robots,
                JournalPageDelay = parsed.GetValue(delay),
                Copies = parsed.GetValue(copies),
                Histories = parsed.GetValue(histories) is { } file ? await File.ReadAllTextAsync(file.FullName, ct) : null,
                Season = parsed.GetValue(season) is { } measures ? ReplayedSeason.Generate(measures, parsed.GetValue(seed), new Session(2025)) : null,
                Time = time,
            };
            if (parsed.GetValue(faults) is < 0 or > 1 or double.NaN)
            {
                await errors.WriteLineAsync("legtracker-replay: the fault rate is 0 to 1");
                return 2;
            }

            if (parsed.GetValue(speed) is < 0 or double.NaN)
            {
                await errors.WriteLineAsync("legtracker-replay: the speed is 0 or more");
                return 2;
            }

            if (parsed.GetValue(start) is null && (parsed.GetValue(anchor) is not null || parsed.GetResult(speed) is { Implicit: false }))
            {
                await errors.WriteLineAsync("legtracker-replay: --speed and --anchor need --start");
                return 2;
            }

            var clock = parsed.GetValue(start) is { } shown
                ? new LegislativeClock(time, shown, parsed.GetValue(speed), parsed.GetValue(anchor) ?? time.GetUtcNow())
                : new LegislativeClock(time);
            return await ServeAsync(options, clock, new FaultRate(parsed.GetValue(faults), parsed.GetValue(seed)), output, errors, ct);
        });

        var result = command.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await errors.WriteLineAsync($"legtracker-replay: {error.Message}");
            }

            await errors.WriteLineAsync("legtracker-replay: --help shows the usage");
            return 2;
        }

        return await result.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, ProcessTerminationTimeout = null }, stop);
    }

    private static async Task<int> ServeAsync(ReplayOptions options, LegislativeClock clock, FaultRate rate, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        try
        {
            await using var replay = await ReplayHost.StartAsync(options, clock, stop);
            replay.Faults.Rate = rate.Share > 0 ? rate : null;
            await output.WriteLineAsync($"listening on {replay.Address.GetLeftPart(UriPartial.Authority)}");
            await output.FlushAsync(CancellationToken.None);
            await Task.Delay(Timeout.InfiniteTimeSpan, options.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            await errors.WriteLineAsync($"legtracker-replay: {wrong.Message}");
            return 2;
        }
        catch (IOException busy)
        {
            await errors.WriteLineAsync($"legtracker-replay: cannot listen on {options.Listen}: {busy.Message}");
            return 1;
        }
    }

    private static T? Read<T>(System.CommandLine.Parsing.ArgumentResult argument, Func<string, T?> read, string what)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (read(text) is { } value)
        {
            return value;
        }

        argument.AddError($"'{text}' is not {what}");
        return default;
    }

    private static DateTimeOffset? Instant(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return CaliforniaTime.At(day, TimeOnly.MinValue);
        }

        string[] forms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
    }
}
