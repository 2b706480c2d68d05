namespace LegTracker.Legislature;

/// <summary>Finds the deadline that a measure must meet next.</summary>
internal static class DeadlineSearch
{
    public static NextDeadline Run(BillProgress progress, bool? fiscal, LegislativeCalendar calendar, bool atOnce)
    {
        if (DeadlinePosition.Of(progress) is not { } position)
        {
            return WithoutHouses(progress, calendar);
        }

        if (progress.Id.Session.Extraordinary != 0)
        {
            return Without(DeadlineOutlook.Unknown, "the calendar is of the regular session");
        }

        if (progress.Id.Type is not (MeasureType.AB or MeasureType.SB))
        {
            return Without(DeadlineOutlook.None, progress.Id.Type is MeasureType.ACA or MeasureType.SCA
                ? "constitutional amendments may be taken up at any time in the session"
                : "the deadlines of bills are not for resolutions");
        }

        if (atOnce)
        {
            return OfImmediateEffect(progress, position, calendar);
        }

        var found = OfYears(progress, position, fiscal ?? ToldByLines(progress), calendar);
        return found.Missed is null ? found with { Missed = MissedInFirstYear(progress, position, fiscal, calendar) } : found;
    }

    /// <summary>Answers for measures that the houses do not have.</summary>
    private static NextDeadline WithoutHouses(BillProgress progress, LegislativeCalendar calendar) => progress.Stage switch
    {
        Stage.PassedLegislature => Without(DeadlineOutlook.None, "it passed both houses and is on its way to the Governor"),
        Stage.Enrolled => OfGovernor(progress, calendar),
        Stage.Signed or Stage.Chaptered or Stage.LawWithoutSignature => Without(DeadlineOutlook.None, "it is law"),
        Stage.Adopted => Without(DeadlineOutlook.None, "it was adopted"),
        Stage.Vetoed => Without(DeadlineOutlook.None, "it was vetoed"),
        Stage.Dead => Without(DeadlineOutlook.None, "it did not pass"),
        _ => Without(DeadlineOutlook.Unknown, "its history does not tell where it is"),
    };

    private static NextDeadline OfGovernor(BillProgress progress, LegislativeCalendar calendar)
    {
        if (progress.GovernorDeadline is not { } date)
        {
            return Without(DeadlineOutlook.Unknown, "the Governor's last day is not known");
        }

        var rule = calendar.Find(date.Year, DeadlineKind.Governor) is { Rule: { } published, Date: var day } && day == date ? published : "Art. IV, Sec. 10(b)";
        var deadline = new LegislativeDeadline(date, DeadlineKind.Governor, rule, "Last day for the Governor to sign or veto it") { ByRule = true };
        return progress.AsOf <= date ? Until(progress, deadline, null, null)
            : progress.AsOf.DayNumber - date.DayNumber <= NextDeadline.ReportingDays ? Waiting(deadline, null)
            : Without(DeadlineOutlook.Unknown, $"the Governor's last day was {StageWords.Day(date)}, and the history does not tell what came of it");
    }

    private static NextDeadline OfImmediateEffect(BillProgress progress, DeadlinePosition position, LegislativeCalendar calendar)
    {
        if (position.InSecondHouse || position.FirstYear is not true
            || calendar.Find(progress.Id.Session.StartYear + 1, DeadlineKind.TwoYearHouseOfOrigin) is not { } january)
        {
            return Without(DeadlineOutlook.None, "a bill that takes effect at once may be taken up at any time in the session");
        }

        return progress.AsOf <= january.Date ? Until(progress, january, null, null)
            : IsOpen(progress, january) ? Waiting(january, null)
            : new NextDeadline(DeadlineOutlook.Missed, null, null, january, null);
    }

    private static NextDeadline OfYears(BillProgress progress, DeadlinePosition position, bool? fiscal, LegislativeCalendar calendar)
    {
        var first = progress.Id.Session.StartYear;
        LegislativeDeadline? missed = null;
        for (var year = Math.Max(first, progress.AsOf.Year); year <= first + 1; year++)
        {
            var isToCome = year > first && progress.AsOf.Year <= first;
            var bound = DeadlineBound.Of(isToCome ? position with { Exempt = null } : position, year > first, year, fiscal, calendar);
            if (bound is null && year == first && calendar.Find(year, DeadlineKind.LastDayToPass) is null)
            {
                return Without(DeadlineOutlook.Unknown, $"the calendar of {year} is not known");
            }

            if (bound is not null && progress.AsOf <= bound.Deadline.Date)
            {
                return Until(progress, bound.Deadline, missed, bound.AtLatest);
            }

            if (bound is not null && IsOpen(progress, bound.Deadline))
            {
                return Waiting(bound.Deadline, missed);
            }

            missed = bound?.Deadline ?? missed;
        }

        return missed is { } last && last.Date.Year > first
            ? new NextDeadline(DeadlineOutlook.Missed, null, null, last, null)
            : Without(DeadlineOutlook.Unknown, "it came where it is after every deadline that the calendar gives") with { Missed = missed };
    }

    /// <summary>What the bill, as the first year left it, had missed.</summary>
    private static LegislativeDeadline? MissedInFirstYear(BillProgress progress, DeadlinePosition position, bool? fiscal, LegislativeCalendar calendar)
    {
        var first = progress.Id.Session.StartYear;
        if (progress.AsOf.Year <= first || position.FirstYear is not true)
        {
            return null;
        }

        var left = StageReader.Read(progress.Id, [.. progress.Actions.Select(action => action.Line)], new DateOnly(first, 12, 31));
        return NextDeadline.Of(left, fiscal, calendar, atOnce: false).Missed;
    }

    /// <summary>True when lines of the house that has it name its Appropriations Committee; null, not false, when they do not.</summary>
    private static bool? ToldByLines(BillProgress progress) => progress.Actions.Any(action =>
        action.House?.ToString() == progress.Location && action.Committees.Any(Committees.IsFiscal)) ? true : null;

    /// <summary>True while the result may not be published; a bill held by its committee needs no more waiting.</summary>
    private static bool IsOpen(BillProgress progress, LegislativeDeadline deadline) =>
        progress.Stage is not (Stage.Held or Stage.SecondHouseHeld) && progress.AsOf.DayNumber - deadline.Date.DayNumber <= NextDeadline.ReportingDays;

    private static NextDeadline Until(BillProgress progress, LegislativeDeadline next, LegislativeDeadline? missed, string? atLatest) => new(
        atLatest is null ? DeadlineOutlook.Ahead : DeadlineOutlook.AtLatest,
        next,
        next.Date.DayNumber - progress.AsOf.DayNumber,
        missed,
        atLatest);

    private static NextDeadline Waiting(LegislativeDeadline over, LegislativeDeadline? missed) =>
        new(DeadlineOutlook.Unreported, null, null, missed, "its result may not be published yet") { Unreported = over };

    private static NextDeadline Without(DeadlineOutlook outlook, string reason) => new(outlook, null, null, null, reason);
}
