using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>Where polls are started, by schedule or by hand: one at a time for each source.</summary>
/// <param name="sweep">Runs after each poll; null when nothing is searched.</param>
/// <remarks>The turn of the day goes before every poll. A poll that has begun goes on when whoever listens goes away; only <paramref name="stopping"/> ends it.</remarks>
internal sealed class PollDesk(ImmutableArray<TrackedSource> sources, RecordStore store, RevisionSignal signal, LegislativeClock clock, CancellationToken stopping, DiscoverySweep? sweep = null)
{
    private readonly ReadingRecorder recorder = new(store, signal, clock);
    private readonly CalendarPass calendar = new(store, signal, clock);
    private readonly HearingRecorder hearings = new(store, signal);

    /// <summary>Every source, polled or not.</summary>
    public ImmutableArray<TrackedSource> Sources => sources;

    /// <summary>Polls now, one source after the other, and tells each outcome as it is known.</summary>
    /// <param name="source">Name of a source, or null for every enabled one.</param>
    /// <param name="bill">Poll this bill alone, or null for the whole watch list.</param>
    /// <param name="cancellationToken">Ends the listening, not the poll.</param>
    public async IAsyncEnumerable<PollEvent> RunAsync(string? source, BillId? bill, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var told = Channel.CreateUnbounded<PollEvent>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        _ = PollAsync(source, bill, told.Writer);
        await foreach (var one in told.Reader.ReadAllAsync(cancellationToken))
        {
            yield return one;
        }
    }

    /// <summary>Records what the passing of days alone changed.</summary>
    public Task TurnDayAsync(CancellationToken cancellationToken) => calendar.RunAsync(cancellationToken);

    /// <summary>Whether a source's next poll is due by the record's clock.</summary>
    public async Task<bool> IsDueAsync(TrackedSource tracked, CancellationToken cancellationToken)
    {
        var health = (await store.ListSourcesAsync(cancellationToken)).FirstOrDefault(saved => saved.Name == tracked.Source.Name);
        return health?.NextAttempt is not { } next || next <= clock.Now;
    }

    private async Task PollAsync(string? source, BillId? bill, ChannelWriter<PollEvent> told)
    {
        Exception? fault = null;
        try
        {
            await calendar.RunAsync(stopping);
            foreach (var tracked in sources.Where(tracked => source is null ? tracked.Disabled is null : tracked.Source.Name == source))
            {
                await tracked.Turn.WaitAsync(stopping);
                var poll = new SourcePoll(tracked, store, recorder, hearings, clock);
                try
                {
                    await foreach (var one in poll.RunAsync(bill, stopping))
                    {
                        told.TryWrite(one);
                    }
                }
                catch (Exception broken) when (broken is not OperationCanceledException)
                {
                    await poll.BreakAsync(broken, stopping);
                    throw;
                }
                finally
                {
                    tracked.Turn.Release();
                }

                if (sweep is not null)
                {
                    await sweep.AfterPollAsync(stopping);
                }
            }
        }
        catch (Exception caught)
        {
            // Handed to whoever listens; the poll is still due.
            fault = caught;
        }

        told.Complete(fault);
    }
}
