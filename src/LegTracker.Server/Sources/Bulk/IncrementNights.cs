using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>The nights on which files are built, and which of them are missing.</summary>
/// <remarks>Increments are built Monday to Saturday about 21:20 in Los Angeles and overwritten a week later; snapshots of the session every night about 21:22.</remarks>
internal static class IncrementNights
{
    // Late enough for the evening's attempts to have found a file that was built late.
    private static readonly TimeOnly Surely = new(22, 50);

    private static readonly ImmutableArray<string> Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>Names of the six increments.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Days.Skip(1).Select(day => $"pubinfo_{day}.zip")];

    /// <summary>Names of the seven snapshots, Sunday's first.</summary>
    public static ImmutableArray<string> Snapshots { get; } = [.. Days.Select(day => $"pubinfo_daily_{day}.zip")];

    /// <summary>The last day whose night's files must be there.</summary>
    public static DateOnly LastNight(DateTimeOffset now)
    {
        var local = CaliforniaTime.InLosAngeles(now);
        var today = DateOnly.FromDateTime(local.DateTime);
        return TimeOnly.FromDateTime(local.DateTime) >= Surely ? today : today.AddDays(-1);
    }

    /// <summary>Snapshots that hold what was missed, the newest first; empty when nothing was.</summary>
    /// <param name="increments">The increments as this poll found them.</param>
    /// <param name="covered">Last-Modified of the newest file that holds the whole session; null while there is none, and then nothing can be missed.</param>
    public static ImmutableArray<string> SnapshotsFor(IReadOnlyCollection<SessionFile> increments, DateTimeOffset? covered, DateTimeOffset now)
    {
        if (covered is not { } whole)
        {
            return [];
        }

        var last = LastNight(now);
        var from = NightOf(whole);
        var missed = Enumerable.Range(1, Math.Max(0, last.DayNumber - from.DayNumber)).Select(from.AddDays)
            .Where(night => night.DayOfWeek != DayOfWeek.Sunday && !increments.Any(file => Holds(file, night)))
            .ToArray();
        return missed.Length == 0 ? [] :
        [
            .. Enumerable.Range(0, Math.Min(Days.Length, last.DayNumber - missed[0].DayNumber + 1)).Select(back => Snapshots[(int)last.AddDays(-back).DayOfWeek]),
        ];
    }

    private static bool Holds(SessionFile file, DateOnly night) =>
        file.Name == Names[Math.Max(0, (int)night.DayOfWeek - 1)]
        && file.Outcome is BulkFileOutcome.Read or BulkFileOutcome.NotModified or BulkFileOutcome.Superseded
        && file.Outcome.LastModified is { } built && NightOf(built) == night;

    // A file that was built late may be stamped after midnight.
    private static DateOnly NightOf(DateTimeOffset built) => CaliforniaTime.DayOf(built.AddHours(-12));
}
