using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using static LegTracker.Server.Tests.Recording.Entries;

namespace LegTracker.Server.Tests.Recording;

/// <summary>What every store keeps: bills, freshness and people's words. Run on each kind of database.</summary>
public abstract partial class RecordStoreContract : IAsyncLifetime
{
    private readonly LegTracker.Tests.ManualTimeProvider time = new(Morning);

    private RecordStore? opened;

    private RecordStore Store => opened!;

    public async Task InitializeAsync() => opened = await OpenAsync(new LegislativeClock(time));

    public async Task DisposeAsync()
    {
        if (opened is not null)
        {
            await opened.DisposeAsync();
        }

        await CleanUpAsync();
    }

    /// <summary>Opens the one store of this test; again after it was disposed.</summary>
    private protected abstract Task<RecordStore> OpenAsync(LegislativeClock clock);

    /// <summary>Makes the last step of recording a reading fail until it is mended.</summary>
    private protected abstract Task BreakPollsAsync();

    private protected abstract Task MendPollsAsync();

    private protected abstract Task CleanUpAsync();

    [Fact]
    public async Task Tracking_writes_one_change_and_one_for_each_field_given_and_only_the_first_time()
    {
        var first = await Store.TrackAsync(Ab831, Listed, new HumanFields("watch", 1, ["cse"]), "ada", CancellationToken.None);
        var again = await Store.PutAsync(Ab831);

        Assert.Equal(1, first);
        Assert.Null(again);
        var log = await Store.LogAsync();
        Assert.Equal([null, "position", "priority", "labels"], log.Select(each => each.Difference.Field));
        Assert.All(log, each => Assert.Equal((1L, "ada"), (each.Revision, each.Actor)));
        var change = log[0];
        Assert.Equal((1L, 0, Ab831, ChangeKind.Tracked, "ada", null, Morning), (change.Revision, change.Index, change.Bill, change.Difference.Kind, change.Actor, change.Provenance, change.RecordTime));
        Assert.Equal("AB 831 was put on the watch list (2025-26 session).", change.Difference.Summary);
        var bill = await Store.BillAsync(Ab831);
        Assert.Equal((Freshness.NeverPolled, null, 1L), (bill.Freshness, bill.Record, bill.Revision));
        Assert.Equal(("watch", 1, "ada", Morning), (bill.Human.Position, bill.Human.Priority, bill.Human.PositionAuthor, bill.Human.PositionTime));
        Assert.Equal("cse", Assert.Single(bill.Human.Labels));
        Assert.Equivalent(Listed, bill.Listed);
    }

    [Fact]
    public async Task A_reading_comes_back_as_it_was_recorded()
    {
        await Store.PutAsync(Ab831);

        var revision = await Store.ReadAsync(Ab831, lines: 3);

        var bill = await Store.BillAsync(Ab831);
        Assert.Equal((2L, 2L), (revision, bill.Revision));
        Assert.Equivalent(Record(Ab831, 3), bill.Record, strict: true);
        Assert.Equal(Evidence(1), bill.Provenance);
        Assert.All(bill.Actions, action => Assert.Equal(new RecordedAction(action.Line, 1, Evidence(1).FetchTime.AddMinutes(1), false, Evidence(1)), action));
        Assert.Equal((Freshness.Current, Morning.AddHours(1).AddMinutes(2)), (bill.Freshness, bill.LastConfirmedTime));
        var changes = await Store.LogAsync(after: 1);
        Assert.Equal([(2L, 0), (2L, 1), (2L, 2)], changes.Select(change => (change.Revision, change.Index)));
        Assert.All(changes, change => Assert.Equal((Evidence(1), "bulk"), (change.Provenance, change.Actor)));
    }

