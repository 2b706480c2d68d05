namespace LegTracker.Replay;

/// <summary>The faults in force. The newest that fits a request is served. Safe for concurrent use.</summary>
public sealed partial class ReplayFaults
{
    private readonly Lock gate = new();
    private readonly List<(ReplayFault Fault, int? Left)> inForce = [];

    /// <summary>Those in force, each with the count it has left.</summary>
    public IReadOnlyList<ReplayFault> InForce
    {
        get
        {
            lock (gate)
            {
                return [.. inForce.Select(entry => entry.Fault with { Count = entry.Left })];
            }
        }
    }

    /// <summary>Puts a fault in force.</summary>
    public void Add(ReplayFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Count is <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Count, "a fault meets at least one request");
        }

        lock (gate)
        {
            inForce.Add((fault, fault.Count));
        }
    }

    /// <summary>Ends every fault.</summary>
    public void Clear()
    {
        lock (gate)
        {
            inForce.Clear();
            rate = null;
        }
    }

    /// <summary>The fault to serve to a request, counted down; null for none.</summary>
    internal ReplayFault? Take(string pathAndQuery)
    {
        lock (gate)
        {
            var at = inForce.FindLastIndex(entry => entry.Fault.Path is null || pathAndQuery.Contains(entry.Fault.Path, StringComparison.Ordinal));
            if (at < 0)
            {
                return null;
            }

            var (fault, left) = inForce[at];
            if (left == 1)
            {
                inForce.RemoveAt(at);
            }
            else
            {
                inForce[at] = (fault, left - 1);
            }

            return fault;
        }
    }
}
