using System.Collections.Immutable;

namespace LegTracker.Server.Recording;

/// <content>Meetings and their segments; none of it takes a revision.</content>
internal sealed partial class RecordStore
{
    /// <summary>Meetings by date, newest first; earlier than <paramref name="before"/> when given.</summary>
    public Task<ImmutableArray<Meeting>> ListMeetingsAsync(DateOnly? before, int limit, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => MeetingShelf.ListAsync(db, before, limit, cancellationToken), cancellationToken);

    /// <summary>Keeps a meeting.</summary>
    /// <returns>As kept, or null when there is one on that date.</returns>
    public Task<Meeting?> AddMeetingAsync(DateOnly date, string title, int minutes, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => MeetingShelf.AddAsync(db, date, title, minutes, cancellationToken), cancellationToken);

    /// <summary>Changes a meeting that is at a version; null for any.</summary>
    public Task<(MeetingOutcome Outcome, Meeting? Meeting)> UpdateMeetingAsync(DateOnly date, int? version, MeetingEdit edit, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => MeetingShelf.UpdateAsync(db, date, version, edit, cancellationToken), cancellationToken);

    /// <summary>A meeting; null when there is none on that date.</summary>
    public Task<Meeting?> FindMeetingAsync(DateOnly date, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => MeetingShelf.FindAsync(db, date, cancellationToken), cancellationToken);

    /// <summary>Removes a meeting without segments that is at a version; null for any.</summary>
    public Task<MeetingOutcome> RemoveMeetingAsync(DateOnly date, int? version, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => MeetingShelf.RemoveAsync(db, date, version, cancellationToken), cancellationToken);

    /// <summary>What a segment is drafted from, as of one moment.</summary>
    /// <param name="meeting">Date of the meeting; null for a period.</param>
    public Task<SegmentBasis> ReadSegmentBasisAsync(DateOnly? meeting, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => SegmentShelf.BasisAsync(db, meeting, cancellationToken), cancellationToken);

    /// <summary>Freezes a meeting's segment: what <paramref name="freeze"/> makes of the record, which nobody changes meanwhile; what it throws leaves nothing behind.</summary>
    /// <param name="freeze">Gets the record, the new segment's name and the time of publication; gives the bytes to keep.</param>
    /// <returns>Null when the meeting is not kept.</returns>
    public Task<PublishedSegment?> PublishSegmentAsync(DateOnly meeting, Func<SegmentBasis, SegmentKey, DateTimeOffset, byte[]> freeze, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => SegmentShelf.PublishAsync(db, meeting, clock.Now, freeze, cancellationToken), cancellationToken);

    /// <summary>A published segment; null when there is none of that name.</summary>
    public Task<PublishedSegment?> FindSegmentAsync(SegmentKey key, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => SegmentShelf.FindAsync(db, key, cancellationToken), cancellationToken);

    /// <summary>Published segments, newest first, after the one that the page before ended with.</summary>
    public Task<ImmutableArray<PublishedSegment>> ListSegmentsAsync(
        DateOnly? meeting, (DateTimeOffset Time, SegmentKey Key)? after, int limit, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => SegmentShelf.ListAsync(db, meeting, after, limit, cancellationToken), cancellationToken);
}
