using LegTracker.Legislature;
using LegTracker.Server.Comparing;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>Turns what a source tells of one bill into a comparison, a record and a published revision.</summary>
internal sealed class ReadingRecorder(RecordStore store, RevisionSignal signal, LegislativeClock clock)
{
    /// <summary>What a reading changes; null when the bill is not on the watch list any more.</summary>
    public async Task<(TrackedBill Before, Comparison Comparison)?> CompareAsync(SourceEvent.BillRead reading, CancellationToken cancellationToken) =>
        await store.FindBillAsync(reading.Record.Id, cancellationToken) is { } before
            ? (before, BillComparer.Compare(before, reading.Record, reading.Provenance, clock.Now))
            : null;

    /// <summary>Records a reading that is believed.</summary>
    public async Task<PollEntry> RecordAsync(PollEntry started, SourceEvent.BillRead reading, CancellationToken cancellationToken)
    {
        var bill = reading.Record.Id;
        if (await CompareAsync(reading, cancellationToken) is not var (before, comparison))
        {
            return NotTracked(started, reading);
        }

        var poll = EntryOf(started, reading) with
        {
            Outcome = comparison.Differences.IsEmpty ? PollOutcome.Unchanged : PollOutcome.Changed,
            EndTime = clock.Now,
            ChangeCount = comparison.Differences.Length,
        };
        long? revision;
        try
        {
            revision = await store.RecordReadingAsync(before, comparison.Record, comparison.Actions, comparison.Differences, reading.Provenance, reading.Evidence, poll, cancellationToken);
        }
        catch (InvalidOperationException) when (!cancellationToken.IsCancellationRequested)
        {
            // Taken off the list between comparing and recording: nothing was written. Anything else is a fault of ours.
            if (await store.FindBillAsync(bill, cancellationToken) is null)
            {
                return NotTracked(started, reading);
            }

            throw;
        }

        if (revision is { } made)
        {
            signal.Publish(made);
        }

        return poll;
    }

    /// <summary>Records that the source confirmed the bill as it is.</summary>
    public async Task<PollEntry> ConfirmAsync(PollEntry started, SourceEvent.BillUnchanged unchanged, CancellationToken cancellationToken)
    {
        var poll = started.Of(unchanged.Bill) with
        {
            Outcome = unchanged.NotModified ? PollOutcome.NotModified : PollOutcome.Unchanged,
            EndTime = clock.Now,
            HttpStatus = unchanged.HttpStatus,
            BodyBytes = unchanged.BodyBytes,
        };
        await store.RecordConfirmationAsync(unchanged.Bill, poll, cancellationToken);
        return poll;
    }

    /// <summary>Records that the bill could not be read or was not believed; its record stays as it is.</summary>
    public async Task<PollEntry> FailAsync(PollEntry started, BillId bill, Freshness freshness, string reason, string detail, CancellationToken cancellationToken)
    {
        var poll = started.Of(bill) with
        {
            Outcome = freshness == Freshness.Quarantined ? PollOutcome.Quarantined : PollOutcome.FetchFailed,
            EndTime = clock.Now,
            ErrorReason = reason,
            ErrorDetail = detail,
        };
        await store.RecordFailureAsync(bill, freshness, poll, cancellationToken);
        return poll;
    }

    /// <summary>The entry of a bill that was taken off the watch list meanwhile.</summary>
    public PollEntry NotTracked(PollEntry started, SourceEvent.BillRead reading) => EntryOf(started, reading) with
    {
        Outcome = PollOutcome.Skipped,
        EndTime = clock.Now,
        ErrorReason = "NOT_TRACKED",
        ErrorDetail = "it was taken off the watch list meanwhile",
    };

    private static PollEntry EntryOf(PollEntry started, SourceEvent.BillRead reading) =>
        started.Of(reading.Record.Id) with { HttpStatus = reading.HttpStatus, BodyBytes = reading.BodyBytes };
}
