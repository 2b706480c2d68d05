using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>One poll of one source: asks, and has each outcome recorded as it comes, or at the end of the sweep.</summary>
internal sealed class SourcePoll(TrackedSource tracked, RecordStore store, ReadingRecorder recorder, HearingRecorder hearings, LegislativeClock clock, DueReckoning dues)
{
    private readonly List<HearingReading> heard = [];
    private readonly PollTally tally = new(clock);
    private readonly PollEnding ending = new(tracked, store, clock);

    private string Name => tracked.Source.Name;

    /// <param name="only">Poll these bills alone; null for the whole watch list.</param>
    public async IAsyncEnumerable<PollEvent> RunAsync(ImmutableArray<BillId>? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = Start();
        if (tracked.Rest is var (state, reason))
        {
            yield return new PollEvent.SourceDone(await ending.SkipAsync(started, state, reason, cancellationToken));
            yield break;
        }

        var bills = await CanariesFirstAsync(only, cancellationToken);
        var judges = only is null || bills.Length >= ReadingSweep.FewestBills;
        var hashes = await store.ContentHashesAsync(Name, cancellationToken);
        var sweep = new ReadingSweep(Name, await store.DoubtsAsync(Name, cancellationToken), store, recorder, clock);
        var request = new SourceRequest(started.Name, [.. bills.Select(bill => new BillRequest(bill, hashes.GetValueOrDefault(bill)))], await store.ValidatorsAsync(Name, cancellationToken))
        {
            // A poll of some bills asks for those bills' files alone.
            Catalog = only is null ? tracked.Catalog : null,
        };
        await foreach (var told in tracked.Source.ReadAsync(request, cancellationToken))
        {
            if (told is SourceEvent.Progress progress)
            {
                yield return new PollEvent.Progress(Name, progress);
            }
            else if (await TakeAsync(started, sweep, told, cancellationToken) is { } entry)
            {
                yield return Done(entry);
            }
        }

        foreach (var entry in await sweep.EndAsync(judges, cancellationToken))
        {
            yield return Done(entry);
        }

        // Hearings come after the bills, and a source that is not believed now says nothing of hearings either.
        foreach (var reading in heard)
        {
            tally.Heard(sweep.Drift is null ? await hearings.RecordAsync(reading, cancellationToken) : new HearingsRecorded(0, LookAgain: true, null));
        }

        foreach (var left in bills.Where(bill => tally.Fault is { Outcome: not PollOutcome.Skipped } && !tally.IsDone(bill)))
        {
            var freshness = tally.Fault!.Outcome == PollOutcome.Quarantined ? Freshness.Quarantined : Freshness.Stale;
            yield return Done(await recorder.FailAsync(await dues.AddAsync(started, left, cancellationToken), left, freshness, tally.Fault.Reason, tally.Fault.Detail, cancellationToken));
        }

        if (sweep.Drift is { } drift)
        {
            tally.Blame(new PollFault(PollOutcome.Quarantined, SourceState.Drifted, "SOURCE_DRIFTED", drift));
        }

        yield return new PollEvent.SourceDone(await ending.FinishAsync(started, tally, sweep.Drift, sweep.IsDoubtful, only is null, cancellationToken));
    }

    /// <summary>Records that the poll broke by a fault of ours: the source's health says so, and the next due time tries again.</summary>
    public async Task BreakAsync(Exception broken, CancellationToken cancellationToken)
    {
        tally.Break(broken);
        var drift = (await store.DoubtsAsync(Name, cancellationToken)).Values.FirstOrDefault(doubt => doubt.IsDrift)?.Reason;
        await ending.FinishAsync(Start(), tally, drift, doubtful: true, whole: true, cancellationToken);
    }

    private PollEvent.BillDone Done(PollEntry entry)
    {
        tally.Done(entry);
        return new PollEvent.BillDone(entry);
    }

    private async Task<PollEntry?> TakeAsync(PollEntry begun, ReadingSweep sweep, SourceEvent told, CancellationToken cancellationToken)
    {
        tally.Meet(told);
        var started = await dues.AddAsync(begun, told, cancellationToken);
        switch (told)
        {
            case SourceEvent.BillRead read:
                return await sweep.TakeAsync(started, read, cancellationToken);
            case SourceEvent.BillUnchanged unchanged:
                sweep.Confirm(unchanged);
                return await recorder.ConfirmAsync(started, unchanged, cancellationToken);
            case SourceEvent.BillNotFound missing:
                return await recorder.FailAsync(started with { HttpStatus = missing.HttpStatus }, missing.Bill, Freshness.Stale, PollTally.NotInSource, missing.Detail, cancellationToken);
            case SourceEvent.FetchFailed { Bill: { } unread } failed:
                return await recorder.FailAsync(started with { HttpStatus = failed.HttpStatus }, unread, Freshness.Stale, failed.Reason, failed.Detail, cancellationToken);
            case SourceEvent.Quarantined quarantined:
                await store.KeepQuarantinedAsync(quarantined.Bill, quarantined.Url, quarantined.Reason, quarantined.Body, started, cancellationToken);
                return quarantined.Bill is { } doubted
                    ? await recorder.FailAsync(started with { HttpStatus = quarantined.HttpStatus, BodyBytes = quarantined.Body.Length }, doubted, Freshness.Quarantined, quarantined.Reason, quarantined.Detail, cancellationToken)
                    : null;
            case SourceEvent.HearingsRead { Reading: var reading }:
                heard.Add(reading);
                return null;
            default:
                return null;
        }
    }

    private PollEntry Start()
    {
        var now = clock.Now;
        var name = string.Create(CultureInfo.InvariantCulture, $"polls/{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{Guid.NewGuid().ToString("N")[..6]}");
        return new PollEntry(name, Name, null, PollOutcome.Unchanged, now, now, null, 0, 0, null, null);
    }

    // A source that drifts is to be known before much of it is recorded.
    private async Task<ImmutableArray<BillId>> CanariesFirstAsync(ImmutableArray<BillId>? only, CancellationToken cancellationToken)
    {
        if (only is { Length: 1 } one)
        {
            return one;
        }

        var listed = await store.ListBillsAsync(cancellationToken);
        var canaries = listed.Where(bill => Canary.Is(bill, clock.Today)).Select(bill => bill.Id).ToHashSet();
        return [.. (only ?? [.. listed.Select(bill => bill.Id)]).OrderByDescending(canaries.Contains)];
    }
}
