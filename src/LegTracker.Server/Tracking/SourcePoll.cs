using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>One poll of one source: asks, records each outcome as it comes, then the source's own health and next due time.</summary>
internal sealed class SourcePoll(TrackedSource tracked, RecordStore store, ReadingRecorder recorder, LegislativeClock clock, DueReckoning dues)
{
    private const string NotInSource = "BILL_NOT_IN_SOURCE";

    /// <summary>How long a source polled bill by bill is left alone when its site does not permit it: robots.txt itself is kept for a day.</summary>
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    /// <summary>As <see cref="AfterRefusal"/>, for a fault of ours.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(15);

    private readonly HashSet<BillId> done = [];
    private int good;
    private int bad;
    private ImmutableDictionary<string, string>? validators;
    private DateTimeOffset? retryAfter;
    private DateTimeOffset? notBefore;
    private (PollOutcome Outcome, SourceState State, string Reason, string Detail)? fault;
    private long bytes;
    private int changes;
    private int? status;

    private string Name => tracked.Source.Name;

    /// <param name="only">Poll these bills alone; null for the whole watch list.</param>
    public async IAsyncEnumerable<PollEvent> RunAsync(ImmutableArray<BillId>? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = Start();
        if (Resting() is { } rest)
        {
            yield return new PollEvent.SourceDone(await SkipAsync(started, rest, cancellationToken));
            yield break;
        }

        var bills = only ?? (await store.ListBillsAsync(cancellationToken)).Select(bill => bill.Id).ToImmutableArray();
        var hashes = await store.ContentHashesAsync(Name, cancellationToken);
        var request = new SourceRequest(started.Name, [.. bills.Select(bill => new BillRequest(bill, hashes.GetValueOrDefault(bill)))], await store.ValidatorsAsync(Name, cancellationToken));
        await foreach (var told in tracked.Source.ReadAsync(request, cancellationToken))
        {
            if (told is SourceEvent.Progress progress)
            {
                yield return new PollEvent.Progress(Name, progress);
            }
            else if (await TakeAsync(started, told, cancellationToken) is { } entry)
            {
                yield return Done(entry);
            }
        }

        if (fault is { Outcome: not PollOutcome.Skipped } blamed)
        {
            foreach (var left in bills.Where(bill => !done.Contains(bill)))
            {
                var freshness = blamed.Outcome == PollOutcome.Quarantined ? Freshness.Quarantined : Freshness.Stale;
                yield return Done(await recorder.FailAsync(await dues.AddAsync(started, left, cancellationToken), left, freshness, blamed.Reason, blamed.Detail, cancellationToken));
            }
        }

        yield return new PollEvent.SourceDone(await FinishAsync(started, only is null, cancellationToken));
    }

    private PollEvent.BillDone Done(PollEntry entry)
    {
        done.Add(entry.Bill!.Value);
        changes += entry.ChangeCount;
        if (entry.ErrorReason == NotInSource)
        {
            return new PollEvent.BillDone(entry);
        }

        _ = entry.Outcome is PollOutcome.FetchFailed or PollOutcome.Quarantined ? bad++ : good++;
        return new PollEvent.BillDone(entry);
    }

    private async Task<PollEntry?> TakeAsync(PollEntry begun, SourceEvent told, CancellationToken cancellationToken)
    {
        var started = await dues.AddAsync(begun, told, cancellationToken);
        switch (told)
        {
            case SourceEvent.BillRead read:
                Count(read.HttpStatus, read.BodyBytes);
                return await recorder.RecordAsync(started, read, cancellationToken);
            case SourceEvent.BillUnchanged unchanged:
                Count(unchanged.HttpStatus, unchanged.BodyBytes);
                return await recorder.ConfirmAsync(started, unchanged, cancellationToken);
            case SourceEvent.BillNotFound missing:
                Count(missing.HttpStatus, 0);
                return await recorder.FailAsync(started with { HttpStatus = missing.HttpStatus }, missing.Bill, Freshness.Stale, NotInSource, missing.Detail, cancellationToken);
            case SourceEvent.FetchFailed failed:
                Count(failed.HttpStatus, 0);
                retryAfter = failed.RetryAfter ?? retryAfter;
                Blame(PollOutcome.FetchFailed, SourceState.Degraded, failed.Reason, failed.Detail);
                return failed.Bill is { } unread
                    ? await recorder.FailAsync(started with { HttpStatus = failed.HttpStatus }, unread, Freshness.Stale, failed.Reason, failed.Detail, cancellationToken)
                    : null;
            case SourceEvent.Quarantined quarantined:
                Count(quarantined.HttpStatus, quarantined.Body.Length);
                Blame(PollOutcome.Quarantined, SourceState.Degraded, quarantined.Reason, quarantined.Detail);
                await store.KeepQuarantinedAsync(quarantined.Bill, quarantined.Url, quarantined.Reason, quarantined.Body, started, cancellationToken);
                return quarantined.Bill is { } doubted
                    ? await recorder.FailAsync(started with { HttpStatus = quarantined.HttpStatus, BodyBytes = quarantined.Body.Length }, doubted, Freshness.Quarantined, quarantined.Reason, quarantined.Detail, cancellationToken)
                    : null;
            case SourceEvent.NotPermitted refused:
                notBefore = clock.Now + AfterRefusal;
                Blame(PollOutcome.Skipped, SourceState.NotPermitted, "NOT_PERMITTED", refused.Reason);
                return null;
            case SourceEvent.SitePaused paused:
                notBefore = paused.Until;
                Blame(PollOutcome.Skipped, SourceState.Ok, "SITE_PAUSED", paused.Detail);
                return null;
            case SourceEvent.ValidatorsSeen seen:
                validators = seen.Validators;
                return null;
            default:
                throw new InvalidOperationException($"unknown source event {told.GetType().Name}");
        }
    }

