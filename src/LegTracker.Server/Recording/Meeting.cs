using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>A published segment's name: the meeting's date and its number within the meeting, from 1.</summary>
internal readonly record struct SegmentKey(DateOnly Meeting, int Number);

/// <summary>A meeting as it is kept.</summary>
/// <param name="Minutes">Minutes for the segment.</param>
/// <param name="Version">Counts its changes, from 1.</param>
/// <param name="Previous">The newest segment published for an earlier meeting; null when there is none.</param>
/// <param name="Published">The newest segment published for this one; null when there is none.</param>
internal sealed record Meeting(DateOnly Date, string Title, int Minutes, int Version, SegmentKey? Previous, SegmentKey? Published)
{
    /// <summary>What people decided about the bills of its segment, each bill once.</summary>
    public ImmutableArray<ItemChoice> Arrangement { get; init; } = [];
}

/// <summary>What is changed of a meeting; what is null stays as it is.</summary>
/// <param name="Arrangement">All choices; one that decides the same as before keeps who and when.</param>
internal sealed record MeetingEdit(string? Title, int? Minutes, ImmutableArray<ItemChoice>? Arrangement = null);

/// <summary>A published segment, frozen.</summary>
/// <param name="Revision">Revision of the store that it shows.</param>
/// <param name="Content">The bytes that every later call gets.</param>
internal sealed record PublishedSegment(SegmentKey Key, DateTimeOffset PublishedTime, long Revision, byte[] Content);

/// <summary>What became of a change to a meeting.</summary>
internal enum MeetingOutcome
{
    Done,
    NotFound,

    /// <summary>It is at another version than the caller's.</summary>
    ChangedSince,

    /// <summary>A segment was published for it.</summary>
    HasSegments,
}

/// <summary>Everything that a segment is drafted from, as of one moment.</summary>
/// <param name="Revision">Newest revision then.</param>
/// <param name="Bills">The watch list.</param>
internal sealed record SegmentBasis(long Revision, ImmutableArray<TrackedBill> Bills)
{
    /// <summary>Null for a period, and for a meeting that is not kept.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>The segment that the meeting's <see cref="Recording.Meeting.Previous"/> names, without its content; null when there is none.</summary>
    public (long Revision, DateTimeOffset PublishedTime)? Previous { get; init; }

    /// <summary>The newest earlier meeting; null when there is none.</summary>
    public DateOnly? PreviousMeeting { get; init; }

    /// <summary>Changes after the previous segment's revision, in order.</summary>
    public ImmutableArray<Change> Later { get; init; } = [];
}
