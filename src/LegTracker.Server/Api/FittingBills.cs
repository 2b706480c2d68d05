using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>The bills that fit a filter; the watch list is read once for all who ask knowing the same revision.</summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class FittingBills(RecordStore store, BillMapping mapping)
{
    private readonly Lock gate = new();
    private Task<ImmutableArray<TrackedBill>>? list;
    private long listed = -1;

    /// <param name="known">A revision that the caller knows to exist: the list is not older than it.</param>
    public async Task<ImmutableArray<BillId>> OfAsync(BillFilter filter, long known, CancellationToken cancellationToken) =>
        [.. (await ListAsync(known).WaitAsync(cancellationToken)).Where(bill => mapping.Fits(filter, bill)).Select(bill => bill.Id)];

    private Task<ImmutableArray<TrackedBill>> ListAsync(long known)
    {
        lock (gate)
        {
            if (list is null || listed < known || list.IsFaulted)
            {
                (list, listed) = (store.ListBillsAsync(CancellationToken.None), known);
            }

            return list;
        }
    }
}
