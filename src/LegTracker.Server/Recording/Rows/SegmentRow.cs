namespace LegTracker.Server.Recording.Rows;

/// <summary>A published segment, frozen.</summary>
internal sealed class SegmentRow
{
    public DateOnly MeetingDate { get; set; }

    /// <summary>From 1, within the meeting.</summary>
    public int Number { get; set; }

    public DateTimeOffset PublishedTime { get; set; }

    /// <summary>Revision of the store that it shows: the next segment tells what was recorded after it.</summary>
    public long Revision { get; set; }

    /// <summary>The API's Segment, as the bytes that every later call gets.</summary>
    public required byte[] Content { get; set; }
}
