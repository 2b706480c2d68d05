using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tests.Recording;

/// <summary>When a person has to look at a source.</summary>
public sealed class SourceAlarmTests
{
    private static readonly DateTimeOffset InSession = new(2025, 5, 14, 19, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset InRecess = new(2025, 8, 5, 19, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset GovernorsTime = new(2025, 10, 3, 19, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Thirty_six_hours_without_success_are_an_alarm_in_session_and_while_the_Governor_decides()
    {
        Assert.Null(Of(InSession, hours: 36));
        Assert.Equal(InSession.AddHours(-1), Of(InSession, hours: 37)!.Since);
        Assert.Contains("since 2025-05-12 23:00", Of(InSession, hours: 37)!.Reason, StringComparison.Ordinal);
        Assert.NotNull(Of(GovernorsTime, hours: 37));
        Assert.Null(Of(InRecess, hours: 500));
    }

    [Fact]
    public void A_source_that_never_succeeded_is_waited_for_from_when_the_store_was_made()
    {
        var never = SourceHealth.New("bulk", "host");

        Assert.Null(SourceAlarm.Of(never, InSession.AddHours(-36), InSession, LegislativeCalendar.Official));
        Assert.NotNull(SourceAlarm.Of(never, InSession.AddHours(-37), InSession, LegislativeCalendar.Official));
    }

    [Theory]
    [InlineData(nameof(SourceState.Paused))]
    [InlineData(nameof(SourceState.NotPermitted))]
    public void A_source_turned_off_or_forbidden_raises_none(string state)
    {
        var off = SourceHealth.New("pages", "host") with { State = Enum.Parse<SourceState>(state), DriftedSince = InSession };

        Assert.Null(SourceAlarm.Of(off, default, InSession, LegislativeCalendar.Official));
    }

    [Fact]
    public void A_drifted_source_raises_one_in_recess_too()
    {
        var drifted = SourceHealth.New("bulk", "host") with { LastSuccess = InRecess, DriftedSince = InRecess.AddDays(-1) };

        Assert.Equal(InRecess.AddDays(-1), SourceAlarm.Of(drifted, default, InRecess, LegislativeCalendar.Official)!.Since);
    }

    [Fact]
    public void A_source_polled_bill_by_bill_is_waited_for_from_when_its_next_bill_is_due()
    {
        var weekly = SourceHealth.New("pages", "host") with { LastSuccess = InSession.AddDays(-6), NextAttempt = InSession.AddHours(-35), NextReason = "it is chaptered" };

        Assert.Null(SourceAlarm.Of(weekly, default, InSession, LegislativeCalendar.Official));
        Assert.Equal(InSession.AddHours(1), SourceAlarm.Of(weekly, default, InSession.AddHours(2), LegislativeCalendar.Official)!.Since);
        Assert.NotNull(SourceAlarm.Of(weekly with { ConsecutiveFailures = 1 }, default, InSession, LegislativeCalendar.Official));
    }

    private static SourceAlarm? Of(DateTimeOffset now, int hours) =>
        SourceAlarm.Of(SourceHealth.New("bulk", "host") with { LastSuccess = now.AddHours(-hours) }, default, now, LegislativeCalendar.Official);
}
