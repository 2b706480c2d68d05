using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Comparing;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>The turn of the day: stages that change by a rule's day alone, with no new line, are recorded as changes.</summary>
/// <remarks>
/// It goes before every poll, so that a line which comes on the same day is compared with what the day made of the bill. A day is done once:
/// its mark is written with its changes.
/// </remarks>
internal sealed class CalendarPass(RecordStore store, RevisionSignal signal, LegislativeClock clock)
{
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private DateOnly? done;

    /// <summary>Records what the days since the last pass changed; does nothing when today is done.</summary>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var today = clock.Today;
            return done == today ? Task.CompletedTask : running = AfterAsync(running, today, cancellationToken);
        }
    }

    private async Task AfterAsync(Task before, DateOnly today, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await TurnAsync(today, cancellationToken);
        lock (gate)
        {
            done = today;
        }
    }

    private async Task TurnAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var from = await store.CalendarDayAsync(cancellationToken);
        if (from >= today)
        {
            return;
        }

        var bills = from is null ? [] : await store.ListBillsAsync(cancellationToken);
        var news = bills
            .Select(bill => (Before: bill, Differences: BillComparer.CompareDays(bill, from!.Value, today)))
            .Where(bill => !bill.Differences.IsEmpty)
            .ToImmutableArray();
        if (await store.RecordCalendarAsync(today, news, cancellationToken) is { } revision)
        {
            signal.Publish(revision);
        }
    }
}
