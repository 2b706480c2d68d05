using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>The record: watch list, believed readings, change log, polls and source health, in one SQLite file with one writer.</summary>
/// <remarks>Reads run beside each other and the writer (WAL). Each write is one transaction; a crash leaves all of it or nothing.</remarks>
internal sealed class RecordStore : IAsyncDisposable
{
    private readonly StoreLock held;
    private readonly RecordReads reads;
    private readonly RecordWrites writes;

    private RecordStore(StoreLock held, RecordContextFactory contexts, LegislativeClock clock, string epoch)
    {
        this.held = held;
        Epoch = epoch;
        reads = new RecordReads(contexts);
        writes = new RecordWrites(contexts, clock);
    }

    /// <summary>Identity of this store: made once with the file. Another epoch means that revisions start over.</summary>
    public string Epoch { get; }

    /// <summary>Opens the store of a data folder, making both when they are absent, and holds it for this process alone.</summary>
    /// <exception cref="StoreInUseException">Another process holds it.</exception>
    /// <exception cref="StoreRefusedException">The file is not a store of this or an older version; it is left untouched.</exception>
    public static async Task<RecordStore> OpenAsync(string dataDirectory, LegislativeClock clock, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataDirectory);
        var held = StoreLock.Take(dataDirectory);
        try
        {
            var file = Path.Combine(dataDirectory, "legtracker.db");
            var contexts = new RecordContextFactory(file);
            return new RecordStore(held, contexts, clock, await StoreFile.OpenAsync(file, contexts, cancellationToken));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Newest revision; 0 in an empty store.</summary>
    public Task<long> HeadRevisionAsync(CancellationToken cancellationToken) => reads.HeadRevisionAsync(cancellationToken);

    /// <summary>The watch list, with everything recorded of each bill.</summary>
    public Task<ImmutableArray<TrackedBill>> ListBillsAsync(CancellationToken cancellationToken) => reads.ListBillsAsync(null, cancellationToken);

    /// <summary>A bill on the watch list, or null.</summary>
    public async Task<TrackedBill?> FindBillAsync(BillId bill, CancellationToken cancellationToken) =>
        (await reads.ListBillsAsync(bill, cancellationToken)).FirstOrDefault();

    /// <summary>Changes after a revision, in order, in whole revisions: about <paramref name="limit"/> of them, more when one revision is larger.</summary>
    public Task<ImmutableArray<Change>> ReadChangesAsync(long afterRevision, int limit, CancellationToken cancellationToken) => reads.ReadChangesAsync(afterRevision, limit, cancellationToken);

    /// <summary>Changes that fit a query, oldest first.</summary>
    public Task<ImmutableArray<Change>> FindChangesAsync(ChangeQuery query, CancellationToken cancellationToken) => reads.FindChangesAsync(query, cancellationToken);

    /// <summary>Puts a bill on the watch list with one TRACKED change. What sources read of it before is read anew.</summary>
    /// <returns>The revision, or null when it is there already.</returns>
    public Task<long?> TrackAsync(BillId bill, ListedFacts? listed, HumanFields human, string actor, CancellationToken cancellationToken) => writes.TrackAsync(bill, listed, human, actor, cancellationToken);

    /// <summary>Takes a bill off the watch list with one UNTRACKED change; its record and changes stay.</summary>
    /// <returns>The revision, or null when it is not on the list.</returns>
    public Task<long?> UntrackAsync(BillId bill, string actor, CancellationToken cancellationToken) => writes.UntrackAsync(bill, actor, cancellationToken);

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
        CancellationToken cancellationToken) => writes.RecordReadingAsync(before, record, actions, differences, provenance, poll, cancellationToken);

    /// <summary>Records that a source confirmed a bill unchanged: freshness CURRENT, last confirmed at the poll's end, and the poll. No revision.</summary>
    public Task RecordConfirmationAsync(BillId bill, PollEntry poll, CancellationToken cancellationToken) => writes.RecordConfirmationAsync(bill, poll, cancellationToken);

    /// <summary>
    /// Records that a bill could not be read: freshness STALE or QUARANTINED with the reason (NEVER_POLLED stays), and the poll.
    /// The record itself stays as it is. No revision.
    /// </summary>
    public Task RecordFailureAsync(BillId bill, Freshness freshness, PollEntry poll, CancellationToken cancellationToken) => writes.RecordFailureAsync(bill, freshness, poll, cancellationToken);

    /// <summary>Keeps a body that was not believed (gzip), so that a person can look at it; of each source the newest 100.</summary>
    public Task KeepQuarantinedAsync(BillId? bill, string url, string reason, byte[] body, PollEntry poll, CancellationToken cancellationToken) => writes.KeepQuarantinedAsync(bill, url, reason, body, poll, cancellationToken);

    /// <summary>Hash of a bill's last reading by this source that was recorded; a bill that this source never read is absent.</summary>
    public Task<ImmutableDictionary<BillId, string>> ContentHashesAsync(string source, CancellationToken cancellationToken) => reads.ContentHashesAsync(source, cancellationToken);

    /// <summary>What <see cref="SourceEvent.ValidatorsSeen"/> gave last for a source.</summary>
    public Task<ImmutableDictionary<string, string>> ValidatorsAsync(string source, CancellationToken cancellationToken) => reads.ValidatorsAsync(source, cancellationToken);

    /// <summary>Replaces a source's validators.</summary>
    public Task SaveValidatorsAsync(string source, ImmutableDictionary<string, string> validators, CancellationToken cancellationToken) => writes.SaveValidatorsAsync(source, validators, cancellationToken);

    /// <summary>Health of each source that was saved.</summary>
    public Task<ImmutableArray<SourceHealth>> ListSourcesAsync(CancellationToken cancellationToken) => reads.ListSourcesAsync(cancellationToken);

    /// <summary>Saves a source's health and, when one is given, the poll of the source as a whole, in one transaction.</summary>
    public Task SaveSourceAsync(SourceHealth health, PollEntry? poll, CancellationToken cancellationToken) => writes.SaveSourceAsync(health, poll, cancellationToken);

    /// <summary>The newest polls, newest first; older than <paramref name="beforeName"/> when given.</summary>
    public Task<ImmutableArray<PollEntry>> ListPollsAsync(string? source, string? beforeName, int limit, CancellationToken cancellationToken) => reads.ListPollsAsync(source, beforeName, limit, cancellationToken);

    public ValueTask DisposeAsync()
    {
        writes.Dispose();
        held.Dispose();
        return ValueTask.CompletedTask;
    }
}
