using LegTracker.Legislature;

namespace LegTracker.Replay;

/// <summary>One change that a tracker which reads every evening must record, exactly once.</summary>
/// <param name="Evening">The day whose 17:00 brings it out.</param>
/// <param name="Field">For field changes the field's API name, else null.</param>
/// <param name="Date">The Legislature's date of the event; null for a field.</param>
/// <param name="Text">The new line, version id, value, stage (<c>InCommittee</c>), hearing day (<c>2025-04-08</c>) or chapter; for a removed line the line; null for a veto.</param>
public sealed record ScriptedChange(BillId Bill, DateOnly Evening, ChangeKind Kind, string? Field, DateOnly? Date, string? Text);
