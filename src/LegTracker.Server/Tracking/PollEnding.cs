using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>How a poll of a source ends: its entry, the source's health, its circuit and its next due time, in one transaction.</summary>
internal sealed class PollEnding(TrackedSource tracked, RecordStore store, LegislativeClock clock)
{
    private string Name => tracked.Source.Name;

    /// <summary>The source was not asked.</summary>
    public async Task<PollEntry> SkipAsync(PollEntry started, SourceState state, string reason, CancellationToken cancellationToken)
    {
        var entry = started with
        {
            Outcome = PollOutcome.Skipped,
            EndTime = clock.Now,
            ErrorReason = state == SourceState.Paused ? "SOURCE_PAUSED" : "SOURCE_CIRCUIT_OPEN",
            ErrorDetail = reason,
        };
        var health = await HealthAsync(cancellationToken);
        await store.SaveSourceAsync(health with { State = state, StateReason = reason, NextAttempt = tracked.NextAttempt(clock, null) }, entry, cancellationToken);
        return entry;
    }

    /// <summary>The source was asked.</summary>
    /// <param name="drift">Why nothing of it is believed, in words; null when it is.</param>
    /// <param name="doubtful">Whether readings are held back: they have to be looked at again, so nothing may be skipped next time.</param>
    /// <param name="whole">Whether the whole watch list was asked for.</param>
    public async Task<PollEntry> FinishAsync(PollEntry started, PollTally tally, string? drift, bool doubtful, bool whole, CancellationToken cancellationToken)
    {
        if (tally.Validators is not null && tally.Bad == 0 && whole && !doubtful && !tally.LookAgain)
        {
            await store.SaveValidatorsAsync(Name, tally.Validators, cancellationToken);
        }

        var answered = tally.Fault is null || tally.Good > 0 || (drift is not null && tally.Answered);
        var wasRefused = tally.Fault?.Outcome == PollOutcome.Skipped;
        if (answered)
        {
            tracked.Circuit.Succeeded();
        }
        else if (!wasRefused)
        {
            tracked.Circuit.Failed(tally.RetryAfter);
        }

        var good = answered && drift is null;
        var entry = started with
        {
            Outcome = tally.Fault?.Outcome ?? (tally.Changes > 0 ? PollOutcome.Changed : tally.Validators is null || tally.Bytes > 0 ? PollOutcome.Unchanged : PollOutcome.NotModified),
            EndTime = clock.Now,
            HttpStatus = tally.Status,
            BodyBytes = tally.Bytes,
            ChangeCount = tally.Changes,
            ErrorReason = tally.Fault?.Reason,
            ErrorDetail = tally.Fault?.Detail,
        };
        var health = await HealthAsync(cancellationToken);
        var rest = tracked.Circuit.OpenUntil is null ? null : tracked.Rest;
        await store.SaveSourceAsync(
            health with
            {
                State = drift is not null ? SourceState.Drifted : rest?.State ?? tally.Fault?.State ?? SourceState.Ok,
                StateReason = drift ?? (rest is null ? tally.Fault?.Detail ?? tally.HearingsFault : $"{tally.Fault?.Detail}; {rest.Value.Reason}"),
                LastAttempt = started.StartTime,
                LastSuccess = good ? entry.EndTime : health.LastSuccess,
                NextAttempt = whole || tracked.ByBill is not null ? tracked.NextAttempt(clock, tally.NotBefore) : health.NextAttempt,
                RetryAfter = tally.RetryAfter,
                ConsecutiveFailures = good ? 0 : health.ConsecutiveFailures + (wasRefused && drift is null ? 0 : 1),
                CircuitOpenUntil = tracked.Circuit.OpenUntil,
                CircuitOpenings = tracked.Circuit.Openings,
            },
            entry,
            cancellationToken);
        return entry;
    }

    private async Task<SourceHealth> HealthAsync(CancellationToken cancellationToken) =>
        await store.FindSourceAsync(Name, cancellationToken) ?? SourceHealth.New(Name, tracked.Source.Host);
}
