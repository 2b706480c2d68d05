using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <content>The log read from its end, and by kind.</content>
internal sealed partial class RecordStore
{
    /// <summary>The newest changes, newest first.</summary>
    /// <param name="before">Only older ones than this; null for the newest there are.</param>
    /// <param name="bills">Only of these, none when it is empty; null for all.</param>
    public Task<ImmutableArray<Change>> NewestChangesAsync((long Revision, int Index)? before, IReadOnlySet<BillId>? bills, int limit, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => ChangeLog.NewestAsync(db, before, bills, limit, cancellationToken), cancellationToken);

    /// <summary>Every change of these kinds, oldest first.</summary>
    public Task<ImmutableArray<Change>> ListChangesOfKindsAsync(ChangeKind[] kinds, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => ChangeLog.OfKindsAsync(db, kinds, cancellationToken), cancellationToken);
}