    private void Count(int? httpStatus, long body)
    {
        status = httpStatus ?? status;
        bytes += body;
    }

    // The first fault names the poll: what follows it is most often its consequence.
    private void Blame(PollOutcome outcome, SourceState state, string reason, string detail) => fault ??= (outcome, state, reason, detail);

    private PollEntry Start()
    {
        var now = clock.Now;
        var name = string.Create(CultureInfo.InvariantCulture, $"polls/{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{Guid.NewGuid().ToString("N")[..6]}");
        return new PollEntry(name, Name, null, PollOutcome.Unchanged, now, now, null, 0, 0, null, null);
    }

    private (SourceState State, string Reason)? Resting() =>
        tracked.NotPolled is { } reason ? (SourceState.Paused, reason)
        : tracked.Circuit.OpenUntil is { } until ? (SourceState.CircuitOpen, string.Create(
            CultureInfo.InvariantCulture,
            $"{tracked.Circuit.Failures} failure(s) in a row; {tracked.Source.Host} is left alone until {CaliforniaTime.InLosAngeles(until):yyyy-MM-dd HH:mm} Los Angeles time"))
        : null;

    /// <summary>Records that the poll broke by a fault of ours: the source's health says so, and the next due time tries again.</summary>
    public async Task BreakAsync(Exception broken, CancellationToken cancellationToken)
    {
        Blame(PollOutcome.FetchFailed, SourceState.Degraded, "INTERNAL", $"a fault of the server ({broken.GetType().Name}); its log has the details");
        bad++;
        notBefore = clock.Now + AfterFault;
        await FinishAsync(Start(), whole: true, cancellationToken);
    }

    private async Task<PollEntry> SkipAsync(PollEntry started, (SourceState State, string Reason) rest, CancellationToken cancellationToken)
    {
        var entry = started with { Outcome = PollOutcome.Skipped, EndTime = clock.Now, ErrorReason = rest.State == SourceState.Paused ? "SOURCE_PAUSED" : "SOURCE_CIRCUIT_OPEN", ErrorDetail = rest.Reason };
        var health = await HealthAsync(cancellationToken);
        await store.SaveSourceAsync(health with { State = rest.State, StateReason = rest.Reason, NextAttempt = tracked.NextAttempt(clock, null) }, entry, cancellationToken);
        return entry;
    }

    private async Task<PollEntry> FinishAsync(PollEntry started, bool whole, CancellationToken cancellationToken)
    {
        // A bill that was not believed, or not asked for, has to be looked at next time: nothing may be skipped then.
        if (validators is not null && bad == 0 && whole)
        {
            await store.SaveValidatorsAsync(Name, validators, cancellationToken);
        }

        var reached = fault is null || good > 0;
        var wasRefused = fault?.Outcome == PollOutcome.Skipped;
        if (reached)
        {
            tracked.Circuit.Succeeded();
        }
        else if (!wasRefused)
        {
            tracked.Circuit.Failed(retryAfter);
        }

        var entry = started with
        {
            Outcome = fault?.Outcome ?? (changes > 0 ? PollOutcome.Changed : validators is null || bytes > 0 ? PollOutcome.Unchanged : PollOutcome.NotModified),
            EndTime = clock.Now,
            HttpStatus = status,
            BodyBytes = bytes,
            ChangeCount = changes,
            ErrorReason = fault?.Reason,
            ErrorDetail = fault?.Detail,
        };
        var health = await HealthAsync(cancellationToken);
        var rest = tracked.Circuit.OpenUntil is null ? null : Resting();
        await store.SaveSourceAsync(
            health with
            {
                State = rest?.State ?? fault?.State ?? SourceState.Ok,
                StateReason = rest is null ? fault?.Detail : $"{fault?.Detail}; {rest.Value.Reason}",
                LastAttempt = started.StartTime,
                LastSuccess = reached ? entry.EndTime : health.LastSuccess,
                NextAttempt = whole || tracked.ByBill is not null ? tracked.NextAttempt(clock, notBefore) : health.NextAttempt,
                RetryAfter = retryAfter,
                ConsecutiveFailures = reached ? 0 : health.ConsecutiveFailures + (wasRefused ? 0 : 1),
                CircuitOpenUntil = tracked.Circuit.OpenUntil,
                CircuitOpenings = tracked.Circuit.Openings,
            },
            entry,
            cancellationToken);
        return entry;
    }

    private async Task<SourceHealth> HealthAsync(CancellationToken cancellationToken) =>
        (await store.ListSourcesAsync(cancellationToken)).FirstOrDefault(health => health.Name == Name)
        ?? new SourceHealth(Name, tracked.Source.Host, SourceState.Ok, null, null, null, null, null, 0, 0, 0);
}
