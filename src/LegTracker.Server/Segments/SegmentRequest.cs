using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>The period a segment is asked for.</summary>
/// <param name="Since">First event date, included.</param>
/// <param name="Until">Last event date, included, and the date the statements are worded for.</param>
/// <param name="Minutes">Minutes it may take; at least 1.</param>
internal sealed record SegmentRequest(DateOnly Since, DateOnly Until, int Minutes)
{
    private const int DaysWithoutMeeting = 120;

    /// <summary>What was recorded after the segment shown last, which selects instead of event dates; null selects by event date.</summary>
    public RecordedSince? After { get; private init; }

    /// <summary>What people decided about bills; one that is not in it is left to the rules.</summary>
    public IReadOnlyDictionary<BillId, ItemChoice> Choices { get; init; } = ImmutableDictionary<BillId, ItemChoice>.Empty;

    /// <summary>A sentence on how a meeting's news was selected; null for a period that was asked for.</summary>
    public string? Basis { get; private init; }

    /// <summary>"between January 1, 2025 and March 3, 2025", or "since the segment of December 2, 2024".</summary>
    public string Period => After is { } after ? $"since the segment of {StageWords.Day(after.ShownOn)}" : $"between {StageWords.Day(Since)} and {StageWords.Day(Until)}";

    /// <summary>"before January 1, 2025", or "when the segment of December 2, 2024 was published".</summary>
    public string Earlier => After is { } after ? $"when the segment of {StageWords.Day(after.ShownOn)} was published" : $"before {StageWords.Day(Since)}";

    /// <summary>A meeting's request after an earlier segment: what was recorded since.</summary>
    public static SegmentRequest AfterSegment(RecordedSince after, DateOnly meeting, int minutes) => new(after.From, meeting, minutes)
    {
        After = after,
        Basis = string.Create(
            CultureInfo.InvariantCulture,
            $"This update reports what was recorded after the segment published for {StageWords.Day(after.ShownOn)} (record revision {after.Revision}), late postings included. A line dated before {StageWords.Day(after.From)} shows when it was first seen."),
    };

    /// <summary>A meeting's request when no segment was published for an earlier one: by event date since the previous meeting, or 120 days without one.</summary>
    public static SegmentRequest WithoutSegment(DateOnly? previousMeeting, DateOnly meeting, int minutes)
    {
        var since = previousMeeting ?? meeting.AddDays(-DaysWithoutMeeting);
        return new SegmentRequest(since, meeting, minutes)
        {
            Basis = previousMeeting is null
                ? string.Create(CultureInfo.InvariantCulture, $"No earlier meeting is recorded, so this update reports the {DaysWithoutMeeting} days before this one, by the dates of events: from {StageWords.Day(since)} on.")
                : $"No segment was published for an earlier meeting. So this update reports events by their dates, beginning with the day of the previous meeting, {StageWords.Day(since)}.",
        };
    }

    /// <summary>The request with the first day that is news of this bill by its date.</summary>
    public SegmentRequest Of(BillId bill) => After is null ? this : this with { Since = After.FromFor(bill) };

    /// <summary>What was decided about a bill; null when nothing was.</summary>
    public ItemChoice? ChoiceOf(BillId bill) => Choices.GetValueOrDefault(bill);

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
