using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>What segments are drafted from, and the published ones as rows; a row is written once and never changed.</summary>
internal static class SegmentShelf
{
    /// <param name="meeting">Date of the meeting; null for a period.</param>
    public static async Task<SegmentBasis> BasisAsync(RecordContext db, DateOnly? meeting, CancellationToken cancellationToken)
    {
        var basis = new SegmentBasis(await ChangeLog.HeadAsync(db, cancellationToken), await BillShelf.ReadAsync(db, only: null, cancellationToken));
        if (meeting is not { } date || await MeetingShelf.FindAsync(db, date, cancellationToken) is not { } found)
        {
            return basis;
        }

        basis = basis with
        {
            Meeting = found,
            PreviousMeeting = await db.Meetings.Where(row => row.Date < date).Select(row => (DateOnly?)row.Date).MaxAsync(cancellationToken),
        };
        if (found.Previous is not { } key)
        {
            return basis;
        }

        var previous = await db.Segments.Where(row => row.MeetingDate == key.Meeting && row.Number == key.Number)
            .Select(row => new { row.Revision, row.PublishedTime }).SingleAsync(cancellationToken);
        return basis with
        {
            Previous = (previous.Revision, previous.PublishedTime),
            Later = await ChangeLog.ReadAsync(db, previous.Revision, int.MaxValue, cancellationToken),
        };
    }

    /// <summary>Freezes what the callback makes of the basis and the new segment's key, in the caller's transaction.</summary>
    /// <returns>Null when the meeting is not kept.</returns>
    public static async Task<PublishedSegment?> PublishAsync(
        RecordContext db, DateOnly meeting, DateTimeOffset now, Func<SegmentBasis, SegmentKey, DateTimeOffset, byte[]> freeze, CancellationToken cancellationToken)
    {
        var basis = await BasisAsync(db, meeting, cancellationToken);
        if (basis.Meeting is not { } found)
        {
            return null;
        }

        var key = new SegmentKey(meeting, (found.Published?.Number ?? 0) + 1);
        var row = db.Segments.Add(new SegmentRow
        {
            MeetingDate = meeting,
            Number = key.Number,
            PublishedTime = now,
            Revision = basis.Revision,
            Content = freeze(basis, key, now),
        }).Entity;
        return Of(row);
    }

    public static async Task<PublishedSegment?> FindAsync(RecordContext db, SegmentKey key, CancellationToken cancellationToken) =>
        await db.Segments.SingleOrDefaultAsync(row => row.MeetingDate == key.Meeting && row.Number == key.Number, cancellationToken) is { } row ? Of(row) : null;

    /// <summary>Newest first.</summary>
    /// <param name="meeting">Only this meeting's; null for all.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    public static async Task<ImmutableArray<PublishedSegment>> ListAsync(
        RecordContext db, DateOnly? meeting, (DateTimeOffset Time, SegmentKey Key)? after, int limit, CancellationToken cancellationToken)
    {
        IQueryable<SegmentRow> rows = db.Segments;
        if (meeting is { } date)
        {
            rows = rows.Where(row => row.MeetingDate == date);
        }

        if (after is var (time, (last, number)))
        {
            rows = rows.Where(row => row.PublishedTime < time
                || (row.PublishedTime == time && (row.MeetingDate < last || (row.MeetingDate == last && row.Number < number))));
        }

        var page = await rows.OrderByDescending(row => row.PublishedTime).ThenByDescending(row => row.MeetingDate).ThenByDescending(row => row.Number)
            .Take(limit).ToListAsync(cancellationToken);
        return [.. page.Select(Of)];
    }

    private static PublishedSegment Of(SegmentRow row) => new(new SegmentKey(row.MeetingDate, row.Number), row.PublishedTime, row.Revision, row.Content);
}
