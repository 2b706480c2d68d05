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
internal sealed record SegmentBill(TrackedBill Bill, BillProgress AsOfUntil);
