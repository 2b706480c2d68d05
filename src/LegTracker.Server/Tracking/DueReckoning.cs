using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>Puts into a poll's entries what they make of their bills' due times, so that both are recorded in one transaction.</summary>
/// <param name="schedule">Of the source that is polled bill by bill; null when there is none.</param>
/// <param name="isOwn">Whether the poll is of that source. Another source's reading moves due times when it brings a change.</param>
internal sealed class DueReckoning(BillSchedule? schedule, bool isOwn, RecordStore store, LegislativeClock clock)
{
    /// <summary>The entry for what a source tells of a bill.</summary>
    public async Task<PollEntry> AddAsync(PollEntry entry, SourceEvent told, CancellationToken cancellationToken) => told switch
    {
        _ when schedule is null => entry,
        SourceEvent.BillRead { Record: var read } => entry with { Due = schedule.After(clock.Now, StageReader.Read(read.Id, read.History, clock.Today)) },
        SourceEvent.BillUnchanged { Bill: var bill } => await AddAsync(entry, bill, cancellationToken),
        SourceEvent.FetchFailed { Bill: { } bill } => await AddAsync(entry, bill, cancellationToken),
        SourceEvent.Quarantined { Bill: { } bill } => await AddAsync(entry, bill, cancellationToken),
        SourceEvent.BillNotFound { Bill: var bill } => WithoutRetry(await AddAsync(entry, bill, cancellationToken)),
        _ => entry,
    };

    /// <summary>The entry for a bill of which nothing new is known.</summary>
    public async Task<PollEntry> AddAsync(PollEntry entry, BillId bill, CancellationToken cancellationToken)
    {
        if (schedule is null || !isOwn)
        {
            return entry;
        }

        var record = (await store.FindBillAsync(bill, cancellationToken))?.Record;
        return entry with { Due = schedule.After(clock.Now, record is null ? null : StageReader.Read(bill, record.History, clock.Today)) };
    }

    private static PollEntry WithoutRetry(PollEntry entry) => entry.Due is { Next: var next } ? entry with { Due = new DuePlan(next, next) } : entry;
}
