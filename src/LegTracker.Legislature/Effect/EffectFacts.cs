namespace LegTracker.Legislature;

/// <summary>What is known of a bill's effect beside its history; null means unknown, never no.</summary>
public sealed record EffectFacts
{
    public static EffectFacts None { get; } = new();

    /// <summary>An urgency statute; unknown, the lines tell it.</summary>
    public bool? Urgency { get; init; }

    public bool? TaxLevy { get; init; }

    public bool? CallsElection { get; init; }

    public bool? UsualCurrentExpenses { get; init; }

    /// <summary>A bill related to the budget bill that states no later date of effect (Cal. Const. art. IV, sec. 12(e)).</summary>
    public bool? BudgetRelated { get; init; }

    /// <summary>It draws boundaries of election districts, so that sec. 8(c)(2) is not for it.</summary>
    public bool? ElectionDistricts { get; init; }

    /// <summary>The day the extraordinary session adjourned.</summary>
    public DateOnly? Adjourned { get; init; }

    /// <summary>The day the recess of the odd year began, as it happened.</summary>
    public DateOnly? Recess { get; init; }

    /// <summary>Reads the marks of immediate effect from a digest or a bill's text. What the text does not claim stays unknown.</summary>
    /// <param name="text">Plain text of the version that was chaptered: an earlier one may claim what the last does not.</param>
    public static EffectFacts FromText(string text) => EffectClauses.Read(text);
}
