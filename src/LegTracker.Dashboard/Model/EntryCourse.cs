using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>How far the bill of an update's entry is, for a picture of it.</summary>
/// <param name="Steps">The house it began in first, then the other, then concurrence and Governor.</param>
/// <param name="Effective">The day the law takes effect; null when it is no law or the day is not known.</param>
/// <param name="Operative">A later operative date that its text states; null when none, or the text was not read.</param>
/// <param name="OperativePart">The part it is of; empty for the whole law.</param>
internal sealed record EntryCourse(ImmutableArray<LaneStep> Steps, DateOnly? Effective, DateOnly? Operative, string OperativePart, bool IsOperativeChecked)
{
    public bool IsLaw => Steps.Any(step => step.Mark == StepMark.Law);
}
