using System.Collections.Immutable;
using LegTracker.Legislature;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>What can be asked of the record.</summary>
internal sealed class RecordReads(RecordContextFactory contexts)
{
    public async Task<long> HeadRevisionAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context.Changes.MaxAsync(row => (long?)row.Revision, cancellationToken) ?? 0;
    }

    /// <param name="only">This bill alone, or null for the watch list.</param>
    public async Task<ImmutableArray<TrackedBill>> ListBillsAsync(BillId? only, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();

        // One read transaction, so that bill, actions and versions are of one moment.
        await using var moment = await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.Unspecified, cancellationToken);
        var tracked = context.Bills.AsNoTracking().Where(row => row.Tracked);
        var bills = await (only is { } one ? tracked.Where(row => row.Id == one.LeginfoId) : tracked).ToListAsync(cancellationToken);
        var wanted = only is { } id ? id.LeginfoId : null;
        var actions = (await context.Actions.AsNoTracking().Where(row => wanted == null || row.BillId == wanted).ToListAsync(cancellationToken)).ToLookup(row => row.BillId);
        var versions = (await context.Versions.AsNoTracking().Where(row => wanted == null || row.BillId == wanted).ToListAsync(cancellationToken)).ToLookup(row => row.BillId);
        var provenances = await ProvenancesAsync(
            context,
            [.. bills.Select(row => row.ProvenanceId).OfType<long>(), .. bills.SelectMany(row => actions[row.Id]).Select(row => row.ProvenanceId)],
            cancellationToken);
        return [.. bills.Select(row => RowMapping.From(row, actions[row.Id], versions[row.Id], provenances)).OrderByDescending(bill => bill.Id.Session).ThenBy(bill => bill.Id)];
    }

    public async Task<ImmutableArray<Change>> ReadChangesAsync(long afterRevision, int limit, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var last = await context.Changes.Where(row => row.Revision > afterRevision).OrderBy(row => row.Revision).ThenBy(row => row.Index)
            .Take(limit).Select(row => row.Revision).ToListAsync(cancellationToken);
        if (last.Count == 0)
        {
            return [];
        }

        // The last revision of the page whole, whatever its size.
        var end = last[^1];
        return await MapAsync(context, await context.Changes.AsNoTracking().Where(row => row.Revision > afterRevision && row.Revision <= end)
            .OrderBy(row => row.Revision).ThenBy(row => row.Index).ToListAsync(cancellationToken), cancellationToken);
    }

    public async Task<ImmutableArray<Change>> FindChangesAsync(ChangeQuery query, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var rows = context.Changes.AsNoTracking().Where(row => row.Revision > query.AfterRevision || (row.Revision == query.AfterRevision && row.Index > query.AfterIndex));
        if (query.Since is { } since)
        {
            var first = RowMapping.Day(since);
            rows = rows.Where(row => row.EventDate != null && string.Compare(row.EventDate, first) >= 0);
        }

        if (query.Until is { } until)
        {
            var end = RowMapping.Day(until);
            rows = rows.Where(row => row.EventDate != null && string.Compare(row.EventDate, end) <= 0);
        }

        if (!query.Bills.IsDefaultOrEmpty)
        {
            var ids = query.Bills.Select(bill => bill.LeginfoId).ToList();
            rows = rows.Where(row => ids.Contains(row.BillId));
        }

        return await MapAsync(context, await rows.OrderBy(row => row.Revision).ThenBy(row => row.Index).Take(query.Limit).ToListAsync(cancellationToken), cancellationToken);
    }

    public async Task<ImmutableDictionary<BillId, string>> ContentHashesAsync(string source, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return (await context.Readings.AsNoTracking().Where(row => row.Source == source).ToListAsync(cancellationToken))
            .ToImmutableDictionary(row => BillId.FromLeginfoId(row.BillId), row => row.ContentSha256);
    }

    public async Task<ImmutableDictionary<string, string>> ValidatorsAsync(string source, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return (await context.Validators.AsNoTracking().Where(row => row.Source == source).ToListAsync(cancellationToken))
            .ToImmutableDictionary(row => row.Key, row => row.Value);
    }

    public async Task<ImmutableArray<SourceHealth>> ListSourcesAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var sources = await context.Sources.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var quarantined = await context.Quarantine.GroupBy(row => row.Source).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var unknown = await context.Actions.Where(row => row.IsUnknown).Join(context.Provenances, row => row.ProvenanceId, row => row.Id, (action, provenance) => provenance.Source)
            .GroupBy(source => source).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return [.. sources.Select(row => new SourceHealth(
            row.Name,
            row.Host,
            (SourceState)row.State,
            row.StateReason,
            RowMapping.Instant(row.LastSuccessTicks),
            RowMapping.Instant(row.LastAttemptTicks),
            RowMapping.Instant(row.NextAttemptTicks),
            RowMapping.Instant(row.RetryAfterTicks),
            row.ConsecutiveFailures,
            quarantined.GetValueOrDefault(row.Name),
            unknown.GetValueOrDefault(row.Name)))];
    }

    public async Task<ImmutableArray<PollEntry>> ListPollsAsync(string? source, string? beforeName, int limit, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var before = beforeName is null ? long.MaxValue
            : await context.Polls.Where(row => row.Name == beforeName).MinAsync(row => (long?)row.Id, cancellationToken) ?? long.MaxValue;
        return [.. (await context.Polls.AsNoTracking().Where(row => row.Id < before && (source == null || row.Source == source))
            .OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellationToken)).Select(RowMapping.From)];
    }

    private static async Task<ImmutableArray<Change>> MapAsync(RecordContext context, List<ChangeRow> rows, CancellationToken cancellationToken)
    {
        var provenances = await ProvenancesAsync(context, [.. rows.Select(row => row.ProvenanceId).OfType<long>()], cancellationToken);
        return [.. rows.Select(row => RowMapping.From(row, row.ProvenanceId is { } id ? provenances[id] : null))];
    }

    private static async Task<Dictionary<long, Provenance>> ProvenancesAsync(RecordContext context, HashSet<long> ids, CancellationToken cancellationToken)
    {
        var rows = context.Provenances.AsNoTracking();
        return (await (ids.Count <= 500 ? rows.Where(row => ids.Contains(row.Id)) : rows).ToListAsync(cancellationToken))
            .ToDictionary(row => row.Id, row => RowMapping.From(row)!);
    }
}
