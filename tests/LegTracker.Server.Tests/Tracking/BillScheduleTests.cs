using System.Globalization;
using FsCheck.Fluent;
using LegTracker.Legislature;
using LegTracker.Server.Tests.Comparing;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>When a bill is due again after a poll.</summary>
public sealed class BillScheduleTests
{
    private static readonly BillSchedule Schedule = new(LegislativeCalendar.Official);

    private static readonly HistoryLine[] Pending =
    [
        Readings.Line("2025-02-19", "Read first time. To print."),
        Readings.Line("2025-03-03", "Referred to Com. on PUB. S."),
        Readings.Line("2025-03-20", "Set for hearing April 22."),
    ];

    [Theory]
    [InlineData("2025-03-24 09:10", "2025-03-24 13:10")]
    [InlineData("2025-03-24 17:30", "2025-03-25 08:00")]
    [InlineData("2025-03-24 03:00", "2025-03-24 08:00")]
    [InlineData("2025-03-28 20:30", "2025-03-29 08:00")]
    [InlineData("2025-04-12 10:00", "2025-04-13 10:00")]
    [InlineData("2025-04-20 20:30", "2025-04-21 08:00")]
    [InlineData("2025-04-21 19:30", "2025-04-22 08:00")]
    [InlineData("2025-04-22 08:05", "2025-04-22 09:05")]
    [InlineData("2025-04-22 20:40", "2025-04-23 08:00")]
    public void A_pending_bill_is_due_in_the_hours_of_the_day_and_a_busier_day_brings_it_forward(string polled, string due)
    {
        var plan = Schedule.After(Instant(polled), Progress(BillId.FromLeginfoId("202520260SB50"), polled));

        Assert.Equal(due, Shown(plan.Next.Time));
        Assert.True(plan.Retry.Time <= plan.Next.Time);
    }

    [Fact]
    public void A_failure_is_tried_again_in_an_hour_and_a_bill_of_a_past_session_each_week()
    {
        var old = StageReader.Read(BillId.FromLeginfoId("202320240AB1394"), [Readings.Line("2023-02-17", "Read first time. To print.")], new DateOnly(2025, 3, 24));

        var plan = Schedule.After(Instant("2025-03-24 10:00"), old);

        Assert.Equal(("2025-03-31 10:00", "it did not pass"), (Shown(plan.Next.Time), plan.Next.Reason));
        Assert.Equal(("2025-03-24 11:00", "the last attempt failed"), (Shown(plan.Retry.Time), plan.Retry.Reason));
    }

    [Fact]
    public void Fixed_times_are_kept_whatever_the_bill()
    {
        var schedule = new BillSchedule(LegislativeCalendar.Official, new PollSchedule("0 0 20 ? * *"));

        var plan = schedule.After(Instant("2025-04-22 09:00"), Progress(Readings.Ab831, "2025-04-22 09:00"));

        Assert.Equal(("2025-04-22 20:00", "2025-04-22 20:00"), (Shown(plan.Next.Time), Shown(plan.Retry.Time)));
    }

    [Fact]
    public void A_bill_is_due_after_its_poll_within_eight_days_and_in_the_hours_of_the_day() => Readings.Holds(
        from one in PageIntervalTests.Cases from minute in Gen.Choose(0, 1439) select (one.Bill, one.Day, minute),
        one =>
        {
            var polled = CaliforniaTime.At(one.Day, TimeOnly.MinValue.AddMinutes(one.minute));

            var plan = Schedule.After(polled, one.Bill);

            Assert.InRange(plan.Next.Time - polled, TimeSpan.FromMinutes(59), TimeSpan.FromDays(8));
            Assert.InRange(plan.Retry.Time, polled + TimeSpan.FromMinutes(59), plan.Next.Time);
            var hour = TimeOnly.FromDateTime(CaliforniaTime.InLosAngeles(plan.Next.Time).DateTime);
            Assert.True(hour >= BillSchedule.Opens && hour < BillSchedule.Closes, Shown(plan.Next.Time));
        });

    private static BillProgress Progress(BillId bill, string polled) => StageReader.Read(bill, Pending, CaliforniaTime.DayOf(Instant(polled)));

    private static DateTimeOffset Instant(string text) => TrackedWorld.Instant(text[..10], text[11..]);

    private static string Shown(DateTimeOffset instant) => CaliforniaTime.InLosAngeles(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
