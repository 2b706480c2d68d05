using System.Collections.Immutable;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>When each source last succeeded, read at most once a second for all heartbeats.</summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class SourceAges(RecordStore store, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<ImmutableArray<SourceAge>>? ages;
    private long read;

    public Task<ImmutableArray<SourceAge>> ReadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (ages is null or { IsFaulted: true } || time.GetElapsedTime(read) >= Fresh)
            {
                (ages, read) = (ReadAsync(), time.GetTimestamp());
            }

            return ages.WaitAsync(cancellationToken);
        }
    }

    // Read for all who ask, so that no one watcher's leaving ends it.
    private async Task<ImmutableArray<SourceAge>> ReadAsync() => [.. (await store.ListSourcesAsync(CancellationToken.None)).Select(source =>
        new SourceAge { Source = Mapping.SourceName(source.Name), LastSuccessTime = Mapping.Instant(source.LastSuccess) })];
}
