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
        return [.. sources.Select(row => new SourceHealth(
            row.Name, row.Host, row.State, row.StateReason, row.LastSuccess, row.LastAttempt, row.NextAttempt, row.RetryAfter,
            row.ConsecutiveFailures, kept.GetValueOrDefault(row.Name), unknown.GetValueOrDefault(row.Name))
        {
            DriftedSince = drifts.Contains(row.Name) ? drifts[row.Name].Min() : null,
        })];
    }

    public static async Task SaveAsync(RecordContext db, SourceHealth health, CancellationToken cancellationToken)
    {
        var row = await db.Sources.SingleOrDefaultAsync(source => source.Name == health.Name, cancellationToken)
            ?? db.Sources.Add(new SourceRow { Name = health.Name, Host = health.Host }).Entity;
        row.Host = health.Host;
        row.State = health.State;
        row.StateReason = health.StateReason;
        row.LastSuccess = health.LastSuccess;
        row.LastAttempt = health.LastAttempt;
        row.NextAttempt = health.NextAttempt;
        row.RetryAfter = health.RetryAfter;
        row.ConsecutiveFailures = health.ConsecutiveFailures;
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
}
