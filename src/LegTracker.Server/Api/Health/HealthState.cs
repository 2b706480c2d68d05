using System.Runtime.CompilerServices;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace LegTracker.Server.Api.Health;

/// <summary>Which services take calls, by full name; the empty name stands for the server as a whole.</summary>
/// <remarks>Safe for any number of threads. Watchers see the newest state, not every state in between.</remarks>
internal sealed class HealthState
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ServingStatus> statuses = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = NewSignal();
    private bool closed;

    /// <summary>A copy of every named service's state.</summary>
    public IReadOnlyDictionary<string, ServingStatus> All
    {
        get
        {
            lock (gate)
            {
                return new Dictionary<string, ServingStatus>(statuses);
            }
        }
    }

    /// <summary>The service's state; null for a service never named.</summary>
    public ServingStatus? Find(string service)
    {
        lock (gate)
        {
            return statuses.TryGetValue(service, out var status) ? status : null;
        }
    }

    /// <summary>Names the service, or changes its state; without effect after <see cref="Close"/>.</summary>
    public void SetServing(string service, bool serving)
    {
        lock (gate)
        {
            var status = serving ? ServingStatus.Serving : ServingStatus.NotServing;
            if (!closed && (!statuses.TryGetValue(service, out var old) || old != status))
            {
                statuses[service] = status;
                Signal();
            }
        }
    }

    /// <summary>The server stops: nothing serves any more, and every watcher hears that and is done.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            foreach (var service in statuses.Keys)
            {
                statuses[service] = ServingStatus.NotServing;
            }

            Signal();
        }
    }

    /// <summary>The service's state at once and again after each change; <c>ServiceUnknown</c> while it is not named.</summary>
    public async IAsyncEnumerable<ServingStatus> WatchAsync(string service, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ServingStatus? told = null;
        while (true)
        {
            var (status, last, next) = Look(service);
            if (status != told)
            {
                told = status;
                yield return status;
            }

            if (last)
            {
                yield break;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // State and signal under one lock: a change after the look always completes the signal looked at.
    private (ServingStatus Status, bool Last, Task Next) Look(string service)
    {
        lock (gate)
        {
            return (statuses.GetValueOrDefault(service, ServingStatus.ServiceUnknown), closed, changed.Task);
        }
    }

    private void Signal()
    {
        changed.SetResult();
        changed = NewSignal();
    }
}
