using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>Where polls are started, by schedule or by hand: one at a time for each source.</summary>
/// <param name="sweep">Runs after each poll; null when nothing is searched.</param>
/// <param name="time">The real clock, for leases; null for the system's.</param>
/// <remarks>
/// The turn of the day goes before every poll. A poll that has begun goes on when whoever listens goes away; only <paramref name="stopping"/> ends
/// it. Bills of a source that is polled bill by bill are claimed in the store first: a second planner, here or in another process, finds nothing due.
/// </remarks>
internal sealed class PollDesk(
    ImmutableArray<TrackedSource> sources, RecordStore store, RevisionSignal signal, LegislativeClock clock, CancellationToken stopping, DiscoverySweep? sweep = null, TimeProvider? time = null)
{
    /// <summary>How long a claim holds without a sign of life.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly ReadingRecorder recorder = new(store, signal, clock);
    private readonly CalendarPass calendar = new(store, signal, clock);
    private readonly HearingRecorder hearings = new(store, signal);
    private readonly BillSchedule? billSchedule = sources.Select(tracked => tracked.ByBill).FirstOrDefault(schedule => schedule is not null);
    private readonly string owner = $"{Environment.ProcessId}-{Guid.NewGuid():N}";
    private readonly Lock gate = new();
    private Task? restoring;

    /// <summary>Every source, polled or not.</summary>
    public ImmutableArray<TrackedSource> Sources => sources;

    /// <summary>Polls now, one source after the other, and tells each outcome as it is known.</summary>
    /// <param name="source">Name of a source, or null for every one that is polled.</param>
    /// <param name="bill">Poll this bill alone, or null for the whole watch list.</param>
    /// <param name="cancellationToken">Ends the listening, not the poll.</param>
    public IAsyncEnumerable<PollEvent> RunAsync(string? source, BillId? bill, CancellationToken cancellationToken) =>
        ListenAsync(new Wish(source, bill, OnlyDue: false), cancellationToken);

    /// <summary>Records what the passing of days alone changed.</summary>
    public Task TurnDayAsync(CancellationToken cancellationToken) => calendar.RunAsync(cancellationToken);

    /// <summary>Polls what is due of a source; tells nothing when nothing is.</summary>
    public async IAsyncEnumerable<PollEvent> RunDueAsync(TrackedSource tracked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await IsDueAsync(tracked, cancellationToken))
        {
            await foreach (var one in ListenAsync(new Wish(tracked.Source.Name, null, OnlyDue: true), cancellationToken))
            {
                yield return one;
            }
        }
    }

    /// <summary>Whether anything of a source is due by the record's clock and may be asked for.</summary>
    public async Task<bool> IsDueAsync(TrackedSource tracked, CancellationToken cancellationToken)
    {
        await RestoreAsync(cancellationToken);
        var now = clock.Now;
        if (tracked.NotPolled is not null || tracked.Source.RestsUntil(now) is not null
            || await store.NextAttemptAsync(tracked.Source.Name, cancellationToken) is { } next && next > now)
        {
            return false;
        }

        return tracked.ByBill is null
            || tracked.Circuit.OpenUntil is null && await store.Dues.AnyAsync(tracked.Source.Name, now, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>When a source will be asked next; null when it is not polled or nothing is known.</summary>
    public DateTimeOffset? NextAttempt(TrackedSource tracked, SourceHealth saved)
    {
        var pauseEnd = tracked.Source.RestsUntil(clock.Now);
        return tracked.NotPolled is not null ? null
            : pauseEnd is not null && !(saved.NextAttempt > pauseEnd) ? pauseEnd
            : saved.NextAttempt;
    }

    /// <summary>Pauses a source until it is resumed, over restarts; a poll that runs goes on.</summary>
    /// <param name="reason">Why, in words; null resumes it.</param>
    public async Task PauseAsync(TrackedSource tracked, string? reason, CancellationToken cancellationToken)
    {
        await RestoreAsync(cancellationToken);
        await store.PauseSourceAsync(tracked.Source.Name, tracked.Source.Host, reason, cancellationToken);
        tracked.Paused = reason;
    }

    /// <summary>Takes up circuits and pauses as the server before this one kept them; once.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        Task running;
        lock (gate)
        {
            running = restoring = restoring is null or { IsFaulted: true } or { IsCanceled: true } ? RestoreOnceAsync() : restoring;
        }

        await running.WaitAsync(cancellationToken);
    }

    private async Task RestoreOnceAsync()
    {
        foreach (var saved in await store.ListSourcesAsync(stopping))
        {
            if (sources.FirstOrDefault(tracked => tracked.Source.Name == saved.Name) is { } tracked)
            {
                tracked.Paused = saved.PausedReason;
                if (saved.Host == tracked.Source.Host)
                {
                    tracked.Circuit.Restore(saved.ConsecutiveFailures, saved.CircuitOpenings, saved.CircuitOpenUntil);
                }
            }
        }
    }

    private async IAsyncEnumerable<PollEvent> ListenAsync(Wish wish, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var told = Channel.CreateUnbounded<PollEvent>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        _ = PollAsync(wish, told.Writer);
        await foreach (var one in told.Reader.ReadAllAsync(cancellationToken))
        {
            yield return one;
        }
    }

    private async Task PollAsync(Wish wish, ChannelWriter<PollEvent> told)
    {
        Exception? fault = null;
        try
        {
            await calendar.RunAsync(stopping);
            await RestoreAsync(stopping);
            foreach (var tracked in sources.Where(tracked => wish.Source is null ? tracked.NotPolled is null : tracked.Source.Name == wish.Source))
            {
                await tracked.Turn.WaitAsync(stopping);
                try
                {
                    // While this one waited, the other may have polled what was due.
                    if (!wish.OnlyDue || await IsDueAsync(tracked, stopping))
                    {
                        await PollAsync(tracked, wish, told);
                    }
                }
                finally
                {
                    tracked.Turn.Release();
                }

                if (sweep is not null)
                {
                    await sweep.AfterPollAsync(stopping);
                }
            }
        }
        catch (Exception caught)
        {
            // Handed to whoever listens; the poll is still due.
            fault = caught;
        }

        told.Complete(fault);
    }

    private async Task PollAsync(TrackedSource tracked, Wish wish, ChannelWriter<PollEvent> told)
    {
        var bills = await ClaimAsync(tracked, wish);
        if (wish.OnlyDue && bills is { IsEmpty: true })
        {
            return;
        }

        using var figures = new PollFigures(tracked.Source.Name, time);
        var poll = new SourcePoll(tracked, store, recorder, hearings, clock, new DueReckoning(billSchedule, tracked.ByBill is not null, store, clock));
        try
        {
            var claimed = time.GetTimestamp();
            await foreach (var happened in poll.RunAsync(bills, stopping))
            {
                if (happened is PollEvent.SourceDone done)
                {
                    figures.End(done.Entry);
                }

                told.TryWrite(happened);
                if (tracked.ByBill is not null && time.GetElapsedTime(claimed) > Lease / 2)
                {
                    await store.Dues.RenewAsync(ClaimOn(tracked), stopping);
                    claimed = time.GetTimestamp();
                }
            }
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            await poll.BreakAsync(broken, stopping);
            throw;
        }
        finally
        {
            await ReleaseAsync(tracked);
        }
    }

    /// <summary>The bills to poll, claimed where they are polled one by one; null for all.</summary>
    private async Task<ImmutableArray<BillId>?> ClaimAsync(TrackedSource tracked, Wish wish)
    {
        if (tracked.ByBill is null)
        {
            return wish.Bill is { } one ? ImmutableArray.Create(one) : null;
        }

        return wish.OnlyDue
            ? await store.Dues.ClaimDueAsync(ClaimOn(tracked), stopping)
            : await store.Dues.ClaimAsync(ClaimOn(tracked), wish.Bill, stopping);
    }

    // Also when the server stops: what is left is due at its next start at once, not when the lease has run out.
    private async Task ReleaseAsync(TrackedSource tracked)
    {
        try
        {
            if (tracked.ByBill is not null)
            {
                await store.Dues.ReleaseAsync(tracked.Source.Name, owner, CancellationToken.None);
            }
        }
        catch (ObjectDisposedException)
        {
            // The store is closed already: the lease runs out by itself.
        }
    }

    private DueClaim ClaimOn(TrackedSource tracked)
    {
        var now = time.GetUtcNow();
        return new DueClaim(tracked.Source.Name, owner, clock.Now, now, now + Lease);
    }

    private sealed record Wish(string? Source, BillId? Bill, bool OnlyDue);
}
