using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>A claim on bills that a source is to be asked for.</summary>
/// <param name="Owner">Who claims: another name for each planner, anywhere.</param>
/// <param name="Now">By the record's clock.</param>
/// <param name="RealNow">By the real clock, which leases go by.</param>
/// <param name="LeaseUntil">By the real clock.</param>
internal sealed record DueClaim(string Source, string Owner, DateTimeOffset Now, DateTimeOffset RealNow, DateTimeOffset LeaseUntil);

/// <summary>Due times of bills, source by source, each claimed before its poll so that no two planners poll it for one due time.</summary>
/// <remarks>A poll's own transaction advances the due time and gives the bill free; the lease of a killed server runs out.</remarks>
internal sealed class DueTimes(StoreTransactions transactions)
{
    /// <summary>When one bill is due, those due this soon after are taken with it, so that a sweep stays one sweep. 10 min.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromMinutes(10);

    /// <summary>Why a bill without a due time is due.</summary>
    public const string NeverAsked = "this source was never asked for it";

    /// <summary>Whether any tracked bill is due and free. One indexed query: asked at every tick.</summary>
    public Task<bool> AnyAsync(string source, DateTimeOffset now, DateTimeOffset realNow, CancellationToken cancellationToken) => transactions.ReadAsync(
        db => db.Bills.AnyAsync(
            bill => bill.Tracked
                && !db.Dues.Any(due => due.Source == source && due.BillId == bill.Id && (due.Next > now || due.LeaseUntil > realNow)),
            cancellationToken),
        cancellationToken);

    /// <summary>Claims the bills that are due and free, the longest overdue first; empty when none is due.</summary>
    public Task<ImmutableArray<BillId>> ClaimDueAsync(DueClaim claim, CancellationToken cancellationToken) => transactions.WriteAsync(
        async db =>
        {
            var free = (await TrackedAsync(db, claim, null, cancellationToken)).Where(bill => !(bill.Due.LeaseUntil > claim.RealNow)).ToList();
            return free.Exists(bill => bill.Due.Next <= claim.Now)
                ? Take(claim, free.Where(bill => bill.Due.Next <= claim.Now + Together))
                : [];
        },
        cancellationToken);

    /// <summary>Claims bills because a person asks for them: due or not, and whoever had claimed them.</summary>
    /// <param name="only">One bill; null for the whole watch list.</param>
    public Task<ImmutableArray<BillId>> ClaimAsync(DueClaim claim, BillId? only, CancellationToken cancellationToken) => transactions.WriteAsync(
        async db => Take(claim, await TrackedAsync(db, claim, only, cancellationToken)),
        cancellationToken);

    /// <summary>Keeps what an owner still has to poll.</summary>
    public Task RenewAsync(DueClaim claim, CancellationToken cancellationToken) => transactions.WriteAsync(
        db => db.Dues.Where(due => due.Source == claim.Source && due.LeaseOwner == claim.Owner)
            .ExecuteUpdateAsync(set => set.SetProperty(due => due.LeaseUntil, claim.LeaseUntil), cancellationToken),
        cancellationToken);

    /// <summary>Gives free what an owner did not poll: it stays due.</summary>
    public Task ReleaseAsync(string source, string owner, CancellationToken cancellationToken) => transactions.WriteAsync(
        db => db.Dues.Where(due => due.Source == source && due.LeaseOwner == owner)
            .ExecuteUpdateAsync(set => set.SetProperty(due => due.LeaseOwner, (string?)null).SetProperty(due => due.LeaseUntil, (DateTimeOffset?)null), cancellationToken),
        cancellationToken);

    /// <summary>Advances a bill's due time by its poll, in the poll's transaction. A change learnt from one source moves the bill's due times at every source.</summary>
    public static async Task AdvanceAsync(RecordContext db, PollEntry poll, CancellationToken cancellationToken)
    {
        if (poll is not { Due: { } plan, Bill: { } bill })
        {
            return;
        }

        var name = bill.ResourceName;
        var (time, reason) = poll.Outcome is PollOutcome.FetchFailed or PollOutcome.Quarantined ? plan.Retry : plan.Next;
        var rows = db.Dues.Where(due => db.Bills.Any(row => row.Id == due.BillId && row.Name == name));
        await rows.Where(due => due.Source == poll.Source).ExecuteUpdateAsync(
            set => set.SetProperty(due => due.Next, time).SetProperty(due => due.Reason, reason)
                .SetProperty(due => due.LeaseOwner, (string?)null).SetProperty(due => due.LeaseUntil, (DateTimeOffset?)null),
            cancellationToken);
        if (poll.Outcome == PollOutcome.Changed)
        {
            await rows.Where(due => due.Source != poll.Source).ExecuteUpdateAsync(
                set => set.SetProperty(due => due.Next, time).SetProperty(due => due.Reason, reason), cancellationToken);
        }
    }

    /// <summary>The first due time of a tracked bill at a source; null when the source has none.</summary>
    public static Task<BillDue?> FirstAsync(RecordContext db, string source, CancellationToken cancellationToken) => db.Dues
        .Where(due => due.Source == source && db.Bills.Any(bill => bill.Tracked && bill.Id == due.BillId))
        .OrderBy(due => due.Next)
        .Select(due => new BillDue(due.Next, due.Reason))
        .FirstOrDefaultAsync(cancellationToken);

    private static async Task<List<TrackedDue>> TrackedAsync(RecordContext db, DueClaim claim, BillId? only, CancellationToken cancellationToken)
    {
        var tracked = db.Bills.Where(bill => bill.Tracked);
        if (only?.ResourceName is { } name)
        {
            tracked = tracked.Where(bill => bill.Name == name);
        }

        var bills = await tracked.Select(bill => new { bill.Id, bill.Name }).ToListAsync(cancellationToken);
        var dues = await db.Dues.Where(due => due.Source == claim.Source).ToDictionaryAsync(due => due.BillId, cancellationToken);
        return [.. bills.Select(bill => new TrackedDue(
            BillId.FromResourceName(bill.Name),
            dues.GetValueOrDefault(bill.Id)
                ?? db.Dues.Add(new DueRow { Source = claim.Source, BillId = bill.Id, Next = claim.Now, Reason = NeverAsked }).Entity))];
    }

    private static ImmutableArray<BillId> Take(DueClaim claim, IEnumerable<TrackedDue> bills)
    {
        var taken = bills.OrderBy(bill => bill.Due.Next).ThenByDescending(bill => bill.Id.Session).ThenBy(bill => bill.Id).ToImmutableArray();
        foreach (var bill in taken)
        {
            (bill.Due.LeaseOwner, bill.Due.LeaseUntil) = (claim.Owner, claim.LeaseUntil);
        }

        return [.. taken.Select(bill => bill.Id)];
    }

    private sealed record TrackedDue(BillId Id, DueRow Due);
}
