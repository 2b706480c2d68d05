namespace LegTracker.Legislature;

/// <summary>The rules by which a measure takes effect, in the words shown as the source of a date.</summary>
public static class EffectRules
{
    public const string January = "January 1 after chaptering (Cal. Const. art. IV, sec. 8(c))";

    public const string Urgency = "Urgency statute, at once when filed with the Secretary of State (Cal. Const. art. IV, sec. 8(c)(3))";

    public const string TaxLevy = "Tax levy, at once when filed with the Secretary of State (Cal. Const. art. IV, sec. 8(c)(3))";

    public const string Election = "Statute calling an election, at once when filed with the Secretary of State (Cal. Const. art. IV, sec. 8(c)(3))";

    public const string CurrentExpenses = "Appropriation for usual current expenses, at once when filed with the Secretary of State (Cal. Const. art. IV, sec. 8(c)(3))";

    public const string Budget = "Bill related to the budget, at once when signed or on the date it states (Cal. Const. art. IV, sec. 12(e))";

    public const string PerhapsAtOnce = "January 1 after chaptering, unless it is of the budget or levies a tax and so takes effect at once (Cal. Const. art. IV, secs. 8(c) and 12(e))";

    public const string Extraordinary = "91st day after adjournment of the extraordinary session (Cal. Const. art. IV, sec. 8(c)(1))";

    public const string AfterNinetyDays = "January 1 after the 90 days that follow enactment (Cal. Const. art. IV, sec. 8(c)(1))";

    public const string Filing = "Resolution, on filing with the Secretary of State";

    public const string Voters = "If the voters approve it, on the fifth day after the Secretary of State files the statement of the vote (Cal. Const. art. XVIII, sec. 4)";

    /// <summary>Before June 2018 the constitution named another day.</summary>
    public const string VotersBefore2018 = "If the voters approve it (Cal. Const. art. XVIII, sec. 4)";
}
