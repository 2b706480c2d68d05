using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>The turn of the day in the store: the last day done, and the changes that a day brings.</summary>
internal static class CalendarWrites
{
    private const string Actor = "calendar";
    private const string Day = "day";

    /// <summary>The last day done; null in a store that never did one.</summary>
    public static async Task<DateOnly?> DayAsync(RecordContext db, CancellationToken cancellationToken) =>
        (await SourceLedger.ValidatorsAsync(db, Actor, cancellationToken)).TryGetValue(Day, out var day)
            ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture)
            : null;

    /// <summary>Marks a day as done and appends its changes, a revision for each bill.</summary>
    /// <returns>The last revision made, or null when there is none.</returns>
    public static async Task<long?> RecordAsync(
        RecordContext db,
        DateOnly day,
        ImmutableArray<(TrackedBill Before, ImmutableArray<Difference> Differences)> news,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        long? made = null;
        foreach (var (before, differences) in news)
        {
            var row = await ReadingWrites.AsComparedAsync(db, before, cancellationToken);
            made = await ChangeLog.AppendAsync(db, row, differences, reading: null, Actor, now, cancellationToken);
        }

        await SourceLedger.SaveValidatorsAsync(db, Actor, ImmutableDictionary<string, string>.Empty.Add(Day, day.ToString("O", CultureInfo.InvariantCulture)), cancellationToken);
        return made;
    }
}
