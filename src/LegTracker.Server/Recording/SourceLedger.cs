using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>What is kept of each source between polls: its health, its validators and the hash of each bill's last reading.</summary>
internal static class SourceLedger
{
    /// <summary>Health as saved; bodies in quarantine and lines that were not recognized are counted as they are now.</summary>
    public static async Task<ImmutableArray<SourceHealth>> ListAsync(RecordContext db, CancellationToken cancellationToken)
    {
        var kept = await db.Quarantined.GroupBy(row => row.Source).ToDictionaryAsync(rows => rows.Key, rows => rows.Count(), cancellationToken);
        var unknown = await db.Actions
            .Where(action => action.IsUnknown && db.Bills.Any(bill => bill.Tracked && bill.Id == action.BillId))
            .Join(db.Readings, action => action.ReadingId, reading => reading.Id, (_, reading) => reading.Source)
            .GroupBy(source => source)
            .ToDictionaryAsync(lines => lines.Key, lines => lines.Count(), cancellationToken);
        var drifts = (await db.Doubts
            .Where(doubt => !doubt.Accepted && doubt.Kind != DoubtKind.Shrank && db.Bills.Any(bill => bill.Tracked && bill.Id == doubt.BillId))
            .Select(doubt => new { doubt.Source, doubt.FirstSeen })
            .ToListAsync(cancellationToken))
            .ToLookup(doubt => doubt.Source, doubt => doubt.FirstSeen);
        var sources = await db.Sources.OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var listed = ImmutableArray.CreateBuilder<SourceHealth>();
        foreach (var row in sources)
        {
            var due = await DueTimes.FirstAsync(db, row.Name, cancellationToken);
            var waits = due is null || row.NextAttempt > due.Time;
            listed.Add(new SourceHealth(
                row.Name, row.Host, row.State, row.StateReason, row.LastSuccess, row.LastAttempt, waits ? row.NextAttempt : due!.Time, row.RetryAfter,
                row.ConsecutiveFailures, kept.GetValueOrDefault(row.Name), unknown.GetValueOrDefault(row.Name))
            {
                NextReason = waits ? null : due!.Reason,
                CircuitOpenUntil = row.CircuitOpenUntil,
                CircuitOpenings = row.CircuitOpenings,
                PausedReason = row.PausedReason,
                DriftedSince = drifts.Contains(row.Name) ? drifts[row.Name].Min() : null,
            });
        }

        return listed.ToImmutable();
    }

    /// <summary>The saved next attempt alone: what the planner asks at every tick.</summary>
    public static Task<DateTimeOffset?> NextAttemptAsync(RecordContext db, string source, CancellationToken cancellationToken) =>
        db.Sources.Where(row => row.Name == source).Select(row => row.NextAttempt).SingleOrDefaultAsync(cancellationToken);

    /// <param name="reason">Why a person pauses it; null to resume.</param>
    public static async Task PauseAsync(RecordContext db, string source, string host, string? reason, CancellationToken cancellationToken)
    {
        var row = await FindAsync(db, source, host, cancellationToken);
        row.PausedReason = reason;
    }

    public static async Task SaveAsync(RecordContext db, SourceHealth health, CancellationToken cancellationToken)
    {
        var row = await FindAsync(db, health.Name, health.Host, cancellationToken);
        row.Host = health.Host;
        row.State = health.State;
        row.StateReason = health.StateReason;
        row.LastSuccess = health.LastSuccess;
        row.LastAttempt = health.LastAttempt;
        row.NextAttempt = health.NextAttempt;
        row.RetryAfter = health.RetryAfter;
        row.ConsecutiveFailures = health.ConsecutiveFailures;
        row.CircuitOpenUntil = health.CircuitOpenUntil;
        row.CircuitOpenings = health.CircuitOpenings;
    }

    public static async Task<ImmutableDictionary<string, string>> ValidatorsAsync(RecordContext db, string source, CancellationToken cancellationToken) =>
        (await db.Validators.Where(row => row.Source == source).ToListAsync(cancellationToken)).ToImmutableDictionary(row => row.Key, row => row.Value);

    public static async Task SaveValidatorsAsync(RecordContext db, string source, ImmutableDictionary<string, string> validators, CancellationToken cancellationToken)
    {
        await db.Validators.Where(row => row.Source == source).ExecuteDeleteAsync(cancellationToken);
        db.Validators.AddRange(validators.Select(pair => new ValidatorRow { Source = source, Key = pair.Key, Value = pair.Value }));
    }

    public static async Task<ImmutableDictionary<BillId, string>> HashesAsync(RecordContext db, string source, CancellationToken cancellationToken)
    {
        var hashes = await db.ContentHashes.Where(row => row.Source == source)
            .Join(db.Bills, row => row.BillId, bill => bill.Id, (row, bill) => new { bill.Name, row.Sha256 })
            .ToListAsync(cancellationToken);
        return hashes.ToImmutableDictionary(row => BillId.FromResourceName(row.Name), row => row.Sha256);
    }

    public static async Task KeepHashAsync(RecordContext db, int bill, Provenance provenance, CancellationToken cancellationToken)
    {
        var row = await db.ContentHashes.SingleOrDefaultAsync(hash => hash.Source == provenance.Source && hash.BillId == bill, cancellationToken)
            ?? db.ContentHashes.Add(new ContentHashRow { Source = provenance.Source, BillId = bill, Sha256 = "" }).Entity;
        row.Sha256 = provenance.ContentSha256;
    }

    private static async Task<SourceRow> FindAsync(RecordContext db, string source, string host, CancellationToken cancellationToken) =>
        await db.Sources.SingleOrDefaultAsync(row => row.Name == source, cancellationToken)
        ?? db.Sources.Add(new SourceRow { Name = source, Host = host }).Entity;
}
