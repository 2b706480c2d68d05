using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>How far a bill's record can be believed now.</summary>
public enum Freshness
{
    /// <summary>No source has confirmed anything yet.</summary>
    NeverPolled,

    /// <summary>The last poll confirmed it.</summary>
    Current,

    /// <summary>The last fetch failed; the record is the last good one.</summary>
    Stale,

    /// <summary>The last reading was not believed; the record is the last good one.</summary>
    Quarantined,
}

/// <summary>One recorded action with its evidence.</summary>
/// <param name="Occurrence">1 for the first line with this date and normalized text, 2 for its repeat …</param>
/// <param name="ObservedTime">When LegTracker first saw it.</param>
/// <param name="PostedLate">True when it appeared after a later-dated line had been recorded.</param>
public sealed record RecordedAction(HistoryLine Line, int Occurrence, DateTimeOffset ObservedTime, bool PostedLate, Provenance Provenance);

/// <summary>Everything recorded of one bill on the watch list.</summary>
public sealed record TrackedBill
{
    public required BillId Id { get; init; }

    /// <summary>Revision of the last change to it.</summary>
    public required long Revision { get; init; }

    /// <summary>The last believed reading, or null while no source has confirmed one.</summary>
    public BillRecord? Record { get; init; }

    /// <summary>Oldest first; empty while <see cref="Record"/> is null.</summary>
    public ImmutableArray<RecordedAction> Actions { get; init; } = [];

    /// <summary>The recorded history understood as of a day, with what the bill's text says of its effect.</summary>
    public BillProgress ProgressOn(DateOnly day) => StageReader.Read(Id, [.. Actions.Select(action => action.Line)], day, Record?.EffectFacts ?? EffectFacts.None);

    /// <summary>Rows of the table of hearings by date, also those that are gone; null while that table was never read for the bill.</summary>
    public ImmutableArray<HearingRow>? HearingRows { get; init; }

    /// <summary>What the watch list says of it from published pages, until a source confirms it; null when nothing is known.</summary>
    public ListedFacts? Listed { get; init; }

    public HumanFields Human { get; init; } = HumanFields.Empty;

    public Freshness Freshness { get; init; }

    /// <summary>Why it is stale or quarantined, in words; null otherwise.</summary>
    public string? FreshnessReason { get; init; }

    /// <summary>When a source last confirmed the record.</summary>
    public DateTimeOffset? LastConfirmedTime { get; init; }

    /// <summary>Evidence of the last believed reading.</summary>
    public Provenance? Provenance { get; init; }
}
