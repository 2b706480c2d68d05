using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>That a person has to look at a source: what is shown may be old or is not believed.</summary>
/// <param name="Reason">In words.</param>
internal sealed record SourceAlarm(string Reason, DateTimeOffset Since)
{
    /// <summary>How long nothing may succeed while the Legislature is in session.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(36);

    /// <summary>The alarm of a source now, or null. A source that a person turned off or that its site forbids raises none.</summary>
    /// <param name="storeMade">From when on a source that never succeeded is waited for.</param>
    public static SourceAlarm? Of(SourceHealth health, DateTimeOffset storeMade, DateTimeOffset now, LegislativeCalendar calendar)
    {
        if (health.State is SourceState.Paused or SourceState.NotPermitted)
        {
            return null;
        }

        if (health.DriftedSince is { } drifted)
        {
            return new SourceAlarm("it gives what cannot be true, so nothing of it is recorded", drifted);
        }

        // A source that is polled bill by bill and did well is waited for from when its next bill is due.
        var last = health.LastSuccess ?? storeMade;
        var awaited = health is { NextReason: not null, ConsecutiveFailures: 0, NextAttempt: { } due } && due > last ? due : last;
        return now - awaited > Patience && calendar.IsInSession(CaliforniaTime.DayOf(now))
            ? new SourceAlarm(
                string.Create(CultureInfo.InvariantCulture, $"no poll has succeeded {(health.LastSuccess is null ? "yet" : $"since {CaliforniaTime.InLosAngeles(last):yyyy-MM-dd HH:mm}")}, for more than {Patience.TotalHours} hours in session"),
                awaited + Patience)
            : null;
    }
}
