using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Tracking;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Tracking;

public sealed class CalendarPassTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-calendar-").FullName;
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 11, 30, 20, 0, 0, TimeSpan.Zero));
    private readonly BillId bill = BillId.FromLeginfoId("202520260AB63");
    private LegislativeClock clock = null!;
    private RecordStore store = null!;

    public async Task InitializeAsync()
    {
        clock = new LegislativeClock(time);
        store = await RecordStore.OpenAsync(folder, clock, default);
        await store.TrackAsync(bill, null, HumanFields.Empty, "test", default);
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_end_of_the_session_is_recorded_once_with_its_rule_and_its_day()
    {
        await ReadAsync("2026-08-14", "In committee: Held under submission.");
        await Pass().RunAsync(default);
        var before = await store.HeadRevisionAsync(default);

        time.Advance(TimeSpan.FromDays(1));
        var pass = Pass();
        await pass.RunAsync(default);
        await pass.RunAsync(default);

        var change = Assert.Single(await store.ReadChangesAsync(before, 10, default));
        Assert.Equal((ChangeKind.StageChanged, "STAGE_HELD", "STAGE_DEAD"), (change.Difference.Kind, change.Difference.OldValue, change.Difference.NewValue));
        Assert.Equal((new DateOnly(2026, 11, 30), "calendar"), (change.Difference.EventDate, change.Actor));
        Assert.Contains("follows from a rule", change.Difference.Summary, StringComparison.Ordinal);
        Assert.Null(change.Provenance);
    }

    [Fact]
    public async Task Days_on_which_no_rule_acts_leave_no_change_and_a_first_pass_only_marks_its_day()
    {
        await ReadAsync("2026-08-14", "In committee: Held under submission.");
        time.Advance(TimeSpan.FromDays(30));
        var before = await store.HeadRevisionAsync(default);

        await Pass().RunAsync(default);
        time.Advance(TimeSpan.FromDays(30));
        await Pass().RunAsync(default);

        Assert.Equal(before, await store.HeadRevisionAsync(default));
        Assert.Equal(clock.Today, await store.CalendarDayAsync(default));
    }

    private CalendarPass Pass() => new(store, new RevisionSignal(), clock);

    private async Task ReadAsync(string day, string text)
    {
        var before = (await store.FindBillAsync(bill, default))!;
        var line = new HistoryLine(DateOnly.Parse(day, null), text);
        var record = new BillRecord { Id = bill, Topic = "A topic.", History = [new HistoryLine(new DateOnly(2026, 1, 5), "Introduced. To print."), new HistoryLine(new DateOnly(2026, 3, 5), "Referred to Com. on APPR."), line] };
        var provenance = new Provenance("bulk", "http://files/pubinfo_2025.zip", clock.Now, "00", "polls/1", "bulk/3");
        var comparison = LegTracker.Server.Comparing.BillComparer.Compare(before, record, provenance, clock.Now);
        var poll = new PollEntry("polls/1", "bulk", bill, PollOutcome.Changed, clock.Now, clock.Now, 200, 0, comparison.Differences.Length, null, null);
        await store.RecordReadingAsync(before, comparison.Record, comparison.Actions, comparison.Differences, provenance, default, poll, default);
    }
}
