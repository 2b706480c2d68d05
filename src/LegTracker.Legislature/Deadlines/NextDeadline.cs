namespace LegTracker.Legislature;

/// <summary>The next deadline that a measure must meet as of a day, and the one it missed.</summary>
/// <param name="Next">The deadline, with <see cref="DeadlineOutlook.Ahead"/> and <see cref="DeadlineOutlook.AtLatest"/> alone; its day itself still counts.</param>
/// <param name="DaysLeft">Days from the day asked about to <paramref name="Next"/>: 0 on the day itself; null without one.</param>
/// <param name="Missed">The last deadline it is known to have missed: of the first year for a two-year bill. Null when none is known.</param>
/// <param name="Reason">Why there is no deadline, or why it is given as the latest, in words; null where nothing needs saying.</param>
public sealed record NextDeadline(DeadlineOutlook Outlook, LegislativeDeadline? Next, int? DaysLeft, LegislativeDeadline? Missed, string? Reason)
{
    /// <summary>
    /// How long after a day its committee reports still come in: of 110 committee votes of real histories the slowest was reported 7 days after
    /// the hearing.
    /// </summary>
    public const int ReportingDays = 7;

    /// <summary>The deadline just over, with <see cref="DeadlineOutlook.Unreported"/> alone.</summary>
    public LegislativeDeadline? Unreported { get; init; }

    /// <summary>True when it missed a deadline of the session's first year and may go on in the second.</summary>
    public bool IsTwoYear => Missed is { Date.Year: var year } && year % 2 == 1;

    /// <summary>The next deadline of a measure at its <see cref="BillProgress.AsOf"/>.</summary>
    /// <param name="fiscal">Whether it goes to the fiscal committee, by the Legislative Counsel's digest; null when that is not known.</param>
    /// <param name="atOnce">Whether it would take effect at once (urgency, tax levy, election, usual current expenses); null to go by the lines alone.</param>
    /// <remarks>
    /// After Joint Rule 61: resolutions have none of its deadlines (J.R. 6); constitutional amendments and what takes effect at once are not
    /// bound by them; Rules Committees, bills of the Budget Committees and bills sent to committee under J.R. 26.5, Assembly Rule 77.2 or Senate
    /// Rule 29.10 have no committee deadlines. January 31 of the even year is the Constitution's (Art. IV, Sec. 10(c)) and binds every bill of
    /// the first year.
    /// </remarks>
    public static NextDeadline Of(BillProgress progress, bool? fiscal, LegislativeCalendar calendar, bool? atOnce = null) =>
        DeadlineSearch.Run(progress, fiscal, calendar, atOnce ?? progress.Actions.Any(action => action.Kinds.Contains(ActionKind.Urgency)));

    /// <summary>As <see cref="Of(BillProgress, bool?, LegislativeCalendar, bool?)"/>, by the marks of the version that stands; null when no source gives them.</summary>
    public static NextDeadline Of(BillProgress progress, TypeOfMeasure? type, LegislativeCalendar calendar) =>
        Of(progress, type?.FiscalCommittee, calendar, type?.AtOnce);
}
