using System.Collections.Immutable;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>Meetings and their published segments as rows.</summary>
internal static class MeetingShelf
{
    /// <summary>By date, newest first; earlier than <paramref name="before"/> when given.</summary>
    public static async Task<ImmutableArray<Meeting>> ListAsync(RecordContext db, DateOnly? before, int limit, CancellationToken cancellationToken)
    {
        var rows = await db.Meetings.Where(row => before == null || row.Date < before).OrderByDescending(row => row.Date).Take(limit).ToListAsync(cancellationToken);
        var keys = await KeysAsync(db, cancellationToken);
        return [.. rows.Select(row => Of(row, keys))];
    }

    public static async Task<Meeting?> FindAsync(RecordContext db, DateOnly date, CancellationToken cancellationToken) =>
        await db.Meetings.SingleOrDefaultAsync(row => row.Date == date, cancellationToken) is { } row ? Of(row, await KeysAsync(db, cancellationToken)) : null;

    /// <returns>As kept, or null when there is one on that date.</returns>
    public static async Task<Meeting?> AddAsync(RecordContext db, DateOnly date, string title, int minutes, CancellationToken cancellationToken)
    {
        if (await db.Meetings.AnyAsync(row => row.Date == date, cancellationToken))
        {
            return null;
        }

        var added = db.Meetings.Add(new MeetingRow { Date = date, Title = title, Minutes = minutes, Version = 1 }).Entity;
        return Of(added, await KeysAsync(db, cancellationToken));
    }

    /// <param name="version">The version it has to be at; null for any.</param>
    public static async Task<(MeetingOutcome Outcome, Meeting? Meeting)> UpdateAsync(
        RecordContext db, DateOnly date, int? version, MeetingEdit edit, CancellationToken cancellationToken)
    {
        if (await db.Meetings.SingleOrDefaultAsync(row => row.Date == date, cancellationToken) is not { } row)
        {
            return (MeetingOutcome.NotFound, null);
        }

        var keys = await KeysAsync(db, cancellationToken);
        if (version is not null && version != row.Version)
        {
            return (MeetingOutcome.ChangedSince, Of(row, keys));
        }

        (row.Title, row.Minutes, row.Version) = (edit.Title ?? row.Title, edit.Minutes ?? row.Minutes, row.Version + 1);
        if (edit.Arrangement is { } arrangement)
        {
            var before = StoredJson.Choices(row.Arrangement).ToDictionary(choice => choice.Bill);
            row.Arrangement = StoredJson.Of([.. arrangement.Where(choice => !choice.IsEmpty()).OrderBy(choice => choice.Bill)
                .Select(choice => before.GetValueOrDefault(choice.Bill) is { } kept && kept.Decides(choice) ? kept : choice)]);
        }

        return (MeetingOutcome.Done, Of(row, keys));
    }

    /// <param name="version">The version it has to be at; null for any.</param>
    public static async Task<MeetingOutcome> RemoveAsync(RecordContext db, DateOnly date, int? version, CancellationToken cancellationToken)
    {
        if (await db.Meetings.SingleOrDefaultAsync(row => row.Date == date, cancellationToken) is not { } row)
        {
            return MeetingOutcome.NotFound;
        }

        if (version is not null && version != row.Version)
        {
            return MeetingOutcome.ChangedSince;
        }

        if (await db.Segments.AnyAsync(segment => segment.MeetingDate == date, cancellationToken))
        {
            return MeetingOutcome.HasSegments;
        }

        db.Meetings.Remove(row);
        return MeetingOutcome.Done;
    }

    // There are a few segments a year.
    private static async Task<List<SegmentKey>> KeysAsync(RecordContext db, CancellationToken cancellationToken) =>
        [.. (await db.Segments.Select(row => new { row.MeetingDate, row.Number }).ToListAsync(cancellationToken))
            .Select(row => new SegmentKey(row.MeetingDate, row.Number)).OrderByDescending(key => key.Meeting).ThenByDescending(key => key.Number)];

    private static Meeting Of(MeetingRow row, List<SegmentKey> keys) => new(
        row.Date,
        row.Title,
        row.Minutes,
        row.Version,
        keys.Cast<SegmentKey?>().FirstOrDefault(key => key!.Value.Meeting < row.Date),
        keys.Cast<SegmentKey?>().FirstOrDefault(key => key!.Value.Meeting == row.Date))
    {
        Arrangement = StoredJson.Choices(row.Arrangement),
    };
}
