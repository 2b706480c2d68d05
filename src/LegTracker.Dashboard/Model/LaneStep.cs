namespace LegTracker.Dashboard.Model;

/// <summary>One step of a bill's passage through a house or to the Governor.</summary>
/// <param name="Step">The step in a word: "Policy", "Fiscal", "Floor".</param>
/// <param name="Date">The day it was reached or is due; null when not known.</param>
internal sealed record LaneStep(Lane Lane, string Step, StepMark Mark, DateOnly? Date = null);

/// <summary>Where a step happens.</summary>
internal enum Lane
{
    Assembly,
    Senate,

    /// <summary>Concurrence and the Governor.</summary>
    Final,
}

/// <summary>How a step stands.</summary>
internal enum StepMark
{
    ToCome,
    Done,
    Here,
    Skipped,
    Held,
    Dead,
    Law,

    /// <summary>The record at hand does not tell.</summary>
    Unknown,
}
