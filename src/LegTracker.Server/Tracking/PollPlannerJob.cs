using LegTracker.Legislature;
using LegTracker.Server.Recording;
using Quartz;

namespace LegTracker.Server.Tracking;

/// <summary>The planner's tick for one source: polls what is due, and bills that people wished for. Quartz may fire it twice: what is due is claimed once.</summary>
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
            var wished = tracked.NotPolled is null ? wishes.Take(name) : [];
            var polled = await ListenAsync(name, desk.RunDueAsync(tracked, cancellationToken));
            foreach (var bill in wished.Where(bill => !polled.Contains(bill)))
            {
                await ListenAsync(name, desk.RunAsync(name, bill, cancellationToken));
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

    private async Task<HashSet<BillId>> ListenAsync(string name, IAsyncEnumerable<PollEvent> poll)
    {
        var polled = new HashSet<BillId>();
        await foreach (var told in poll)
        {
            if (told is PollEvent.BillDone { Entry.Bill: { } bill })
            {
                polled.Add(bill);
            }
            else if (told is PollEvent.SourceDone { Entry: var entry })
            {
                PollDone(name, entry.Outcome, entry.ChangeCount, entry.ErrorDetail ?? "");
            }
        }

        return polled;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Poll of {Source}: {Outcome}, {Changes} change(s) {Detail}")]
    private partial void PollDone(string source, PollOutcome outcome, int changes, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "Poll of {Source} failed by a fault of ours")]
    private partial void PollFailed(Exception fault, string source);
}
