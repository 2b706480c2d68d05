using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>The period a segment is asked for.</summary>
/// <param name="Since">First event date, included.</param>
/// <param name="Until">Last event date, included, and the date the statements are worded for.</param>
/// <param name="Minutes">Minutes it may take; at least 1.</param>
internal sealed record SegmentRequest(DateOnly Since, DateOnly Until, int Minutes)
{
    /// <summary>Whether an event date lies in the period.</summary>
    public bool Covers(DateOnly? day) => day >= Since && day <= Until;
}

/// <summary>A bill of the watch list with its history understood as of the period's last day.</summary>
/// <param name="AsOfUntil"><see cref="StageReader.Read"/> with the until date.</param>
/// <param name="Deadline">The deadline ahead of it on the until date.</param>
internal sealed record SegmentBill(TrackedBill Bill, BillProgress AsOfUntil, NextDeadline Deadline)
{
    /// <summary>A bill as it stood on a day.</summary>
    public static SegmentBill Of(TrackedBill bill, DateOnly day, LegislativeCalendar calendar)
    {
        var progress = bill.ProgressOn(day);
        var type = bill.Record?.Versions.LastOrDefault(version => version.Date <= day)?.Type;
        return new SegmentBill(bill, progress, NextDeadline.Of(progress, type, calendar));
    }
}
