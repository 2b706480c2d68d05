namespace LegTracker.Replay.Histories;

/// <summary>Another wording of a line from a day on.</summary>
internal sealed record LineWording(DateOnly From, string Text);
