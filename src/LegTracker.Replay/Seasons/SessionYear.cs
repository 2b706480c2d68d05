using LegTracker.Legislature;

namespace LegTracker.Replay.Seasons;

/// <summary>The days between which a year's steps are taken, close to the houses' deadlines of 2025 and 2026.</summary>
internal sealed record SessionYear(
    DateOnly IntroducedFrom, DateOnly IntroducedBy,
    DateOnly PolicyFrom, DateOnly PolicyBy, DateOnly FiscalFrom, DateOnly SuspenseDay, DateOnly FloorBy,
    DateOnly SecondPolicyFrom, DateOnly SecondPolicyBy, DateOnly SecondFiscalFrom, DateOnly SecondSuspenseDay, DateOnly SecondFloorBy,
    DateOnly SignedBy)
{
    /// <summary>The odd year.</summary>
    public static SessionYear First(Session session)
    {
        var year = session.StartYear;
        return new SessionYear(
            session.FirstDay, new DateOnly(year, 2, 21),
            new DateOnly(year, 3, 11), new DateOnly(year, 5, 2), new DateOnly(year, 5, 7), new DateOnly(year, 5, 23), new DateOnly(year, 6, 6),
            new DateOnly(year, 6, 11), new DateOnly(year, 7, 18), new DateOnly(year, 8, 18), new DateOnly(year, 8, 29), new DateOnly(year, 9, 12),
            new DateOnly(year, 10, 12));
    }

    /// <summary>The even year.</summary>
    public static SessionYear Second(Session session)
    {
        var year = session.StartYear + 1;
        return new SessionYear(
            new DateOnly(year, 1, 5), new DateOnly(year, 2, 20),
            new DateOnly(year, 3, 10), new DateOnly(year, 4, 24), new DateOnly(year, 4, 29), new DateOnly(year, 5, 14), new DateOnly(year, 5, 29),
            new DateOnly(year, 6, 3), new DateOnly(year, 7, 2), new DateOnly(year, 8, 3), new DateOnly(year, 8, 13), new DateOnly(year, 8, 31),
            new DateOnly(year, 9, 30));
    }

    /// <summary>The Monday after the last day on which a house may pass bills of the first year in the second.</summary>
    public static DateOnly EndOfTwoYearBills(Session session)
    {
        var last = new DateOnly(session.StartYear + 1, 1, 31);
        return last.AddDays(last.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 });
    }
}
