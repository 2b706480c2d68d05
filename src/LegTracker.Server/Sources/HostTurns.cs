using System.Collections.Concurrent;

namespace LegTracker.Server.Sources;

/// <summary>The turns of all hosts, shared by everything that asks them: two sources on one host take turns as one does.</summary>
internal sealed class HostTurns(TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, HostTurn> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The turn at an address's host, whatever its port; the longest gap that anyone wants there is kept for all.</summary>
    public HostTurn Of(Uri address, TimeSpan minimumGap)
    {
        var turn = turns.GetOrAdd(address.Host, _ => new HostTurn(minimumGap, time));
        turn.KeepAtLeast(minimumGap);
        return turn;
    }

    public void Dispose()
    {
        foreach (var turn in turns.Values)
        {
            turn.Dispose();
        }
    }
}
