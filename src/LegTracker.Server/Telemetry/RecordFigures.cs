using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Text.Json;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Telemetry;

/// <summary>What is measured of the record: changes by kind, as they come into the log, and how old each source's last success is.</summary>
internal sealed partial class RecordFigures(RecordStore store, LegislativeClock clock, TimeProvider time, ILogger<RecordFigures> logger) : BackgroundService
{
    private const int PageSize = 500;

    // Ages go on by themselves in between; a success and a change are seen at the next look.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Meter meter = new("LegTracker");
    private ImmutableArray<SourceHealth> sources = [];

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changes = meter.CreateCounter<long>("legtracker.changes", "{change}", "Changes recorded since the start, by kind.");
        meter.CreateObservableGauge("legtracker.source.success.age", Ages, "s", "Seconds since the last successful poll, by source; a source that never succeeded has none.");
        long? counted = null;
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            do
            {
                counted = await LookAsync(changes, counted, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops, which is how the looks end.
        }
    }

    // What the store has is counted when it can be read again.
    private async Task<long?> LookAsync(Counter<long> changes, long? counted, CancellationToken cancellationToken)
    {
        try
        {
            sources = await store.ListSourcesAsync(cancellationToken);
            return await CountAsync(changes, counted ?? await store.HeadRevisionAsync(cancellationToken), cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            NotRead(fault);
            return counted;
        }
    }

    private async Task<long> CountAsync(Counter<long> changes, long counted, CancellationToken cancellationToken)
    {
        while (await store.ReadChangesAsync(counted, PageSize, cancellationToken) is [.., var last] page)
        {
            foreach (var kind in page.CountBy(change => change.Difference.Kind))
            {
                changes.Add(kind.Value, KeyValuePair.Create<string, object?>("legtracker.kind", JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.Key.ToString())));
            }

            counted = last.Revision;
        }

        return counted;
    }

    private IEnumerable<Measurement<double>> Ages() => sources
        .Where(source => source.LastSuccess is not null)
        .Select(source => new Measurement<double>((clock.Now - source.LastSuccess!.Value).TotalSeconds, KeyValuePair.Create<string, object?>("legtracker.source", source.Name)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The record was not read for its figures; it is looked at again")]
    private partial void NotRead(Exception fault);
}
