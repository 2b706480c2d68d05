using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>The record: watch list, believed readings, change log, polls and source health, in one SQLite file with one writer.</summary>
internal sealed class RecordStore
{
    /// <summary>Identity of this store: made once with the file. Another epoch means that revisions start over.</summary>
    public string Epoch => throw new NotSupportedException();

    /// <summary>Newest revision; 0 in an empty store.</summary>
    public Task<long> HeadRevisionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The watch list, with everything recorded of each bill.</summary>
    public Task<ImmutableArray<TrackedBill>> ListBillsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>A bill on the watch list, or null.</summary>
    public Task<TrackedBill?> FindBillAsync(BillId bill, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Changes after a revision, in order, in whole revisions: about <paramref name="limit"/> of them, more when one revision is larger.</summary>
    public Task<ImmutableArray<Change>> ReadChangesAsync(long afterRevision, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Changes that fit a query, oldest first.</summary>
    public Task<ImmutableArray<Change>> FindChangesAsync(ChangeQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Puts a bill on the watch list with one TRACKED change.</summary>
    /// <returns>The revision, or null when it is there already.</returns>
    public Task<long?> TrackAsync(BillId bill, ListedFacts? listed, HumanFields human, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Takes a bill off the watch list with one UNTRACKED change; its record and changes stay.</summary>
    /// <returns>The revision, or null when it is not on the list.</returns>
    public Task<long?> UntrackAsync(BillId bill, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>
    /// Records a believed reading in one transaction: the record, its actions, the differences as changes of one new revision
    /// (none when there are none), freshness CURRENT, and the poll.
    /// </summary>
    /// <param name="before">The bill as it was compared; another revision in the store is a fault.</param>
    /// <returns>The revision, or null when nothing changed.</returns>
    public Task<long?> RecordReadingAsync(
        TrackedBill before,
        BillRecord record,
        ImmutableArray<RecordedAction> actions,
        ImmutableArray<Difference> differences,
        Provenance provenance,
        PollEntry poll,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Records that a source confirmed a bill unchanged: freshness CURRENT, last confirmed at the poll's end, and the poll. No revision.</summary>
    public Task RecordConfirmationAsync(BillId bill, PollEntry poll, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>
    /// Records that a bill could not be read: freshness STALE or QUARANTINED with the reason (NEVER_POLLED stays), and the poll.
    /// The record itself stays as it is. No revision.
    /// </summary>
    public Task RecordFailureAsync(BillId bill, Freshness freshness, PollEntry poll, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Keeps a body that was not believed (gzip), so that a person can look at it.</summary>
    public Task KeepQuarantinedAsync(BillId? bill, string url, string reason, byte[] body, PollEntry poll, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Hash of a bill's last reading by this source that was recorded or confirmed; null when this source never read it.</summary>
    public Task<ImmutableDictionary<BillId, string>> ContentHashesAsync(string source, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>What <see cref="SourceEvent.ValidatorsSeen"/> gave last for a source.</summary>
    public Task<ImmutableDictionary<string, string>> ValidatorsAsync(string source, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Replaces a source's validators.</summary>
    public Task SaveValidatorsAsync(string source, ImmutableDictionary<string, string> validators, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Health of each source that was saved.</summary>
    public Task<ImmutableArray<SourceHealth>> ListSourcesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Saves a source's health and, when one is given, the poll of the source as a whole, in one transaction.</summary>
    public Task SaveSourceAsync(SourceHealth health, PollEntry? poll, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The newest polls, newest first; older than <paramref name="beforeName"/> when given.</summary>
    public Task<ImmutableArray<PollEntry>> ListPollsAsync(string? source, string? beforeName, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
}
