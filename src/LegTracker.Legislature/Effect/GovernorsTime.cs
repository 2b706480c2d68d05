namespace LegTracker.Legislature;

/// <summary>The last day on which the Governor can sign or veto a bill (Cal. Const. art. IV, sec. 10(b)).</summary>
internal static class GovernorsTime
{
    /// <summary>Days on which the Legislature adjourned for the recess of an odd year, as it happened (not as planned).</summary>
    private static readonly Dictionary<int, DateOnly> OddYearAdjournments = new()
    {
        [2023] = new DateOnly(2023, 9, 14),
        [2025] = new DateOnly(2025, 9, 13),
    };

    /// <summary>The day the odd-year recess began; null when it is not known.</summary>
    public static DateOnly? RecessOf(Session session) => OddYearAdjournments.TryGetValue(session.StartYear, out var day) ? day : null;

    /// <summary>The last day for a bill presented on a day; null when it cannot be told.</summary>
    /// <remarks>
    /// Twelve days; 30 days from the odd-year recess for a bill then in the Governor's hands; September 30 for one in the Governor's hands on
    /// or after September 1 of the even year. An odd year whose adjournment is not known gives a date only when the twelve days end in August.
    /// </remarks>
    /// <param name="oddYearRecess">The day that recess began, as it happened; null when it is not known.</param>
    public static DateOnly? LastDay(BillId id, DateOnly presented, DateOnly? oddYearRecess)
    {
        if (id.Session.Extraordinary != 0 || presented < id.Session.FirstDay || presented > id.Session.LastDay)
        {
            return null;
        }

        var inSession = presented.AddDays(12);
        var september = new DateOnly(presented.Year, 9, 1);
        if (inSession < september)
        {
            return inSession;
        }

        if (presented.Year == id.Session.StartYear + 1)
        {
            return presented <= new DateOnly(presented.Year, 9, 30) ? new DateOnly(presented.Year, 9, 30) : null;
        }

        return presented.Year != id.Session.StartYear || oddYearRecess is not { } recess ? null
            : inSession <= recess ? inSession
            : presented <= recess.AddDays(30) ? recess.AddDays(30)
            : null;
    }
}
