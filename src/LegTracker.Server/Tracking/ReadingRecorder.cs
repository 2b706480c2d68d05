using System.Collections.Concurrent;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Comparing;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>Turns what a source tells of one bill into a comparison, a record and a published revision.</summary>
internal sealed class ReadingRecorder(RecordStore store, RevisionSignal signal, LegislativeClock clock)
{
    private readonly ConcurrentDictionary<(string Source, BillId Bill), string> shrunk = new();

    /// <summary>Records a reading. A history that lost lines is believed when a second look shows the same.</summary>
    public async Task<PollEntry> RecordAsync(PollEntry started, SourceEvent.BillRead reading, CancellationToken cancellationToken)
    {
        var bill = reading.Record.Id;
        var poll = started.Of(bill) with { HttpStatus = reading.HttpStatus, BodyBytes = reading.BodyBytes };
        if (await store.FindBillAsync(bill, cancellationToken) is not { } before)
        {
            return NotTracked(poll);
        }

        var comparison = BillComparer.Compare(before, reading.Record, reading.Provenance, clock.Now);
        var hash = reading.Provenance.ContentSha256;
        if (comparison.LostLines > 0 && (!shrunk.TryGetValue((started.Source, bill), out var seen) || seen != hash))
        {
            shrunk[(started.Source, bill)] = hash;
            return await FailAsync(started with { HttpStatus = reading.HttpStatus, BodyBytes = reading.BodyBytes }, bill, Freshness.Quarantined, "HISTORY_SHRANK", string.Create(
                CultureInfo.InvariantCulture,
                $"{comparison.LostLines} recorded line(s) are missing; recorded only if the next poll shows the same"), cancellationToken);
        }

        shrunk.TryRemove((started.Source, bill), out _);
        poll = poll with
        {
            Outcome = comparison.Differences.IsEmpty ? PollOutcome.Unchanged : PollOutcome.Changed,
            EndTime = clock.Now,
            ChangeCount = comparison.Differences.Length,
        };
        long? revision;
        try
        {
            revision = await store.RecordReadingAsync(before, comparison.Record, comparison.Actions, comparison.Differences, reading.Provenance, poll, cancellationToken);
        }
        catch (InvalidOperationException) when (!cancellationToken.IsCancellationRequested)
        {
            // Taken off the list between comparing and recording: nothing was written. Anything else is a fault of ours.
            if (await store.FindBillAsync(bill, cancellationToken) is null)
            {
                return NotTracked(poll);
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

    private PollEntry NotTracked(PollEntry poll) =>
        poll with { Outcome = PollOutcome.Skipped, EndTime = clock.Now, ErrorReason = "NOT_TRACKED", ErrorDetail = "it was taken off the watch list meanwhile" };
}
