namespace LegTracker.Legislature;

/// <summary>A day of the legislative calendar: a deadline, or another day that people plan by.</summary>
/// <param name="Rule">The rule that sets it, "J.R. 61(b)(6)" or "Art. IV, Sec. 10(c)"; null when the calendar names none.</param>
/// <param name="What">The day in plain words, without a date and without a full stop.</param>
public sealed record LegislativeDeadline(DateOnly Date, DeadlineKind Kind, string? Rule, string What)
{
    /// <summary>Last day of a period such as floor sessions; null for a single day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>True when it follows from the Constitution or from the bill itself, false when a published calendar gave it.</summary>
    public bool ByRule { get; init; }

    /// <summary>True when something is over for somebody after this day; false for recesses, sessions, holidays and effect.</summary>
    public bool IsDeadline => Kind <= DeadlineKind.BudgetPassed;
}
