using System.Collections.Immutable;
using System.IO.Compression;
using LegTracker.Legislature;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>What can be written to the record, one transaction after another.</summary>
internal sealed class RecordWrites(RecordContextFactory contexts, LegislativeClock clock) : IDisposable
{
    private const int QuarantineKept = 100;
    private const int PollsKept = 20_000;

    private readonly SemaphoreSlim writer = new(1, 1);

    public Task<long?> TrackAsync(BillId bill, ListedFacts? listed, HumanFields human, string actor, CancellationToken cancellationToken) => WriteAsync<long?>(async context =>
    {
        var row = await context.Bills.FindAsync([bill.LeginfoId], cancellationToken);
        if (row is { Tracked: true })
        {
            return null;
        }

        if (row is null)
        {
            row = new BillRow { Id = bill.LeginfoId, Listed = RowMapping.Listed(listed), Position = human.Position, Priority = human.Priority, Labels = RowMapping.List(human.Labels) };
            context.Bills.Add(row);
        }

        // While it was off the list its sources went on: nothing may be skipped at the next poll.
        await context.Readings.Where(reading => reading.BillId == bill.LeginfoId).ExecuteDeleteAsync(cancellationToken);
        row.Tracked = true;
        return await AppendAsync(context, row, [new Difference(ChangeKind.Tracked, null, null, null, null, $"{bill.Measure} of {bill.Session.Display} was put on the watch list.")], null, actor, cancellationToken);
    }, cancellationToken);

    public Task<long?> UntrackAsync(BillId bill, string actor, CancellationToken cancellationToken) => WriteAsync<long?>(async context =>
    {
        if (await context.Bills.FindAsync([bill.LeginfoId], cancellationToken) is not { Tracked: true } row)
        {
            return null;
        }

        row.Tracked = false;
        return await AppendAsync(context, row, [new Difference(ChangeKind.Untracked, null, null, null, null, $"{bill.Measure} of {bill.Session.Display} was taken off the watch list.")], null, actor, cancellationToken);
    }, cancellationToken);

    public Task<long?> RecordReadingAsync(
        TrackedBill before,
        BillRecord record,
        ImmutableArray<RecordedAction> actions,
        ImmutableArray<Difference> differences,
        Provenance provenance,
        PollEntry poll,
        CancellationToken cancellationToken) => WriteAsync(async context =>
    {
        var row = await context.Bills.FindAsync([record.Id.LeginfoId], cancellationToken);
        if (row is null || row.Revision != before.Revision)
        {
            throw new InvalidOperationException($"{record.Id} changed between comparing and recording: compared at {before.Revision}, stored {row?.Revision}");
        }

        var evidence = new EvidenceRows(context);
        var read = await evidence.FindOrAddAsync(provenance, cancellationToken);
        await ReadingRows.ReplaceAsync(context, row, record, actions, evidence, cancellationToken);
        row.ProvenanceId = read.Id;
        Confirm(row, poll);
        await RememberAsync(context, provenance.Source, row.Id, provenance.ContentSha256, cancellationToken);
        context.Polls.Add(RowMapping.To(poll));
        return differences.IsEmpty ? (long?)null : await AppendAsync(context, row, differences, read.Id, provenance.Source, cancellationToken);
    }, cancellationToken);

    public Task RecordConfirmationAsync(BillId bill, PollEntry poll, CancellationToken cancellationToken) => WriteAsync<long?>(async context =>
    {
        if (await context.Bills.FindAsync([bill.LeginfoId], cancellationToken) is { IsRead: true } row)
        {
            Confirm(row, poll);
        }

        context.Polls.Add(RowMapping.To(poll));
        return null;
    }, cancellationToken);

    public Task RecordFailureAsync(BillId bill, Freshness freshness, PollEntry poll, CancellationToken cancellationToken) => WriteAsync<long?>(async context =>
    {
        if (await context.Bills.FindAsync([bill.LeginfoId], cancellationToken) is { IsRead: true } row)
        {
            row.Freshness = (int)freshness;
            row.FreshnessReason = $"{poll.ErrorReason}: {poll.ErrorDetail}";
        }

        context.Polls.Add(RowMapping.To(poll));
        return null;
    }, cancellationToken);

