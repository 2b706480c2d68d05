using FsCheck;
using FsCheck.Fluent;
using LegTracker.Legislature;
using LegTracker.Server.Tests.Comparing;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>How often a bill's pages are looked at, by its place and the Legislature's calendar.</summary>
public sealed class PageIntervalTests
{
    private static readonly BillId Sb50 = BillId.FromLeginfoId("202520260SB50");

    private static readonly HistoryLine[] InCommittee =
    [
        Readings.Line("2025-02-19", "Read first time. To print."),
        Readings.Line("2025-03-03", "Referred to Com. on PUB. S."),
    ];

    private static readonly HistoryLine[] OnSuspense = [.. InCommittee, Readings.Line("2025-04-28", "April 28 hearing: Placed on APPR. suspense file.")];

    private static readonly HistoryLine[] OnFloor = [.. InCommittee, Readings.Line("2025-05-20", "Read second time. Ordered to third reading.")];

    private static readonly HistoryLine[] WithGovernor =
    [
        .. InCommittee,
        Readings.Line("2025-09-10", "Enrolled and presented to the Governor at 4 p.m."),
    ];

    private static readonly HistoryLine[] Chaptered =
    [
        .. WithGovernor,
        Readings.Line("2025-10-08", "Approved by the Governor."),
        Readings.Line("2025-10-08", "Chaptered by Secretary of State - Chapter 500, Statutes of 2025."),
    ];

    [Theory]
    [InlineData("2025-03-05", 4, "in session")]
    [InlineData("2025-03-08", 24, "weekend")]
    [InlineData("2025-03-31", 24, "Cesar Chavez")]
    [InlineData("2025-04-10", 4, "in session")]
    [InlineData("2025-04-11", 24, "in recess since April 10")]
    [InlineData("2025-04-20", 24, "in recess since April 10")]
    [InlineData("2025-04-21", 4, "in session")]
    [InlineData("2025-05-08", 1, "deadline of May 9 is near")]
    [InlineData("2025-07-18", 4, "in session")]
    [InlineData("2025-08-01", 24, "in recess since July 18")]
    [InlineData("2025-11-20", 24, "in recess since September 12")]
    [InlineData("2026-09-15", 24, "in recess since August 31")]
    [InlineData("2026-12-01", 168, "did not pass")]
    [InlineData("2031-03-04", 168, "did not pass")]
    public void A_bill_in_committee_goes_by_the_calendar(string day, int hours, string reason) => Check(InCommittee, day, hours, reason);

    [Fact]
    public void The_day_of_its_hearing_is_a_busy_day_and_another_is_not()
    {
        HistoryLine[] lines = [.. InCommittee, Readings.Line("2025-03-20", "Set for hearing April 1.")];

        Check(lines, "2025-03-28", 4, "in session", Sb50);
        Check(lines, "2025-04-01", 1, "a committee hears it", Sb50);
        Check(lines, "2025-04-02", 4, "in session", Sb50);
    }

    [Theory]
    [InlineData("2025-05-20", 4)]
    [InlineData("2025-05-22", 1)]
    [InlineData("2025-05-23", 1)]
    public void A_bill_on_suspense_is_looked_at_often_when_the_suspense_file_is_taken_up(string day, int hours) =>
        Check(OnSuspense, day, hours, hours == 1 ? "deadline of May 23 is near" : "in session");

    [Theory]
    [InlineData("2025-05-29", 4, "in session")]
    [InlineData("2025-06-03", 1, "floor sessions only")]
    [InlineData("2025-06-06", 1, "floor sessions only")]
    public void A_bill_on_the_floor_is_looked_at_often_on_days_of_floor_sessions(string day, int hours, string reason) => Check(OnFloor, day, hours, reason);

    [Fact]
    public void A_bill_before_the_Governor_is_looked_at_in_the_recess_too()
    {
        Check(WithGovernor, "2025-09-27", 4, "waits for the Governor");
        Check(Chaptered, "2025-10-09", 168, "chaptered");
    }

    [Fact]
    public void A_bill_without_a_history_is_asked_for_daily_and_a_year_nobody_published_counts_as_in_session()
    {
        var unread = PageInterval.Of(null, new DateOnly(2025, 3, 5), LegislativeCalendar.Official);
        var unknown = PageInterval.Of(Progress(InCommittee, "2025-03-05"), new DateOnly(2025, 3, 5), LegislativeCalendar.ConstitutionOnly);

        Assert.Equal(TimeSpan.FromDays(1), unread.Length);
        Assert.Equal(TimeSpan.FromHours(4), unknown.Length);
    }

    [Fact]
    public void Every_bill_on_every_day_has_an_interval_between_an_hour_and_a_week_and_a_reason() => Readings.Holds(Cases, one =>
    {
        var interval = PageInterval.Of(one.Bill, one.Day, LegislativeCalendar.Official);

        Assert.InRange(interval.Length, PageInterval.Often, PageInterval.Weekly);
        Assert.Matches("^[a-z].*[^.]$", interval.Reason);
    });

    [Fact]
    public void What_makes_a_bill_busier_never_makes_its_interval_longer() => Readings.Holds(Cases, one =>
    {
        var calendar = LegislativeCalendar.Official;
        var plain = PageInterval.Of(one.Bill, one.Day, calendar);
        var heard = PageInterval.Of(one.Bill with { NextHearing = one.Day }, one.Day, calendar);
        var law = PageInterval.Of(one.Bill with { Stage = Stage.Chaptered, NextHearing = null }, one.Day, calendar);
        var over = PageInterval.Of(one.Bill, new DateOnly(2027, 1, 1), calendar);

        Assert.True(heard.Length <= plain.Length);
        Assert.True(plain.Length <= law.Length);
        Assert.Equal(PageInterval.Weekly, over.Length);
    });

    internal static Gen<(BillProgress Bill, DateOnly Day)> Cases =>
        from history in Readings.Histories
        from offset in Gen.Choose(0, 730)
        let day = new DateOnly(2025, 1, 1).AddDays(offset)
        select (StageReader.Read(Readings.Ab831, history, day), day);

    private static BillProgress Progress(HistoryLine[] lines, string day, BillId? bill = null) => StageReader.Read(bill ?? Readings.Ab831, lines, Readings.Day(day));

    private static void Check(HistoryLine[] lines, string day, int hours, string reason, BillId? bill = null)
    {
        var interval = PageInterval.Of(Progress(lines, day, bill), Readings.Day(day), LegislativeCalendar.Official);

        Assert.Equal((TimeSpan.FromHours(hours), true), (interval.Length, interval.Reason.Contains(reason, StringComparison.Ordinal)));
    }
}
