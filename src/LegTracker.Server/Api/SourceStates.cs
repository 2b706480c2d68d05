using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Api;

/// <summary>How each source is now: what its polls saved, under the settings of now, and whether a person has to look at it.</summary>
internal sealed class SourceStates(RecordStore store, PollDesk desk, LegislativeClock clock, LegislativeCalendar calendar)
{
    /// <summary>Every source, polled or not, with its alarm or null.</summary>
    public async Task<ImmutableArray<(SourceHealth Health, SourceAlarm? Alarm)>> ListAsync(CancellationToken cancellationToken)
    {
        await desk.RestoreAsync(cancellationToken);
        var saved = (await store.ListSourcesAsync(cancellationToken)).ToDictionary(health => health.Name);
        return [.. desk.Sources.Select(tracked => Of(tracked, saved.GetValueOrDefault(tracked.Source.Name)))];
    }

    /// <summary>Whether a source is turned off is told by the settings of now, not by what a poll saved under those of then.</summary>
    /// <param name="saved">Null for a source that was never polled.</param>
    public (SourceHealth Health, SourceAlarm? Alarm) Of(TrackedSource tracked, SourceHealth? saved)
    {
        var health = saved ?? SourceHealth.New(tracked.Source.Name, tracked.Source.Host);
        var next = desk.NextAttempt(tracked, health);
        health = tracked.NotPolled is { } why ? health with { State = SourceState.Paused, StateReason = why, NextAttempt = null, NextReason = null }
            : health.State == SourceState.Paused ? health with { State = SourceState.Ok, StateReason = null, NextAttempt = next }
            : health with { NextAttempt = next };
        return (health, SourceAlarm.Of(health, store.Created, clock.Now, calendar));
    }
}