    public Task KeepQuarantinedAsync(BillId? bill, string url, string reason, byte[] body, PollEntry poll, CancellationToken cancellationToken) => WriteAsync<long?>(async context =>
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(body, cancellationToken);
        }

        context.Quarantine.Add(new QuarantineRow { Source = poll.Source, BillId = bill?.LeginfoId, Url = url, Reason = reason, Poll = poll.Name, Ticks = clock.Now.UtcTicks, Body = packed.ToArray() });
        await context.SaveChangesAsync(cancellationToken);
        var old = await context.Quarantine.Where(row => row.Source == poll.Source).OrderByDescending(row => row.Id).Skip(QuarantineKept).Select(row => row.Id).ToListAsync(cancellationToken);
        await context.Quarantine.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        return null;
    }, cancellationToken);

    public Task SaveValidatorsAsync(string source, ImmutableDictionary<string, string> validators, CancellationToken cancellationToken) => WriteAsync<long?>(async context =>
    {
        await context.Validators.Where(row => row.Source == source).ExecuteDeleteAsync(cancellationToken);
        context.Validators.AddRange(validators.Select(pair => new ValidatorRow { Source = source, Key = pair.Key, Value = pair.Value }));
        return null;
    }, cancellationToken);

    public Task SaveSourceAsync(SourceHealth health, PollEntry? poll, CancellationToken cancellationToken) => WriteAsync<long?>(async context =>
    {
        var row = await context.Sources.FindAsync([health.Name], cancellationToken);
        if (row is null)
        {
            row = new SourceRow { Name = health.Name, Host = health.Host };
            context.Sources.Add(row);
        }

        (row.Host, row.State, row.StateReason, row.ConsecutiveFailures) = (health.Host, (int)health.State, health.StateReason, health.ConsecutiveFailures);
        (row.LastSuccessTicks, row.LastAttemptTicks) = (health.LastSuccess?.UtcTicks, health.LastAttempt?.UtcTicks);
        (row.NextAttemptTicks, row.RetryAfterTicks) = (health.NextAttempt?.UtcTicks, health.RetryAfter?.UtcTicks);
        if (poll is not null)
        {
            context.Polls.Add(RowMapping.To(poll));
            var newest = await context.Polls.MaxAsync(kept => (long?)kept.Id, cancellationToken) ?? 0;
            await context.Polls.Where(kept => kept.Id < newest - PollsKept).ExecuteDeleteAsync(cancellationToken);
        }

        return null;
    }, cancellationToken);

    public void Dispose() => writer.Dispose();

    private static void Confirm(BillRow row, PollEntry poll)
    {
        row.Freshness = (int)Freshness.Current;
        row.FreshnessReason = null;
        row.LastConfirmedTicks = poll.EndTime.UtcTicks;
    }

    private static async Task RememberAsync(RecordContext context, string source, string bill, string hash, CancellationToken cancellationToken)
    {
        if (await context.Readings.FindAsync([source, bill], cancellationToken) is { } reading)
        {
            reading.ContentSha256 = hash;
        }
        else
        {
            context.Readings.Add(new ReadingRow { Source = source, BillId = bill, ContentSha256 = hash });
        }
    }

    // The next revision, taken inside the transaction that holds its changes.
    private async Task<long> AppendAsync(RecordContext context, BillRow row, IReadOnlyList<Difference> differences, long? provenance, string actor, CancellationToken cancellationToken)
    {
        var revision = (await context.Changes.MaxAsync(change => (long?)change.Revision, cancellationToken) ?? 0) + 1;
        row.Revision = revision;
        context.Changes.AddRange(differences.Select((difference, index) => new ChangeRow
        {
            Revision = revision,
            Index = index,
            BillId = row.Id,
            Kind = (int)difference.Kind,
            Field = difference.Field,
            OldValue = difference.OldValue,
            NewValue = difference.NewValue,
            EventDate = difference.EventDate is { } day ? RowMapping.Day(day) : null,
            Summary = difference.Summary,
            RecordTicks = clock.Now.UtcTicks,
            Actor = actor,
            ProvenanceId = provenance,
        }));
        return revision;
    }

    private async Task<T> WriteAsync<T>(Func<RecordContext, Task<T>> write, CancellationToken cancellationToken)
    {
        await writer.WaitAsync(cancellationToken);
        try
        {
            await using var context = contexts.Create();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var result = await write(context);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            writer.Release();
        }
    }
}