    [Fact]
    public async Task Each_action_keeps_the_evidence_of_the_reading_that_brought_it()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 2, poll: 1);
        await Store.ReadAsync(Ab831, lines: 2, poll: 2);
        await Store.ReadAsync(Ab831, lines: 3, poll: 3, source: "pages");

        var bill = await Store.BillAsync(Ab831);

        Assert.Equal([NameOf(1), NameOf(1), NameOf(3)], bill.Actions.Select(action => action.Provenance.Poll));
        Assert.Equal(Evidence(3, "pages"), bill.Provenance);
        Assert.Equal(Evidence(1), (await Store.LogAsync(after: 1))[0].Provenance);
    }

    [Fact]
    public async Task A_reading_without_news_is_recorded_without_a_revision()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 1);
        var before = await Store.BillAsync(Ab831);
        var touched = before.Actions[0] with { Line = before.Actions[0].Line with { Text = "Action 1. Page 5608." } };

        var revision = await Store.RecordReadingAsync(
            before, Record(Ab831, 1) with { StatusText = "Enrolled" }, [touched], [], Evidence(2), TextOf(Evidence(2)), Poll(2, Ab831, PollOutcome.Unchanged), CancellationToken.None);

        Assert.Null(revision);
        Assert.Equal(2, await Store.HeadRevisionAsync(CancellationToken.None));
        var bill = await Store.BillAsync(Ab831);
        Assert.Equal(("Action 1. Page 5608.", "Enrolled", 2L), (bill.Record!.History[0].Text, bill.Record.StatusText, bill.Revision));
    }

    [Fact]
    public async Task A_shorter_history_replaces_a_longer_one()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 5);
        var before = await Store.BillAsync(Ab831);

        await Store.RecordAsync(before, Record(Ab831, 2), poll: 2);

        Assert.Equal(Record(Ab831, 2).History.AsEnumerable(), (await Store.BillAsync(Ab831)).Actions.Select(action => action.Line));
    }

    [Fact]
    public async Task A_reading_compared_with_an_older_revision_is_refused()
    {
        await Store.PutAsync(Ab831);
        var old = await Store.BillAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.RecordAsync(old, Record(Ab831, 2), poll: 2));

        Assert.Single((await Store.BillAsync(Ab831)).Actions);
    }

    [Fact]
    public async Task A_bill_taken_off_the_list_comes_back_with_everything()
    {
        await Store.TrackAsync(Ab831, Listed, new HumanFields("support", 2, ["cse"]), "ada", CancellationToken.None);
        await Store.ReadAsync(Ab831, lines: 3);

        Assert.Equal(3, await Store.UntrackAsync(Ab831, "ada", CancellationToken.None));
        Assert.Null(await Store.UntrackAsync(Ab831, "ada", CancellationToken.None));
        Assert.Null(await Store.FindBillAsync(Ab831, CancellationToken.None));
        Assert.Empty(await Store.ListBillsAsync(CancellationToken.None));
        Assert.Equal(4, await Store.TrackAsync(Ab831, null, HumanFields.Empty with { Priority = 1 }, "ada", CancellationToken.None));

        var bill = await Store.BillAsync(Ab831);
        Assert.Equal(3, bill.Actions.Length);
        Assert.Equal(("support", 1), (bill.Human.Position, bill.Human.Priority));
        Assert.Equivalent(Listed, bill.Listed);
        Assert.Equal(Freshness.Stale, bill.Freshness);
        Assert.Empty(await Store.ContentHashesAsync("bulk", CancellationToken.None));
        Assert.Equal([ChangeKind.Tracked, ChangeKind.Untracked, ChangeKind.Tracked], (await Store.LogAsync()).Select(change => change.Difference.Kind).Where(kind => kind is not (ChangeKind.ActionAdded or ChangeKind.Edited)));
        Assert.Contains(await Store.LogAsync(), change => change is { Revision: 4, Difference: { Kind: ChangeKind.Edited, Field: "priority", OldValue: "2", NewValue: "1" } });
    }

    [Fact]
    public async Task Taking_off_what_was_never_on_the_list_does_nothing()
    {
        Assert.Null(await Store.UntrackAsync(Ab831, "ada", CancellationToken.None));
        Assert.Equal(0, await Store.HeadRevisionAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(Freshness.Stale)]
    [InlineData(Freshness.Quarantined)]
    public async Task A_failure_keeps_the_last_good_state_and_says_why(Freshness freshness)
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 2);
        var good = await Store.BillAsync(Ab831);

        await Store.RecordFailureAsync(Ab831, freshness, Poll(2, Ab831, PollOutcome.FetchFailed, detail: "no answer in 30 s"), CancellationToken.None);

        var bill = await Store.BillAsync(Ab831);
        Assert.Equal((freshness, "no answer in 30 s"), (bill.Freshness, bill.FreshnessReason));
        Assert.Equivalent(good with { Freshness = freshness, FreshnessReason = "no answer in 30 s" }, bill, strict: true);
        Assert.Equal(2, await Store.HeadRevisionAsync(CancellationToken.None));

        await Store.RecordConfirmationAsync(Ab831, Poll(3, Ab831, PollOutcome.NotModified), CancellationToken.None);
        var healed = await Store.BillAsync(Ab831);
        Assert.Equal((Freshness.Current, null, Morning.AddHours(3).AddMinutes(2)), (healed.Freshness, healed.FreshnessReason, healed.LastConfirmedTime));
    }

    [Fact]
    public async Task A_bill_never_read_stays_so_whatever_fails()
    {
        await Store.PutAsync(Ab831);

        await Store.RecordFailureAsync(Ab831, Freshness.Stale, Poll(1, Ab831, PollOutcome.FetchFailed, detail: "no answer"), CancellationToken.None);

        Assert.Equal(Freshness.NeverPolled, (await Store.BillAsync(Ab831)).Freshness);
    }

    [Fact]
    public async Task A_write_that_fails_at_its_last_step_leaves_nothing()
    {
        await Store.PutAsync(Ab831);
        await BreakPollsAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => Store.ReadAsync(Ab831, lines: 2));

        var bill = await Store.BillAsync(Ab831);
        Assert.Equal((null, Freshness.NeverPolled, 1L), (bill.Record, bill.Freshness, bill.Revision));
        Assert.Empty(bill.Actions);
        Assert.Single(await Store.LogAsync());
        Assert.Equal(1, await Store.HeadRevisionAsync(CancellationToken.None));
        Assert.Empty(await Store.ContentHashesAsync("bulk", CancellationToken.None));

        await MendPollsAsync();
        Assert.Equal(2, await Store.ReadAsync(Ab831, lines: 2));
    }

    [Fact]
    public async Task Opening_again_finds_everything()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 3);
        var (epoch, bill, log) = (Store.Epoch, await Store.BillAsync(Ab831), await Store.LogAsync());

        await opened!.DisposeAsync();
        opened = await OpenAsync(new LegislativeClock(time));

        Assert.Equal(epoch, Store.Epoch);
        Assert.Equivalent(bill, await Store.BillAsync(Ab831), strict: true);
        Assert.Equal(log.AsEnumerable(), await Store.LogAsync());
        Assert.Equal(3, await Store.PutAsync(Sb50));
    }
}
