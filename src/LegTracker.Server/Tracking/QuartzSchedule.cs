using LegTracker.Legislature;
using Quartz;

namespace LegTracker.Server.Tracking;

/// <summary>Registers the planner's tick for each source with Quartz.</summary>
internal static class QuartzSchedule
{
    /// <summary>Adds Quartz with one job and one simple trigger a source. The tick is short against the clock's speed: 15 s in real time.</summary>
    public static IServiceCollection AddPollSchedule(this IServiceCollection services, IEnumerable<string> sources, LegislativeClock clock)
    {
        var tick = TimeSpan.FromSeconds(Math.Clamp(15 * 60 / Math.Max(clock.Speed, 1), 0.25, 15));
        services.AddQuartz(quartz =>
        {
            foreach (var source in sources)
            {
                var key = new JobKey($"poll-{source}");
                quartz.AddJob<PollPlannerJob>(job => job.WithIdentity(key).UsingJobData(PollPlannerJob.SourceKey, source));
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity($"tick-{source}").StartNow()
                    .WithSimpleSchedule(simple => simple.WithInterval(tick).RepeatForever()));
            }
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }
}
