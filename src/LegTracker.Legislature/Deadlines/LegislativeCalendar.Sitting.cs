namespace LegTracker.Legislature;

public sealed partial class LegislativeCalendar
{
    // How long after a recess begins the Governor may still act on what was passed before it: 30 days, and a day for adjourning late.
    private const int GovernorsDays = 31;

    /// <summary>
    /// Whether news of bills is to be expected on a day: the Legislature is not in recess, or the Governor still has time to act.
    /// A day of which no recess is known counts as in session.
    /// </summary>
    public bool IsInSession(DateOnly day)
    {
        var mark = DaysOf(day.Year - 1).Concat(DaysOf(day.Year)).LastOrDefault(known => known.Kind switch
        {
            DeadlineKind.Reconvenes or DeadlineKind.SessionConvenes => known.Date <= day,
            DeadlineKind.RecessBegins or DeadlineKind.EndOfSession => known.Date < day,
            _ => false,
        });
        return mark?.Kind is not (DeadlineKind.RecessBegins or DeadlineKind.EndOfSession)
            || (Find(mark.Date.Year, DeadlineKind.Governor) is { } governor && day <= governor.Date && governor.Date <= mark.Date.AddDays(GovernorsDays));
    }
}
