using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>What a poll of a bill leaves behind: a reading with its actions and changes, a confirmation, or a failure that leaves the last good state.</summary>
internal static class ReadingWrites
{
    /// <exception cref="InvalidOperationException">The bill is not as it was compared.</exception>
    public static async Task<long?> RecordAsync(
        RecordContext db, TrackedBill before, BillRecord record, ImmutableArray<RecordedAction> actions, ImmutableArray<Difference> differences,
        Provenance provenance, PollEntry poll, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bill = await BillShelf.FindRowAsync(db, before.Id, cancellationToken);
        if (bill is not { Tracked: true } || bill.Revision != before.Revision)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{before.Id} was compared as of revision {before.Revision}, but the store has {(bill is { Tracked: true } ? $"revision {bill.Revision}" : "it off the watch list")}"));
        }

        var readings = await ReadingsAsync(db, bill.Id, [.. actions.Select(action => action.Provenance), provenance], cancellationToken);
        var reading = readings[provenance];
        Keep(bill, record, reading);
        await KeepActionsAsync(db, bill.Id, record.Id, actions, readings, cancellationToken);
        await SourceLedger.KeepHashAsync(db, bill.Id, provenance, cancellationToken);
        (bill.Freshness, bill.FreshnessReason, bill.LastConfirmed) = (Freshness.Current, null, poll.EndTime);
        PollLog.Add(db, poll);
        await DueTimes.AdvanceAsync(db, poll, cancellationToken);
        long? revision = differences.IsEmpty
            ? null
            : await ChangeLog.AppendAsync(db, bill, differences, reading, provenance.Source, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await DropUnusedReadingsAsync(db, bill.Id, reading, cancellationToken);
        return revision;
    }

    public static async Task ConfirmAsync(RecordContext db, BillId id, PollEntry poll, CancellationToken cancellationToken)
    {
        PollLog.Add(db, poll);
        await DueTimes.AdvanceAsync(db, poll, cancellationToken);
        if (await BillShelf.FindRowAsync(db, id, cancellationToken) is { Record: not null } bill)
        {
            (bill.Freshness, bill.FreshnessReason, bill.LastConfirmed) = (Freshness.Current, null, poll.EndTime);
        }
    }

    public static async Task FailAsync(RecordContext db, BillId id, Freshness freshness, PollEntry poll, CancellationToken cancellationToken)
    {
        PollLog.Add(db, poll);
        await DueTimes.AdvanceAsync(db, poll, cancellationToken);
        if (await BillShelf.FindRowAsync(db, id, cancellationToken) is { Record: not null } bill)
        {
            (bill.Freshness, bill.FreshnessReason) = (freshness, poll.ErrorDetail ?? poll.ErrorReason);
        }
    }

    private static void Keep(BillRow bill, BillRecord record, long reading)
    {
        var row = bill.Record ??= new BillRecordRow { Topic = "", LeadAuthors = "", Coauthors = "", Versions = "" };
        row.Topic = record.Topic;
        row.Title = record.Title;
        row.LeadAuthors = StoredJson.Of(record.LeadAuthors);
        row.Coauthors = StoredJson.Of(record.Coauthors);
        row.Versions = StoredJson.Of(record.Versions);
        row.StatusText = record.StatusText;
        row.HouseLocation = record.HouseLocation;
        row.ReadingId = reading;
    }

    private static async Task KeepActionsAsync(
        RecordContext db, int bill, BillId id, ImmutableArray<RecordedAction> actions, Dictionary<Provenance, long> readings, CancellationToken cancellationToken)
    {
        var rows = await db.Actions.Where(row => row.BillId == bill).OrderBy(row => row.Position).ToListAsync(cancellationToken);
        for (var position = 0; position < actions.Length; position++)
        {
            var action = actions[position];
            var row = position < rows.Count ? rows[position] : db.Actions.Add(new ActionRow { BillId = bill, Position = position, Text = "" }).Entity;
            row.Date = action.Line.Date;
            row.Text = action.Line.Text;
            row.Occurrence = action.Occurrence;
            row.Observed = action.ObservedTime;
            row.PostedLate = action.PostedLate;
            row.IsUnknown = ActionReader.Read(id, action.Line).Kinds is [ActionKind.Unknown];
            row.ReadingId = readings[action.Provenance];
        }

        db.Actions.RemoveRange(rows.Skip(actions.Length));
    }

    private static async Task<Dictionary<Provenance, long>> ReadingsAsync(
        RecordContext db, int bill, ImmutableArray<Provenance> wanted, CancellationToken cancellationToken)
    {
        var rows = await db.Readings.Where(row => row.BillId == bill).ToListAsync(cancellationToken);
        var known = rows.Select(BillShelf.Provenance).ToHashSet();
        foreach (var provenance in wanted.Where(known.Add))
        {
            var row = new ReadingRow
            {
                BillId = bill,
                Source = provenance.Source,
                Url = provenance.Url,
                FetchTime = provenance.FetchTime,
                ContentSha256 = provenance.ContentSha256,
                Poll = provenance.Poll,
                Parser = provenance.Parser,
            };
            db.Readings.Add(row);
            rows.Add(row);
        }

        await db.SaveChangesAsync(cancellationToken);
        var ids = new Dictionary<Provenance, long>();
        foreach (var row in rows)
        {
            ids[BillShelf.Provenance(row)] = row.Id;
        }

        return ids;
    }

    // Readings that brought nothing new are not kept: only the last one, and those that an action or a change points to.
    private static Task<int> DropUnusedReadingsAsync(RecordContext db, int bill, long current, CancellationToken cancellationToken) => db.Readings
        .Where(row => row.BillId == bill && row.Id != current
            && !db.Actions.Any(action => action.ReadingId == row.Id)
            && !db.Changes.Any(change => change.ReadingId == row.Id))
        .ExecuteDeleteAsync(cancellationToken);
}
