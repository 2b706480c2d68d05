using System.Diagnostics;
using Grpc.Core;
using LegTracker.V1;

namespace LegTracker.Benchmarks.Watch;

/// <summary>What the echo sends next, to all its streams.</summary>
internal sealed class EchoSource
{
    private TaskCompletionSource<WatchChangesResponse> next = NewSource();

    public Task<WatchChangesResponse> Next => Volatile.Read(ref next).Task;

    /// <summary>Sends one message of the size that the tracker's has.</summary>
    public long Send(int characters)
    {
        var ticks = Stopwatch.GetTimestamp();
        var waiting = Interlocked.Exchange(ref next, NewSource());
        waiting.SetResult(new WatchChangesResponse { Revision = 1000, HeadRevision = 1000, StoreEpoch = new string('e', 32), ServerTime = new() { Seconds = 1_700_000_000 }, Changes = new ChangeBatch { Changes = { Change(characters) } } });
        return ticks;
    }

    private static Change Change(int characters) => new()
    {
        Name = "changes/1000.0",
        Revision = 1000,
        Bill = "states/ca/sessions/20252026-0/bills/AB831",
        Kind = ChangeKind.ActionAdded,
        NewValue = new string('x', characters),
        RecordTime = new() { Seconds = 1_700_000_000, Nanos = 123_456_700 },
        EventDate = "2025-09-01",
        Provenance = new Provenance
        {
            Source = "bulk",
            Url = "https://example.org/pubinfo.zip",
            FetchTime = new() { Seconds = 1_700_000_000, Nanos = 123_456_700 },
            ContentSha256 = "polls/123456789012",
            Poll = "polls/123456789012",
            Parser_ = "benchmark/1",
        },
        Actor = "bulk",
        Summary = "On September 1, AB 831 was read for the first time.",
    };

    private static TaskCompletionSource<WatchChangesResponse> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A bare stream: it writes what there is and waits for the next.</summary>
internal sealed class EchoService(EchoSource source) : ChangeService.ChangeServiceBase
{
    public override async Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context)
    {
        var next = source.Next;
        await responseStream.WriteAsync(new WatchChangesResponse { CaughtUp = new CaughtUp() });
        while (!context.CancellationToken.IsCancellationRequested)
        {
            var message = await next.WaitAsync(context.CancellationToken);
            next = source.Next;
            await responseStream.WriteAsync(message);
        }
    }
}
