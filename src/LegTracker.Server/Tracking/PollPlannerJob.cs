using LegTracker.Server.Recording;
using Quartz;

namespace LegTracker.Server.Tracking;

/// <summary>The planner's tick for one source: runs the poll when it is due, or when a person wished for a bill. Quartz may fire it twice; polling twice changes nothing.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PollPlannerJob(PollDesk desk, PollWishes wishes, ILogger<PollPlannerJob> logger) : IJob
{
    /// <summary>Key of the job data that names the source.</summary>
    public const string SourceKey = "source";

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.MergedJobDataMap.GetString(SourceKey)!;
        var tracked = desk.Sources.Single(source => source.Source.Name == name);
        try
        {
            await desk.TurnDayAsync(cancellationToken);
            var wished = tracked.Disabled is null ? wishes.Take(name) : [];
            if (await desk.IsDueAsync(tracked, cancellationToken))
            {
                await RunAsync(name, null, cancellationToken);
                return;
            }

            foreach (var bill in wished)
            {
                await RunAsync(name, bill, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops: the poll is still due and runs at the next start.
        }
        catch (Exception fault)
        {
            // One bad poll never stops the schedule; the next tick tries again.
            PollFailed(fault, name);
        }
    }

    private async Task RunAsync(string name, Legislature.BillId? bill, CancellationToken cancellationToken)
    {
        await foreach (var told in desk.RunAsync(name, bill, cancellationToken))
        {
            if (told is PollEvent.SourceDone { Entry: var entry })
            {
                PollDone(name, entry.Outcome, entry.ChangeCount, entry.ErrorDetail ?? "");
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Poll of {Source}: {Outcome}, {Changes} change(s) {Detail}")]
    private partial void PollDone(string source, PollOutcome outcome, int changes, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "Poll of {Source} failed by a fault of ours")]
    private partial void PollFailed(Exception fault, string source);
}
