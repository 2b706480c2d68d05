using System.Security.Cryptography.X509Certificates;
using LegTracker.Server.Api.Access;
using LegTracker.Server.Sources.Pages;

namespace LegTracker.Server.Settings;

/// <summary>The settings of a server, whole and valid. Keys and defaults: README, "Settings".</summary>
internal sealed record ServerSettings
{
    /// <summary>Folder of the SQLite file and all other state. Default <c>$XDG_DATA_HOME/legtracker</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where gRPC is served: over http a loopback address alone. Default <c>http://127.0.0.1:5210</c>; port 0 takes a free one.</summary>
    public required Uri Listen { get; init; }

    /// <summary>The certificate of an https address with its key, then what leads to its authority; empty for http.</summary>
    public required X509Certificate2Collection Certificates { get; init; }

    public required AccessOptions Access { get; init; }

    /// <summary>Mail or web address that goes into the User-Agent; empty by default.</summary>
    public required string Contact { get; init; }

    public required BulkSettings Bulk { get; init; }

    public required PageSettings Pages { get; init; }

    /// <summary>Failures in a row that open a host's circuit: 1 to 100, default 5.</summary>
    public required int BreakAfter { get; init; }

    /// <summary>How long a circuit stays open at first, doubling to 6 h: 1 s to 6 h, default 15 min.</summary>
    public required TimeSpan BreakDuration { get; init; }

    /// <summary>A YAML or JSON file of bills to track on first start; null for the built-in list.</summary>
    public string? WatchListFile { get; init; }

    /// <summary>A file of legislative calendars for years after 2026; null for the built-in ones alone.</summary>
    public string? CalendarFile { get; init; }

    /// <summary>A YAML or JSON file of topics that new bills are searched for; null for the built-in ones.</summary>
    public string? TopicsFile { get; init; }

    /// <summary>Where the feeds are served over HTTP/1.1: a loopback address; null serves none, which is the default. Port 0 takes a free one.</summary>
    public Uri? FeedsListen { get; init; }

    /// <summary>Where metrics and traces are sent; null sends none, which is the default.</summary>
    public TelemetrySettings? Telemetry { get; init; }

    /// <summary>Where a virtual clock starts; null for the real time. Demo and tests only.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>Virtual seconds a real second: 0 to 10,000,000, default 1.</summary>
    public double ClockSpeed { get; init; } = 1;

    /// <summary>The real instant at which a virtual clock showed its start; null for the server's own start. Lets two programs share a clock.</summary>
    public DateTimeOffset? ClockAnchor { get; init; }
}

/// <summary>Settings of the bulk files.</summary>
/// <param name="Enabled">Default true.</param>
/// <param name="BaseAddress">Default <c>https://downloads.leginfo.legislature.ca.gov/</c>.</param>
/// <param name="Schedule">Quartz cron, Los Angeles time. Default <c>0 5/30 6,21-23 ? * *</c>.</param>
internal sealed record BulkSettings(bool Enabled, Uri BaseAddress, string Schedule);

/// <summary>Settings of the public pages.</summary>
/// <param name="Enabled">Default true.</param>
/// <param name="BaseAddress">Default <c>https://leginfo.legislature.ca.gov/</c>.</param>
/// <param name="MinimumGap">Between requests: at least 1 s unless the address is loopback. Default 2 s.</param>
/// <param name="Schedule">Quartz cron, Los Angeles time: fixed times for all bills. Default null: each bill at its own interval, by the legislative calendar.</param>
internal sealed record PageSettings(bool Enabled, Uri BaseAddress, PageAccess Access, TimeSpan MinimumGap, string? Schedule);
