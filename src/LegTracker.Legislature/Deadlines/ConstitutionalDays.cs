using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>The days of any year that the Constitution fixes, so that no calendar is needed to know them.</summary>
/// <remarks>All else (committee deadlines, recesses, the last day of an odd year) is set anew for each year by Joint Rules 51 and 61.</remarks>
internal static class ConstitutionalDays
{
    public static ImmutableArray<LegislativeDeadline> Of(int year)
    {
        var days = ImmutableArray.CreateBuilder<LegislativeDeadline>();
        days.Add(Day(year, 1, 1, DeadlineKind.StatutesTakeEffect, "Art. IV, Sec. 8(c)", "Statutes take effect"));
        days.Add(Day(year, 1, 10, DeadlineKind.BudgetSubmitted, "Art. IV, Sec. 12(a)", "The Governor submits the budget bill by this day"));
        days.Add(Day(year, 6, 15, DeadlineKind.BudgetPassed, "Art. IV, Sec. 12(c)(3)", "The budget bill is passed by midnight"));
        if (year % 2 == 0)
        {
            var convenes = new Session(year + 1).FirstDay;
            days.Add(Day(year, 1, 31, DeadlineKind.TwoYearHouseOfOrigin, "Art. IV, Sec. 10(c)", "Last day for each house to pass bills introduced in it in the odd-numbered year"));
            days.Add(Day(year, 8, 31, DeadlineKind.LastDayToPass, "Art. IV, Sec. 10(c)", "Last day for each house to pass bills"));
            days.Add(Day(year, 9, 30, DeadlineKind.Governor, "Art. IV, Sec. 10(b)(2)", "Last day for the Governor to sign or veto bills passed before September 1"));
            days.Add(Day(year, 11, 30, DeadlineKind.EndOfSession, "Art. IV, Sec. 3(a)", "The session ends at midnight"));
            days.Add(Day(year, 12, convenes.Day, DeadlineKind.SessionConvenes, "Art. IV, Sec. 3(a)", $"The {new Session(year + 1).Display} session convenes"));
        }

        return days.ToImmutable();
    }

    private static LegislativeDeadline Day(int year, int month, int day, DeadlineKind kind, string rule, string what) =>
        new(new DateOnly(year, month, day), kind, rule, what) { ByRule = true };
}
