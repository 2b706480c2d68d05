using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Server.Sources.Pages;
using Quartz;

namespace LegTracker.Server.Settings;

/// <summary>Reads and checks every setting, and names every fault at once: unknown keys, bad values, and combinations that may not be.</summary>
internal static class SettingsReader
{
    private const string Root = "LegTracker";

    /// <summary>Every key there is, below <c>LegTracker:</c>.</summary>
    public static ImmutableArray<string> KnownKeys { get; } =
    [
        "DataDirectory", "Listen", "Database:Provider", "Database:ConnectionString", "Contact",
        "Sources:Bulk:Enabled", "Sources:Bulk:BaseAddress", "Sources:Bulk:Schedule",
        "Sources:Pages:Enabled", "Sources:Pages:BaseAddress", "Sources:Pages:Access", "Sources:Pages:MinimumGap", "Sources:Pages:Schedule",
        "Sources:BreakAfter", "Sources:BreakDuration", "WatchList", "Calendar", "Topics", "Feeds:Listen",
        "Telemetry:Otlp", "Telemetry:Protocol", "Telemetry:Interval", "Clock:Start", "Clock:Speed", "Clock:Anchor",
        "Tls:CertificateFile", "Tls:KeyFile", "Tls:Password",
        "Access:Jwt:Issuer", "Access:Jwt:Audience", "Access:Jwt:Key", "Access:Jwt:PublicKeyFile", "Access:Jwt:RoleClaim",
        "Limits:CallsPerSecond", "Limits:CallBurst", "Limits:PollsPerMinute", "Limits:FailuresPerMinute", "Limits:Streams",
    ];

    /// <summary>The settings, or every fault in words.</summary>
    public static (ServerSettings? Settings, ImmutableArray<string> Faults) Read(IConfiguration configuration)
    {
        var values = new SettingValues(configuration.GetSection(Root));
        values.RefuseUnknown(KnownKeys);
        var contact = values.Text("Contact", "");
        var listen = values.Address("Listen", "http://127.0.0.1:5210");
        var settings = new ServerSettings
        {
            DataDirectory = Path.GetFullPath(values.Text("DataDirectory", DefaultDataDirectory())),
            Listen = listen,
            Certificates = TlsSettings.Read(values, listen, TimeProvider.System.GetUtcNow()),
            Access = AccessSettings.Read(values),
            Contact = contact,
            Bulk = new BulkSettings(
                values.Flag("Sources:Bulk:Enabled", true),
                values.Folder("Sources:Bulk:BaseAddress", "https://downloads.leginfo.legislature.ca.gov/"),
                Cron(values, "Sources:Bulk:Schedule", "0 5/30 6,21-23 ? * *")),
            Pages = ReadPages(values),
            BreakAfter = values.Number("Sources:BreakAfter", 5, 1, 100),
            BreakDuration = values.Duration("Sources:BreakDuration", TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(1), TimeSpan.FromHours(6)),
            WatchListFile = ExistingFile(values, "WatchList"),
            CalendarFile = ExistingFile(values, "Calendar"),
            TopicsFile = ExistingFile(values, "Topics"),
            FeedsListen = values.Text("Feeds:Listen", "").Length == 0 ? null : values.Address("Feeds:Listen", "http://127.0.0.1:5211"),
            Telemetry = ReadTelemetry(values),
            ClockStart = values.Instant("Clock:Start"),
            ClockSpeed = values.Real("Clock:Speed", 1, 0, 10_000_000),
            ClockAnchor = values.Instant("Clock:Anchor"),
        };
        CheckTogether(settings, values, configuration);
        return values.Faults.IsEmpty ? (settings, []) : (null, values.Faults);
    }

