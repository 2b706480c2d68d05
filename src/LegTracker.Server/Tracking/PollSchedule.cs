using LegTracker.Legislature;
using Quartz;

namespace LegTracker.Server.Tracking;

/// <summary>When a source is due: a Quartz cron expression read in Los Angeles time.</summary>
internal sealed class PollSchedule(string expression)
{
    private readonly CronExpression cron = new(expression, CaliforniaTime.Zone);

    /// <summary>The first due time after an instant; null when there is none.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant) => cron.GetNextValidTimeAfter(instant);
}
