using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>Where polls are started, by schedule or by hand: one at a time for each source.</summary>
internal sealed class PollDesk(ImmutableArray<TrackedSource> sources, RecordStore store, RevisionSignal signal, LegislativeClock clock)
{
    private readonly ReadingRecorder recorder = new(store, signal, clock);

    /// <summary>Every source, polled or not.</summary>
    public ImmutableArray<TrackedSource> Sources => sources;

    /// <summary>Polls now, one source after the other, and tells each outcome as it is known.</summary>
    /// <param name="source">Name of a source, or null for every enabled one.</param>
    /// <param name="bill">Poll this bill alone, or null for the whole watch list.</param>
    public async IAsyncEnumerable<PollEvent> RunAsync(string? source, BillId? bill, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var tracked in sources.Where(tracked => source is null ? tracked.Disabled is null : tracked.Source.Name == source))
        {
            await tracked.Turn.WaitAsync(cancellationToken);
            try
            {
                await foreach (var told in new SourcePoll(tracked, store, recorder, clock).RunAsync(bill, cancellationToken))
                {
                    yield return told;
                }
            }
            finally
            {
                tracked.Turn.Release();
            }
        }
    }

    /// <summary>Whether a source's next poll is due by the record's clock.</summary>
    public async Task<bool> IsDueAsync(TrackedSource tracked, CancellationToken cancellationToken)
    {
        var health = (await store.ListSourcesAsync(cancellationToken)).FirstOrDefault(saved => saved.Name == tracked.Source.Name);
        return health?.NextAttempt is not { } next || next <= clock.Now;
    }
}