    private static PageSettings ReadPages(SettingValues values) => new(
        values.Flag("Sources:Pages:Enabled", true),
        values.Folder("Sources:Pages:BaseAddress", "https://leginfo.legislature.ca.gov/"),
        values.Choice("Sources:Pages:Access", PageAccess.ObeyRobots),
        values.Duration("Sources:Pages:MinimumGap", TimeSpan.FromSeconds(2), TimeSpan.Zero, TimeSpan.FromHours(1)),
        values.Text("Sources:Pages:Schedule", "").Length == 0 ? null : Cron(values, "Sources:Pages:Schedule", "0 10 8,12,17,19 ? * *"));

    private static TelemetrySettings? ReadTelemetry(SettingValues values)
    {
        var otlp = values.Folder("Telemetry:Otlp", "http://127.0.0.1:4317/");
        var protocol = values.Choice("Telemetry:Protocol", TelemetryProtocol.Grpc);
        var interval = values.Duration("Telemetry:Interval", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        if (values.Text("Telemetry:Otlp", "").Length > 0)
        {
            return new TelemetrySettings(otlp, protocol, interval);
        }

        if (values.Text("Telemetry:Protocol", "").Length > 0 || values.Text("Telemetry:Interval", "").Length > 0)
        {
            values.Fault("Telemetry:Otlp", "is required when Telemetry:Protocol or Telemetry:Interval is set: the address of an OTLP receiver");
        }

        return null;
    }

    private static void CheckTogether(ServerSettings settings, SettingValues values, IConfiguration configuration)
    {
        if (settings.Pages.Access == PageAccess.Permitted && settings.Contact.Length == 0)
        {
            values.Fault("Contact", "is required when Sources:Pages:Access is Permitted: set a mail or web address that the site can write to");
        }

        if (settings.Pages.MinimumGap < TimeSpan.FromSeconds(1) && !settings.Pages.BaseAddress.IsLoopback)
        {
            values.Fault("Sources:Pages:MinimumGap", "may be below 1 second only for a loopback address");
        }

        if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            values.Fault("Listen", "is the one address that is served: take Kestrel:Endpoints out of the configuration and the environment");
        }

        if (settings.FeedsListen is { } feeds)
        {
            CheckFeeds(feeds, settings, values);
        }

        if (values.Text("Database:Provider", "Sqlite") is var provider && provider != "Sqlite")
        {
            values.Fault("Database:Provider", $"'{provider}' is not available in this version; leave it out or set Sqlite");
        }

        if (settings.ClockStart is null && (settings.ClockSpeed != 1 || settings.ClockAnchor is not null))
        {
            values.Fault("Clock:Start", "is required when Clock:Speed or Clock:Anchor is set");
        }
    }

    private static void CheckFeeds(Uri feeds, ServerSettings settings, SettingValues values)
    {
        if (!feeds.IsLoopback)
        {
            values.Fault("Feeds:Listen", $"'{feeds}' is not a loopback address; the feeds ask nobody for a credential, so they are served to this machine alone: set for instance http://127.0.0.1:5211");
        }

        if (feeds.Scheme != Uri.UriSchemeHttp)
        {
            values.Fault("Feeds:Listen", $"'{feeds}' is not an http address; on a loopback address the feeds are served without TLS");
        }

        if (feeds.Port != 0 && feeds.Port == settings.Listen.Port)
        {
            values.Fault("Feeds:Listen", string.Create(CultureInfo.InvariantCulture, $"has the port of Listen, {feeds.Port}; feeds and gRPC have a port each"));
        }
    }

    private static string Cron(SettingValues values, string key, string standard)
    {
        var text = values.Text(key, standard);
        try
        {
            _ = new CronExpression(text);
        }
        catch (FormatException fault)
        {
            values.Fault(key, $"'{text}' is no Quartz cron expression ({fault.Message.TrimEnd('.')}); six fields, for instance '{standard}'");
        }

        return text;
    }

    private static string? ExistingFile(SettingValues values, string key)
    {
        var file = values.Text(key, "");
        if (file.Length == 0)
        {
            return null;
        }

        if (!File.Exists(file))
        {
            values.Fault(key, string.Create(CultureInfo.InvariantCulture, $"'{file}' does not exist"));
        }

        return file;
    }

    private static string DefaultDataDirectory() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "legtracker");
}
