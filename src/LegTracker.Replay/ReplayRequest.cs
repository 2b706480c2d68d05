namespace LegTracker.Replay;

/// <summary>A request that a replay got.</summary>
/// <param name="At">By the real clock of <see cref="ReplayOptions.Time"/>.</param>
/// <param name="Address">Path and query.</param>
public sealed record ReplayRequest(DateTimeOffset At, string Method, string Address);

/// <summary>The newest requests. Safe for concurrent use.</summary>
internal sealed class RequestLog
{
    private const int Kept = 10_000;
    private readonly Lock gate = new();
    private readonly Queue<ReplayRequest> requests = new();

    public IReadOnlyList<ReplayRequest> All
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    public void Add(ReplayRequest request)
    {
        lock (gate)
        {
            requests.Enqueue(request);
            if (requests.Count > Kept)
            {
                requests.Dequeue();
            }
        }
    }
}
