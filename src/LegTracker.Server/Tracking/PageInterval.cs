using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Tracking;

/// <summary>How long a bill's pages rest between two looks on a day, and why.</summary>
/// <param name="Length">1 hour to 7 days.</param>
/// <param name="Reason">Words that stand after "because": no capital, no full stop.</param>
internal sealed record PageInterval(TimeSpan Length, string Reason)
{
    /// <summary>On a day when the bill may move at any hour.</summary>
    public static readonly TimeSpan Often = TimeSpan.FromHours(1);

    /// <summary>On a day in session.</summary>
    public static readonly TimeSpan InSession = TimeSpan.FromHours(4);

    /// <summary>While the houses do not sit.</summary>
    public static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>Once nothing should move any more.</summary>
    public static readonly TimeSpan Weekly = TimeSpan.FromDays(7);

    /// <summary>The interval of a bill on a day: a function of the three alone.</summary>
    /// <param name="bill">As of that day or before; null when no history of it is recorded.</param>
    public static PageInterval Of(BillProgress? bill, DateOnly day, LegislativeCalendar calendar) =>
        bill is null ? new(Daily, "no history of it is recorded yet")
        : EndOf(bill, day) is { } end ? new(Weekly, end)
        : BusyOn(bill, day, calendar) is { } busy ? new(Often, busy)
        : bill.Stage is Stage.PassedLegislature or Stage.Enrolled ? new(InSession, "it waits for the Governor")
        : bill.Stage is Stage.Signed or Stage.LawWithoutSignature ? new(Daily, "its chapter is still to come")
        : RecessOn(day, calendar) is { } recess ? new(Daily, recess)
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? new(Daily, "the houses do not sit on a weekend")
        : HasOn(day, calendar, DeadlineKind.Holiday) is { } holiday ? new(Daily, $"it is a holiday ({holiday.What})")
        : new(InSession, "the Legislature is in session");

    private static string? EndOf(BillProgress bill, DateOnly day) => bill.Stage switch
    {
        Stage.Chaptered or Stage.Adopted => "it is chaptered",
        Stage.Vetoed => "it was vetoed",
        Stage.Dead => "it did not pass",
        _ => day > bill.Id.Session.LastDay ? $"the {bill.Id.Session.Display} session is over" : null,
    };

    /// <summary>Why the bill may move at any hour of the day: its committee, its floor, or its deadline.</summary>
    private static string? BusyOn(BillProgress bill, DateOnly day, LegislativeCalendar calendar)
    {
        if (bill.NextHearing == day)
        {
            return "a committee hears it on this day";
        }

        var isOnFloor = bill.Stage is Stage.OnFloor or Stage.OnSecondHouseFloor or Stage.Concurrence or Stage.Conference;
        if (isOnFloor && HasOn(day, calendar, DeadlineKind.FloorSessions) is not null)
        {
            return "it is on the floor while the houses hold floor sessions only";
        }

        return NextDeadline.Of(bill with { AsOf = day }, fiscal: null, calendar) is { DaysLeft: 0 or 1, Next: { } deadline }
            ? string.Create(CultureInfo.InvariantCulture, $"its deadline of {deadline.Date:MMMM d} is near ({deadline.What})")
            : null;
    }

    // The day itself on which a recess begins is a day of session, and so is the one on which a session convenes, until January. In a year of which
    // nobody published the return, the recess of the year before is taken to be over: unknown counts as in session.
    private static string? RecessOn(DateOnly day, LegislativeCalendar calendar)
    {
        var last = calendar.DaysOf(day.Year - 1).Concat(calendar.DaysOf(day.Year)).LastOrDefault(one => one.Kind switch
        {
            DeadlineKind.Reconvenes => one.Date <= day,
            DeadlineKind.RecessBegins or DeadlineKind.SessionConvenes => one.Date < day,
            DeadlineKind.LastDayToPass => one.Date < day && one.Date.Year % 2 == 0,
            _ => false,
        });
        var isReturnUnknown = last?.Date.Year < day.Year && calendar.Find(day.Year, DeadlineKind.Reconvenes) is null;
        return last is null or { Kind: DeadlineKind.Reconvenes } || isReturnUnknown ? null
            : string.Create(CultureInfo.InvariantCulture, $"the Legislature is in recess since {last.Date:MMMM d}");
    }

    private static LegislativeDeadline? HasOn(DateOnly day, LegislativeCalendar calendar, DeadlineKind kind) =>
        calendar.DaysOf(day.Year).FirstOrDefault(one => one.Kind == kind && one.Date <= day && day <= (one.Until ?? one.Date));
}
