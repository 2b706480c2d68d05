using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>The newest revision of the store, read once for all who ask at the same time, and every 5 s anyway: a lost wake-up costs that and no more.</summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class StoreHead(RecordStore store, RevisionSignal signal, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<long>? running;
    private Task<long>? next;

    /// <summary>The newest revision; it was read after this was called, and is published.</summary>
    public Task<long> ReadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            // One that runs already may have looked before the caller came.
            return (next ??= ReadAfterAsync(running)).WaitAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookAnyway, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // A store that cannot be read shows in every call that needs it.
                await ((Task)ReadAsync(stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops, or is taken down without being stopped first.
        }
    }

    private async Task<long> ReadAfterAsync(Task? before)
    {
        await (before ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate)
        {
            (running, next) = (next, null);
        }

        var head = await store.HeadRevisionAsync(CancellationToken.None);
        signal.Publish(head);
        return head;
    }
}
