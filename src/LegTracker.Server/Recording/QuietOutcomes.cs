using LegTracker.Legislature;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>Poll outcomes that take no revision, waiting for the next transaction: confirmations and failures.</summary>
/// <remarks>
/// A sweep confirms a thousand bills one by one; a transaction for each is a thousand waits for the disk. They go along with the next write, and
/// no read sees the store without them. A killed process loses some that the next poll makes again. Safe for concurrent use.
/// </remarks>
internal sealed class QuietOutcomes
{
    /// <summary>So many are written without waiting for another transaction.</summary>
    private const int Most = 2000;

    private readonly Lock gate = new();
    private readonly List<Outcome> waiting = [];
    private readonly HashSet<BillId> bills = [];

    /// <summary>One bill's outcome.</summary>
    /// <param name="Freshness">CURRENT is a confirmation; STALE or QUARANTINED carries the poll's reason.</param>
    public sealed record Outcome(BillId Bill, Freshness Freshness, PollEntry Poll);

    public bool IsEmpty
    {
        get
        {
            lock (gate)
            {
                return waiting.Count == 0;
            }
        }
    }

    public bool Holds(BillId bill)
    {
        lock (gate)
        {
            return bills.Contains(bill);
        }
    }

    /// <returns>Whether so many wait that they should be written now.</returns>
    public bool Add(Outcome outcome)
    {
        lock (gate)
        {
            waiting.Add(outcome);
            bills.Add(outcome.Bill);
            return waiting.Count >= Most;
        }
    }

    /// <summary>Takes all, in the order of their coming.</summary>
    public IReadOnlyList<Outcome> Take()
    {
        lock (gate)
        {
            List<Outcome> taken = [.. waiting];
            waiting.Clear();
            bills.Clear();
            return taken;
        }
    }

    /// <summary>Puts back what could not be written.</summary>
    public void PutBack(IReadOnlyList<Outcome> taken)
    {
        lock (gate)
        {
            waiting.InsertRange(0, taken);
            bills.UnionWith(taken.Select(outcome => outcome.Bill));
        }
    }

    /// <summary>Writes them inside the caller's transaction: each bill's last outcome counts, each poll is kept. NEVER_POLLED stays.</summary>
    public static async Task WriteAsync(RecordContext db, IReadOnlyList<Outcome> outcomes, CancellationToken cancellationToken)
    {
        foreach (var outcome in outcomes)
        {
            PollLog.Add(db, outcome.Poll);
            await DueTimes.AdvanceAsync(db, outcome.Poll, cancellationToken);
        }

        var last = outcomes.GroupBy(outcome => outcome.Bill).Select(bill => bill.Last());
        foreach (var alike in last.GroupBy(outcome => (outcome.Freshness, Reason: outcome.Freshness == Freshness.Current ? null : outcome.Poll.ErrorDetail ?? outcome.Poll.ErrorReason)))
        {
            var (freshness, reason) = alike.Key;
            var names = alike.Select(outcome => outcome.Bill.ResourceName).ToList();
            await db.Bills.Where(bill => names.Contains(bill.Name) && bill.Record != null)
                .ExecuteUpdateAsync(set => set.SetProperty(bill => bill.Freshness, freshness).SetProperty(bill => bill.FreshnessReason, reason), cancellationToken);
        }

        foreach (var alike in outcomes.Where(outcome => outcome.Freshness == Freshness.Current).GroupBy(outcome => outcome.Poll.EndTime).OrderBy(group => group.Key))
        {
            var names = alike.Select(outcome => outcome.Bill.ResourceName).ToList();
            await db.Bills.Where(bill => names.Contains(bill.Name) && bill.Record != null)
                .ExecuteUpdateAsync(set => set.SetProperty(bill => bill.LastConfirmed, alike.Key), cancellationToken);
        }
    }
}
