namespace LegTracker.Legislature;

/// <summary>The deadline that binds a position in a year.</summary>
/// <param name="AtLatest">Why an earlier one may bind it, in words; null when this one does.</param>
internal sealed record DeadlineBound(LegislativeDeadline Deadline, string? AtLatest)
{
    private sealed record Link(DeadlineKind Kind, string? AtLatest);

    /// <summary>The first of the year's deadlines that is known, is for the position, and was not over when the bill came there; null when none is.</summary>
    public static DeadlineBound? Of(DeadlinePosition position, bool isSecondYear, int year, bool? fiscal, LegislativeCalendar calendar)
    {
        string? doubt = null;
        var hasSecondHouseFiscalDay = calendar.Find(year, DeadlineKind.SecondHouseFiscalPolicyCommittees) is not null;
        foreach (var link in Links(position, isSecondYear, fiscal, hasSecondHouseFiscalDay))
        {
            if (position.Exempt is not null && IsOfCommittees(link.Kind))
            {
                doubt ??= position.Exempt;
            }
            else if (calendar.Find(year, link.Kind) is not { } day)
            {
                doubt ??= $"the calendar of {year} does not give the earlier deadlines";
            }
            else if (position.Entered > day.Date)
            {
                doubt ??= $"it came there after the deadline of {StageWords.Day(day.Date)}";
            }
            else
            {
                return new DeadlineBound(day, doubt ?? link.AtLatest);
            }
        }

        return null;
    }

    /// <summary>From the nearest deadline to the last that can bind it.</summary>
    private static IEnumerable<Link> Links(DeadlinePosition position, bool isSecondYear, bool? fiscal, bool hasSecondHouseFiscalDay)
    {
        const string NotKnownFiscal = "it is not known whether it goes to the fiscal committee, whose bills are due earlier";
        const string NotKnownYear = "it is not known in which year it was introduced";
        var isOld = !position.InSecondHouse && isSecondYear && position.FirstYear is true;
        var year = !position.InSecondHouse && isSecondYear && position.FirstYear is null ? NotKnownYear : null;
        if (position.Step == DeadlineStep.Policy)
        {
            var (forFiscal, forOthers) = position.InSecondHouse ? (DeadlineKind.SecondHouseFiscalPolicyCommittees, DeadlineKind.SecondHousePolicyCommittees)
                : isOld ? (DeadlineKind.TwoYearFiscalPolicyCommittees, DeadlineKind.TwoYearCommittees)
                : (DeadlineKind.FiscalPolicyCommittees, DeadlineKind.NonFiscalPolicyCommittees);
            var hasTwoDays = !position.InSecondHouse || hasSecondHouseFiscalDay;
            yield return fiscal is true && hasTwoDays ? new Link(forFiscal, year)
                : new Link(forOthers, fiscal is null && hasTwoDays ? NotKnownFiscal : year);
        }
        else if (position.Step == DeadlineStep.Fiscal)
        {
            yield return new Link(
                position.InSecondHouse ? DeadlineKind.SecondHouseFiscalCommittees : isOld ? DeadlineKind.TwoYearCommittees : DeadlineKind.FiscalCommittees,
                year);
        }

        if (isOld)
        {
            yield return new Link(DeadlineKind.TwoYearHouseOfOrigin, null);
            yield break;
        }

        if (!position.InSecondHouse)
        {
            yield return new Link(DeadlineKind.HouseOfOrigin, year);
        }

        yield return new Link(DeadlineKind.LastDayToPass, year);
    }

    private static bool IsOfCommittees(DeadlineKind kind) => kind is DeadlineKind.FiscalPolicyCommittees or DeadlineKind.NonFiscalPolicyCommittees
        or DeadlineKind.FiscalCommittees or DeadlineKind.SecondHouseFiscalPolicyCommittees or DeadlineKind.SecondHousePolicyCommittees
        or DeadlineKind.SecondHouseFiscalCommittees or DeadlineKind.TwoYearFiscalPolicyCommittees or DeadlineKind.TwoYearCommittees;
}
