namespace LegTracker.Dashboard.Model;

/// <summary>Words shown for a moment in the last row.</summary>
internal sealed record Toast(string Words, bool IsProblem, DateTimeOffset Until);
