using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <content>What was doubted, what was not believed, and the evidence of what was.</content>
internal sealed partial class RecordStore
{
    /// <summary>The readings of a source that are held back, by bill.</summary>
    public Task<ImmutableDictionary<BillId, Doubt>> DoubtsAsync(string source, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => DoubtShelf.ListAsync(db, source, cancellationToken), cancellationToken);

    /// <summary>Keeps a doubt about a bill's reading, in place of an earlier one by the same source.</summary>
    public Task KeepDoubtAsync(string source, Doubt doubt, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => DoubtShelf.KeepAsync(db, source, doubt, cancellationToken), cancellationToken);

    /// <summary>Forgets a doubt that a later reading settled.</summary>
    public Task DropDoubtAsync(string source, BillId bill, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => DoubtShelf.DropAsync(db, source, bill, cancellationToken), cancellationToken);

    /// <summary>A person says that the doubted readings of a source are right: each is recorded when the next poll shows the same.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> AcceptDoubtsAsync(string source, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => DoubtShelf.AcceptAsync(db, source, cancellationToken), cancellationToken);

    /// <summary>Keeps a body that was not believed (gzip), so that a person can look at it.</summary>
    public Task KeepQuarantinedAsync(BillId? bill, string url, string reason, byte[] body, PollEntry poll, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => QuarantineShelf.KeepAsync(db, bill, url, reason, body, poll, clock.Now, cancellationToken), cancellationToken);

    /// <summary>Bodies that were not believed, the newest first, without what they hold.</summary>
    /// <param name="source">Null for all sources.</param>
    public Task<ImmutableArray<QuarantinedBody>> ListQuarantinedAsync(string? source, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => QuarantineShelf.ListAsync(db, source, cancellationToken), cancellationToken);

    /// <summary>A body that was not believed; null when there is none of this number, or it was dropped for newer ones.</summary>
    public Task<QuarantinedBody?> FindQuarantinedAsync(long id, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => QuarantineShelf.FindAsync(db, id, cancellationToken), cancellationToken);

    /// <summary>The evidence with a hash; null when none is kept.</summary>
    public Task<KeptEvidence?> FindEvidenceAsync(string sha256, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => EvidenceShelf.FindAsync(db, sha256, cancellationToken), cancellationToken);
}
