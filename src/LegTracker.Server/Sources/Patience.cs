namespace LegTracker.Server.Sources;

/// <summary>The time one request gets: a longest silence, wound up again at every sign of life, and a longest total.</summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeSpan idle;
    private readonly TimeSpan total;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource either;
    private readonly long start;

    public Patience(TimeSpan idle, TimeSpan total, TimeProvider time, CancellationToken cancellationToken)
    {
        this.idle = idle;
        this.total = total;
        this.time = time;
        start = time.GetTimestamp();
        limit = new CancellationTokenSource(idle, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
    }

    /// <summary>Cancelled when the patience is at its end or the caller gives up.</summary>
    public CancellationToken Token => either.Token;

    /// <summary>A sign of life came.</summary>
    public void WindUp()
    {
        var left = total - time.GetElapsedTime(start);
        limit.CancelAfter(left < TimeSpan.Zero ? TimeSpan.Zero : left < idle ? left : idle);
    }

    public void Dispose()
    {
        either.Dispose();
        limit.Dispose();
    }
}
