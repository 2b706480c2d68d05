namespace LegTracker.Server.Publishing;

/// <summary>"Revision N exists": the newest revision and a way to wait for a newer one. Carries no data; a lost wake-up costs nothing.</summary>
internal sealed class RevisionSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = NewSource();
    private long newest;

    /// <summary>The newest revision published.</summary>
    public long Newest => Volatile.Read(ref newest);

    /// <summary>Publishes a revision; older ones than the newest are ignored.</summary>
    public void Publish(long revision)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            if (revision <= newest)
            {
                return;
            }

            newest = revision;
            waiting = next;
            next = NewSource();
        }

        waiting.TrySetResult();
    }

    /// <summary>Returns once a revision newer than <paramref name="seen"/> exists, the time is over, or it is canceled; throws nothing.</summary>
    public async Task WaitForNewerAsync(long seen, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        Task wait;
        lock (gate)
        {
            wait = newest > seen ? Task.CompletedTask : next.Task;
        }

        await wait.WaitAsync(atMost, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
