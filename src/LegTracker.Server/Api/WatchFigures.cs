using System.Diagnostics.Metrics;

namespace LegTracker.Server.Api;

/// <summary>What is measured of the streams of changes.</summary>
internal static class WatchFigures
{
    private static readonly Meter Meter = new("LegTracker");
    private static readonly UpDownCounter<long> Streams = Meter.CreateUpDownCounter<long>("legtracker.watch.streams", "{stream}", "Streams of changes that are open.");
    private static readonly Histogram<long> Behind = Meter.CreateHistogram<long>("legtracker.watch.lag", "{revision}", "Revisions that a watcher was behind the newest one, after each message to it.");

    /// <summary>A stream is open until this is disposed.</summary>
    public static IDisposable Open()
    {
        Streams.Add(1);
        return new OpenStream();
    }

    /// <summary>A message was written.</summary>
    public static void Wrote(long revision, long head) => Behind.Record(head - revision);

    private sealed class OpenStream : IDisposable
    {
        public void Dispose() => Streams.Add(-1);
    }
}
