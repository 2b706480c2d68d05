using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Api.Access;
using LegTracker.Server.Discovery;
using LegTracker.Server.Feeds;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Settings;
using LegTracker.Server.Tracking;

namespace LegTracker.Server;

/// <summary>The server program: settings, store, services, until it is told to stop.</summary>
internal static partial class ServerProgram
{
    private const string Help = """
        legtracker-server: tracks California bills and serves their changes over gRPC.

        usage: legtracker-server [--LegTracker:KEY=VALUE ...]

        Every setting stands in the README under "Settings", with its default. It can be given as an argument,
        as an environment variable (LegTracker__KEY) or in appsettings.json.

        examples:
          legtracker-server
          legtracker-server --LegTracker:DataDirectory=/var/lib/legtracker
          legtracker-server --LegTracker:Listen=http://127.0.0.1:0 --LegTracker:Sources:Pages:Enabled=false
          legtracker-server --LegTracker:Listen=https://0.0.0.0:5210 --LegTracker:Tls:CertificateFile=cert.pem --LegTracker:Tls:KeyFile=key.pem

        exit codes: 0 stopped, 1 could not start, 2 wrong settings
        """;

    /// <returns>0 stopped as asked, 1 could not start, 2 wrong settings.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Any(arg => arg is "--help" or "-h"))
        {
            Console.WriteLine(Help);
            return 0;
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var (settings, faults) = SettingsReader.Read(builder.Configuration);
        faults = [.. args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).Select(arg => $"'{arg}' is no setting; see --help"), .. faults];
        if (settings is null || !faults.IsEmpty)
        {
            return Refuse($"The server does not start: {faults.Length} fault(s) in the settings.", faults, 2);
        }

        try
        {
            return await ServeAsync(builder, settings);
        }
        catch (Exception fault) when (fault is StoreInUseException or StoreRefusedException or IOException or UnauthorizedAccessException or FormatException)
        {
            return Refuse("The server does not start.", fault.Message.Split('\n'), 1);
        }
    }

    private static async Task<int> ServeAsync(WebApplicationBuilder builder, ServerSettings settings)
    {
        var clock = settings.ClockStart is { } start
            ? new LegislativeClock(TimeProvider.System, start, settings.ClockSpeed, settings.ClockAnchor ?? TimeProvider.System.GetUtcNow())
            : new LegislativeClock(TimeProvider.System);
        var listed = Read("WatchList", settings.WatchListFile, WatchListFile.Parse, WatchListFile.BuiltIn);
        var topics = Read("Topics", settings.TopicsFile, TopicFile.Parse, TopicFile.BuiltIn);
        var calendar = Read("Calendar", settings.CalendarFile, days => LegislativeCalendar.Official.With(LegislativeCalendar.Parse(days)), () => LegislativeCalendar.Official);

        // The store opens while the services are put together: both are mostly the framework's own start-up work.
        var opening = Task.Run(() => OpenAsync(settings.DataDirectory, listed, clock));
        builder.AddServer(settings, () => opening.GetAwaiter().GetResult(), topics, clock, calendar);
        await using var app = builder.Build();
        app.MapLegTrackerApi();
        var store = await opening;
        if (!settings.Listen.IsLoopback && settings.Access.Jwt is null && !await app.Services.GetRequiredService<ApiKeyRing>().HasUsableAsync(AccessRole.Reader, CancellationToken.None))
        {
            return Refuse("The server does not start: nobody could call it.", NoCredential(settings.Listen), 1);
        }

        app.Services.GetRequiredService<RevisionSignal>().Publish(await store.HeadRevisionAsync(CancellationToken.None));
        await app.StartAsync();
        Console.WriteLine($"LegTracker server listening on {string.Join(", ", app.Urls)}; data in {settings.DataDirectory}");
        foreach (var address in app.Services.GetService<FeedServer>()?.Addresses ?? [])
        {
            Console.WriteLine($"Feeds at {address}{ChangesFeed.Path} and {address}{CalendarFeed.Path}");
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<RecordStore> OpenAsync(string folder, ImmutableArray<ListedBill> listed, LegislativeClock clock)
    {
        var store = await RecordStore.OpenAsync(folder, clock, CancellationToken.None);
        await store.SeedAsync(listed, CancellationToken.None);
        return store;
    }

    // A person's file in place of the built-in list: each of its faults on a line of its own.
    private static T Read<T>(string key, string? file, Func<string, T> parse, Func<T> builtIn)
    {
        try
        {
            return file is null ? builtIn() : parse(File.ReadAllText(file));
        }
        catch (FormatException fault)
        {
            throw new FormatException(string.Join('\n', fault.Message.Split('\n').Select(line => $"LegTracker:{key} {file}: {line}")), fault);
        }
    }

    private static string[] NoCredential(Uri listen) =>
    [
        $"LegTracker:Listen is {listen}, which takes calls with a credential alone, and there is no API key yet.",
        "Start the server once on its default address, make a key there, and start it here again:",
        "  legtracker keys create \"your name\" --role admin",
        "or set LegTracker:Access:Jwt to accept JSON web tokens; see docs/access.md.",
    ];

    private static int Refuse(string headline, IReadOnlyList<string> faults, int exitCode)
    {
        Console.Error.WriteLine(headline);
        foreach (var fault in faults)
        {
            Console.Error.WriteLine($"  {fault}");
        }

        return exitCode;
    }
}
