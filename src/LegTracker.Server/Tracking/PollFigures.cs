using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>What is measured of a poll of a source, by source and outcome: that it was, how long it took, and a span of it.</summary>
/// <remarks>The runtime's own instruments: they cost next to nothing while nobody listens.</remarks>
internal sealed class PollFigures : IDisposable
{
    private static readonly ActivitySource Spans = new("LegTracker");
    private static readonly Meter Meter = new("LegTracker");
    private static readonly Counter<long> Polls = Meter.CreateCounter<long>("legtracker.polls", "{poll}", "Polls of a source as a whole, by outcome.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("legtracker.poll.duration", "s", "How long polls of a source took, by outcome.");

    private readonly string source;
    private readonly TimeProvider time;
    private readonly long began;
    private readonly Activity? span;
    private string outcome = "BROKEN";

    /// <param name="time">The real clock.</param>
    public PollFigures(string source, TimeProvider time)
    {
        (this.source, this.time, began) = (source, time, time.GetTimestamp());
        span = Spans.StartActivity($"poll {source}");
    }

    /// <summary>The poll ended like this; one that never says so was broken by a fault of ours.</summary>
    public void End(PollEntry entry)
    {
        outcome = JsonNamingPolicy.SnakeCaseUpper.ConvertName(entry.Outcome.ToString());
        span?.SetTag("legtracker.changes", entry.ChangeCount).SetStatus(entry.ErrorReason is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, entry.ErrorReason);
    }

    public void Dispose()
    {
        var tags = new TagList { { "legtracker.source", source }, { "legtracker.outcome", outcome } };
        Polls.Add(1, tags);
        Duration.Record(time.GetElapsedTime(began).TotalSeconds, tags);
        span?.SetTag("legtracker.source", source).SetTag("legtracker.outcome", outcome).Dispose();
    }
}
