using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <content>What people write of bills.</content>
internal sealed partial class RecordStore
{
    /// <summary>
    /// Looks at a bill and writes what <paramref name="decide"/> makes of it, in one transaction, so that no edit made meanwhile is lost:
    /// each field that differs is an EDITED change, all in one revision.
    /// </summary>
    /// <param name="decide">Gets the bill as it is now; what it throws is thrown here, and nothing is written.</param>
    /// <returns>The bill as kept, with the revision or null when nothing differed; null when it is not on the watch list.</returns>
    public Task<(TrackedBill Bill, long? Revision)?> UpdateHumanAsync(BillId bill, Func<TrackedBill, HumanEdit> decide, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => HumanWrites.EditAsync(db, bill, decide, clock.Now, cancellationToken), cancellationToken);
}
