namespace LegTracker.Legislature;

/// <summary>What the Legislature prints of a version under "Type of Measure", after the Legislative Counsel's digest key; null is not given, never no.</summary>
/// <param name="VoteRequired">Majority or Two Thirds, as the source prints it.</param>
/// <param name="FiscalCommittee">Whether it goes to the fiscal committee.</param>
/// <param name="LocalProgram">Whether it mandates a local program.</param>
public sealed record TypeOfMeasure(string? VoteRequired, bool? Appropriation, bool? FiscalCommittee, bool? LocalProgram, bool? Urgency, bool? TaxLevy)
{
    /// <summary>Whether it would take effect at once, as far as the marks tell it; null when they do not.</summary>
    public bool? AtOnce => Urgency is true || TaxLevy is true ? true : Urgency is false && TaxLevy is false ? false : null;
}
