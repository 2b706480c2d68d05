using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Tracking;

/// <summary>Bills that people want polled at the next tick instead of at the next due time, by each source once.</summary>
internal sealed class PollWishes
{
    private readonly Lock gate = new();
    private ImmutableList<BillId> wished = [];
    private readonly Dictionary<string, int> takenBySource = [];

    public void Add(BillId bill)
    {
        lock (gate)
        {
            wished = wished.Add(bill);
        }
    }

    /// <summary>The wishes that this source has not taken yet.</summary>
    public ImmutableArray<BillId> Take(string source)
    {
        lock (gate)
        {
            var from = takenBySource.GetValueOrDefault(source);
            takenBySource[source] = wished.Count;
            return [.. wished.Skip(from).Distinct()];
        }
    }
}
