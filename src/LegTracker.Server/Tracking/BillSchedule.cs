using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>When bills that are polled one by one are due: by each bill's own interval, in the hours of the day, or at fixed times.</summary>
/// <param name="fixedTimes">Times that the settings give for all bills; null for intervals.</param>
internal sealed class BillSchedule(LegislativeCalendar calendar, PollSchedule? fixedTimes = null)
{
    /// <summary>Los Angeles time at which a day's scheduled polls begin, after the site's morning maintenance.</summary>
    public static readonly TimeOnly Opens = new(8, 0);

    /// <summary>Los Angeles time after which nothing is due till the next day: the evening's bulk file tells the rest.</summary>
    public static readonly TimeOnly Closes = new(21, 0);

    /// <summary>How soon after a failure a bill is due again, when its interval is longer.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <summary>What a poll at an instant makes of a bill's due time.</summary>
    /// <param name="bill">As of that day; null when no history of it is recorded.</param>
    public DuePlan After(DateTimeOffset now, BillProgress? bill)
    {
        if (fixedTimes is not null)
        {
            var due = new BillDue(fixedTimes.NextAfter(now) ?? now + PageInterval.Weekly, "the settings give the times");
            return new DuePlan(due, due);
        }

        var next = NextOf(now, bill);
        var soon = InHours(now + AfterFailure);
        return new DuePlan(next, soon < next.Time ? new BillDue(soon, "the last attempt failed") : next);
    }

    // A day in between that is busier than this one brings its first look forward.
    private BillDue NextOf(DateTimeOffset now, BillProgress? bill)
    {
        var today = CaliforniaTime.DayOf(now);
        var (length, reason) = PageInterval.Of(bill, today, calendar);
        var next = new BillDue(InHours(now + length), reason);
        for (var day = today.AddDays(1); day <= CaliforniaTime.DayOf(next.Time); day = day.AddDays(1))
        {
            var interval = PageInterval.Of(bill, day, calendar);
            var opening = CaliforniaTime.At(day, Opens);
            var earliest = now + interval.Length > opening ? InHours(now + interval.Length) : opening;
            if (earliest < next.Time && CaliforniaTime.DayOf(earliest) == day)
            {
                next = new BillDue(earliest, interval.Reason);
            }
        }

        return next;
    }

    private static DateTimeOffset InHours(DateTimeOffset instant)
    {
        var day = CaliforniaTime.DayOf(instant);
        var opening = CaliforniaTime.At(day, Opens);
        return instant < opening ? opening
            : instant >= CaliforniaTime.At(day, Closes) ? CaliforniaTime.At(day.AddDays(1), Opens)
            : instant;
    }
}
