namespace LegTracker.Legislature;

/// <summary>What kind of thing changed; the API's ChangeKind by the same names.</summary>
public enum ChangeKind
{
    Tracked,
    Untracked,
    ActionAdded,
    ActionReworded,
    ActionRemoved,
    ActionPostedLate,
    StageChanged,
    FieldChanged,
    VersionAdded,
    HearingSet,
    HearingChanged,
    HearingCanceled,
    Chaptered,
    Vetoed,
    TopicDrift,
    Edited,
}

/// <summary>A difference between two states of a bill, before it has a place in the log.</summary>
/// <param name="Field">For field changes the field's API name, else null.</param>
/// <param name="EventDate">The Legislature's date of the event, when it has one.</param>
/// <param name="Summary">One sentence a person can read aloud.</param>
public sealed record Difference(ChangeKind Kind, string? Field, string? OldValue, string? NewValue, DateOnly? EventDate, string Summary);

/// <summary>An immutable entry of the change log.</summary>
/// <param name="Revision">Store-wide number of the transaction; from 1.</param>
/// <param name="Index">Place inside the revision; from 0.</param>
/// <param name="RecordTime">When it was recorded, by LegTracker's clock.</param>
/// <param name="Provenance">Null for what people did.</param>
/// <param name="Actor">Who or what caused it: a source's name or a person's.</param>
/// <param name="Supersedes">Name of the change this one corrects, or null.</param>
public sealed record Change(
    long Revision,
    int Index,
    BillId Bill,
    Difference Difference,
    DateTimeOffset RecordTime,
    Provenance? Provenance,
    string Actor,
    string? Supersedes);
