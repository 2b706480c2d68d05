using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>A bill that a source has confirmed, with its place in the segment.</summary>
/// <param name="Section">Null when the segment does not report it.</param>
/// <param name="Changes">Recorded lines dated in the period, and late-posted ones first seen in it; after an earlier segment, the lines recorded since.</param>
/// <param name="IsNews">True when it changed, took effect or went to its second year in the period.</param>
/// <param name="BecameTwoYear">True when the session's first year ended for it in the period.</param>
internal sealed record SelectedBill(
    TrackedBill Bill,
    BillRecord Record,
    BillProgress Progress,
    NextDeadline Deadline,
    SectionKind? Section,
    ImmutableArray<RecordedAction> Changes,
    bool IsNews,
    bool BecameTwoYear)
{
    /// <summary>Its hearings by date, as they were known on the until date.</summary>
    public required ImmutableArray<Hearing> Hearings { get; init; }

    /// <summary>The segment's first event date; an earlier line tells when it was first seen.</summary>
    public required DateOnly From { get; init; }

    /// <summary>When a source last confirmed the bill, which one of a segment's has done.</summary>
    public DateTimeOffset LastConfirmed => Bill.LastConfirmedTime ?? Bill.Provenance!.FetchTime;

    /// <summary>The next hearing on or after the until date; null when none is known.</summary>
    public Hearing? NextHearing => HearingList.Next(Hearings, Progress.AsOf);

    /// <summary>The law's operative dates as its text states them; unchecked while the text was not read.</summary>
    public OperativeDates Operative { get; } = OperativeDates.Of(Record.Text, Progress.EffectiveDate, Progress.AsOf);

    /// <summary>True for a statute; false for what is pending, stopped, or a resolution.</summary>
    public bool IsLaw => Selection.IsLaw(Progress);
}
