using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>The record: watch list, believed readings, change log, polls and source health, in one SQLite file with one writer.</summary>
/// <remarks>Safe for use by many threads. A write that takes a revision is on the disk when it returns; a killed process leaves nothing half written.</remarks>
internal sealed partial class RecordStore : IAsyncDisposable
{
    private readonly StoreTransactions transactions;
    private readonly StoreLock hold;
    private readonly LegislativeClock clock;
    private readonly string connection;

    private RecordStore(StoreTransactions transactions, StoreLock hold, LegislativeClock clock, string connection, (string Epoch, DateTimeOffset Created) made)
    {
        this.transactions = transactions;
        this.hold = hold;
        this.clock = clock;
        this.connection = connection;
        (Epoch, Created) = made;
        Dues = new DueTimes(transactions);
    }

    /// <summary>Identity of this store: made once with the file. Another epoch means that revisions start over.</summary>
    public string Epoch { get; }

    /// <summary>When the store was made, by LegTracker's clock.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>When bills are due at sources that are polled bill by bill.</summary>
    public DueTimes Dues { get; }

    /// <summary>Opens the store in a folder, making both when they are not there; no other process can open it until it is disposed.</summary>
    /// <exception cref="StoreInUseException">Another process has it open.</exception>
    /// <exception cref="StoreRefusedException">The file there is no store, damaged, or from a newer version.</exception>
    public static async Task<RecordStore> OpenAsync(string dataDirectory, LegislativeClock clock, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataDirectory);
        var hold = StoreLock.Take(dataDirectory);
        var path = Path.Combine(dataDirectory, "legtracker.db");
        var connection = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        var options = new DbContextOptionsBuilder<RecordContext>().UseSqlite(connection).AddInterceptors(new DurableConnections()).Options;
        var transactions = new StoreTransactions(options);
        try
        {
            var made = await StoreFile.PrepareAsync(path, options, clock.Now, cancellationToken);
            return new RecordStore(transactions, hold, clock, connection, made);
        }
        catch
        {
            Close(transactions, connection, hold);
            throw;
        }
    }

    /// <summary>Newest revision; 0 in an empty store.</summary>
    public Task<long> HeadRevisionAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => ChangeLog.HeadAsync(db, cancellationToken), cancellationToken);

    /// <summary>The watch list, with everything recorded of each bill.</summary>
    public Task<ImmutableArray<TrackedBill>> ListBillsAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => BillShelf.ReadAsync(db, only: null, cancellationToken), cancellationToken);

    /// <summary>A bill on the watch list, or null.</summary>
    public Task<TrackedBill?> FindBillAsync(BillId bill, CancellationToken cancellationToken) =>
        transactions.ReadAsync(bill, async db => (await BillShelf.ReadAsync(db, bill, cancellationToken)).SingleOrDefault(), cancellationToken);

    /// <summary>Changes after a revision, in order, in whole revisions: about <paramref name="limit"/> of them, more when one revision is larger.</summary>
    public Task<ImmutableArray<Change>> ReadChangesAsync(long afterRevision, int limit, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => ChangeLog.ReadAsync(db, afterRevision, limit, cancellationToken), cancellationToken);

    /// <summary>Changes that fit a query, oldest first.</summary>
    public Task<ImmutableArray<Change>> FindChangesAsync(ChangeQuery query, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => ChangeLog.FindAsync(db, query, cancellationToken), cancellationToken);

    /// <summary>Puts a bill on the watch list with one TRACKED change, and an EDITED one for each field given; a candidate of it that nobody decided counts as accepted.</summary>
    /// <returns>The revision, or null when it is there already.</returns>
    public Task<long?> TrackAsync(BillId bill, ListedFacts? listed, HumanFields human, string actor, CancellationToken cancellationToken) => transactions.WriteAsync(
        async db =>
        {
            await CandidateShelf.TrackedAsync(db, bill, actor, clock.Now, cancellationToken);
            return await ListEntries.TrackAsync(db, bill, listed, human, actor, clock.Now, cancellationToken);
        },
        cancellationToken);

    /// <summary>On the first call for this store, puts all listed bills on the watch list in one transaction, a revision each; later calls do nothing.</summary>
    public Task SeedAsync(IReadOnlyCollection<ListedBill> listed, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => ListEntries.SeedAsync(db, listed, clock.Now, cancellationToken), cancellationToken);

    /// <summary>Takes a bill off the watch list with one UNTRACKED change; its record and changes stay.</summary>
    /// <returns>The revision, or null when it is not on the list.</returns>
    public Task<long?> UntrackAsync(BillId bill, string actor, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => ListEntries.UntrackAsync(db, bill, actor, clock.Now, cancellationToken), cancellationToken);

    /// <summary>
    /// Records a believed reading in one transaction: the record, its actions, the differences as changes of one new revision
    /// (none when there are none), freshness CURRENT, its evidence, and the poll.
    /// </summary>
    /// <param name="before">The bill as it was compared; a later revision in the store, but of edits, is a fault.</param>
    /// <param name="evidence">What was read, as text with the provenance's hash; empty when the source keeps none.</param>
    /// <returns>The revision, or null when nothing changed.</returns>
    public Task<long?> RecordReadingAsync(
        TrackedBill before,
        BillRecord record,
        ImmutableArray<RecordedAction> actions,
        ImmutableArray<Difference> differences,
        Provenance provenance,
        ReadOnlyMemory<byte> evidence,
        PollEntry poll,
        CancellationToken cancellationToken) =>
        transactions.WriteAsync(
            db => ReadingWrites.RecordAsync(db, before, record, actions, differences, provenance, evidence, poll, clock.Now, cancellationToken), cancellationToken);

    /// <summary>Records what the table of hearings says of a bill, and the differences as changes of one new revision; the bill's own state is left alone.</summary>
    /// <param name="before">The bill as it was compared; a later revision in the store, but of edits, is a fault.</param>
    /// <returns>The revision, or null when nothing is news.</returns>
    public Task<long?> RecordHearingsAsync(
        TrackedBill before, ImmutableArray<HearingRow> rows, ImmutableArray<Difference> differences, Provenance provenance, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => HearingWrites.RecordAsync(db, before, rows, differences, provenance, clock.Now, cancellationToken), cancellationToken);

    /// <summary>Records that a source confirmed a bill unchanged: freshness CURRENT, last confirmed at the poll's end, and the poll. No revision; on the disk with the next write or read.</summary>
    public Task RecordConfirmationAsync(BillId bill, PollEntry poll, CancellationToken cancellationToken) =>
        transactions.WriteSoonAsync(new QuietOutcomes.Outcome(bill, Freshness.Current, poll), cancellationToken);

    /// <summary>
    /// Records that a bill could not be read: freshness STALE or QUARANTINED with the reason (NEVER_POLLED stays), and the poll.
    /// The record itself stays as it is. No revision; on the disk with the next write or read.
    /// </summary>
    public Task RecordFailureAsync(BillId bill, Freshness freshness, PollEntry poll, CancellationToken cancellationToken) =>
        transactions.WriteSoonAsync(new QuietOutcomes.Outcome(bill, freshness, poll), cancellationToken);

    /// <summary>The last day whose turn was recorded; null when none was.</summary>
    public Task<DateOnly?> CalendarDayAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => CalendarWrites.DayAsync(db, cancellationToken), cancellationToken);

    /// <summary>Records what a day alone changed, a revision for each bill, and that the day is done, in one transaction.</summary>
    /// <param name="news">Bills as they were compared; a later revision in the store, but of edits, is a fault.</param>
    /// <returns>The last revision made, or null when nothing changed.</returns>
    public Task<long?> RecordCalendarAsync(DateOnly day, ImmutableArray<(TrackedBill Before, ImmutableArray<Difference> Differences)> news, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => CalendarWrites.RecordAsync(db, day, news, clock.Now, cancellationToken), cancellationToken);

    /// <summary>Hash of a bill's last reading by this source that was recorded or confirmed; null when this source never read it.</summary>
    public Task<ImmutableDictionary<BillId, string>> ContentHashesAsync(string source, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => SourceLedger.HashesAsync(db, source, cancellationToken), cancellationToken);

    /// <summary>What <see cref="SourceEvent.ValidatorsSeen"/> gave last for a source.</summary>
    public Task<ImmutableDictionary<string, string>> ValidatorsAsync(string source, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => SourceLedger.ValidatorsAsync(db, source, cancellationToken), cancellationToken);

    /// <summary>Replaces a source's validators.</summary>
    public Task SaveValidatorsAsync(string source, ImmutableDictionary<string, string> validators, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => SourceLedger.SaveValidatorsAsync(db, source, validators, cancellationToken), cancellationToken);

    /// <summary>Health of each source that was saved.</summary>
    public Task<ImmutableArray<SourceHealth>> ListSourcesAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => SourceLedger.ListAsync(db, cancellationToken), cancellationToken);

    /// <summary>When a source polled as a whole is due, or before when one polled bill by bill is left alone; null when it never said.</summary>
    public Task<DateTimeOffset?> NextAttemptAsync(string source, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => SourceLedger.NextAttemptAsync(db, source, cancellationToken), cancellationToken);

    /// <summary>Keeps that a person paused a source, or with a null <paramref name="reason"/> that they resumed it.</summary>
    public Task PauseSourceAsync(string source, string host, string? reason, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => SourceLedger.PauseAsync(db, source, host, reason, cancellationToken), cancellationToken);

    /// <summary>Health of one source; null while it was never saved.</summary>
    public async Task<SourceHealth?> FindSourceAsync(string source, CancellationToken cancellationToken) =>
        (await ListSourcesAsync(cancellationToken)).FirstOrDefault(health => health.Name == source);

    /// <summary>Saves a source's health and, when one is given, the poll of the source as a whole, in one transaction.</summary>
    public Task SaveSourceAsync(SourceHealth health, PollEntry? poll, CancellationToken cancellationToken) => transactions.WriteAsync(
        async db =>
        {
            await SourceLedger.SaveAsync(db, health, cancellationToken);
            if (poll is not null)
            {
                PollLog.Add(db, poll);
                await PollLog.TrimAsync(db, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>The newest polls, newest first; older than <paramref name="beforeName"/> when given.</summary>
    public Task<ImmutableArray<PollEntry>> ListPollsAsync(string? source, string? beforeName, int limit, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => PollLog.ListAsync(db, source, beforeName, limit, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transactions.FlushAsync(CancellationToken.None);
        }
        finally
        {
            Close(transactions, connection, hold);
        }
    }

    // The hold is let go of last, when no connection is open any more.
    private static void Close(StoreTransactions transactions, string connection, StoreLock hold)
    {
        transactions.Dispose();
        using (var pooled = new SqliteConnection(connection))
        {
            SqliteConnection.ClearPool(pooled);
        }

        hold.Dispose();
    }
}
