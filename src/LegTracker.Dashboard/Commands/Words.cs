using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>API values in words for the command line; values this version does not know read "unknown".</summary>
internal static class Words
{
    public static string Of(Stage stage) => stage switch
    {
        Stage.Introduced => "Introduced",
        Stage.InCommittee => "In committee",
        Stage.OnSuspense => "Suspense file",
        Stage.Held => "Held in committee",
        Stage.OnFloor => "On the floor",
        Stage.InactiveFile => "Inactive file",
        Stage.PassedFirstHouse => "Passed first house",
        Stage.InSecondHouseCommittee => "In committee (2nd house)",
        Stage.SecondHouseOnSuspense => "Suspense file (2nd house)",
        Stage.SecondHouseHeld => "Held (2nd house)",
        Stage.OnSecondHouseFloor => "On the floor (2nd house)",
        Stage.SecondHouseInactiveFile => "Inactive file (2nd house)",
        Stage.Concurrence => "Concurrence",
        Stage.Conference => "Conference",
        Stage.PassedLegislature => "Passed Legislature",
        Stage.Enrolled => "With the Governor",
        Stage.Signed => "Signed",
        Stage.Chaptered => "Chaptered",
        Stage.Vetoed => "Vetoed",
        Stage.LawWithoutSignature => "Law without signature",
        Stage.Adopted => "Adopted",
        Stage.Dead => "Did not pass",
        _ => "unknown",
    };

    public static string Of(Freshness freshness) => freshness switch
    {
        Freshness.Current => "current",
        Freshness.Stale => "stale",
        Freshness.Quarantined => "quarantined",
        Freshness.NeverPolled => "not yet read",
        _ => "unknown",
    };

    public static string Of(SourceState state) => state switch
    {
        SourceState.Ok => "ok",
        SourceState.Degraded => "degraded",
        SourceState.CircuitOpen => "resting",
        SourceState.Paused => "paused",
        SourceState.Drifted => "drifted",
        SourceState.NotPermitted => "not permitted",
        _ => "unknown",
    };

    public static string Of(PollOutcome outcome) => outcome switch
    {
        PollOutcome.Unchanged => "unchanged",
        PollOutcome.NotModified => "not modified",
        PollOutcome.Changed => "changed",
        PollOutcome.FetchFailed => "fetch failed",
        PollOutcome.Quarantined => "quarantined",
        PollOutcome.Skipped => "skipped",
        _ => "unknown",
    };

    /// <summary>An instant as Los Angeles shows it, or "never".</summary>
    public static string Of(Timestamp? instant) => instant is null
        ? "never"
        : Legislature.CaliforniaTime.InLosAngeles(instant.ToDateTimeOffset()).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The measure of a bill's resource name: "AB 1394".</summary>
    public static string Measure(string name) => Legislature.BillId.TryFromResourceName(name, out var id) ? id.Measure : name;
}
