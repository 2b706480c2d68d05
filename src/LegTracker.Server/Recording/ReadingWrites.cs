using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>What a believed reading of a bill leaves behind: its record, its actions and its changes.</summary>
internal static class ReadingWrites
{
    /// <exception cref="InvalidOperationException">The bill is not as it was compared.</exception>
    public static async Task<long?> RecordAsync(
        RecordContext db, TrackedBill before, BillRecord record, ImmutableArray<RecordedAction> actions, ImmutableArray<Difference> differences,
        Provenance provenance, ReadOnlyMemory<byte> evidence, PollEntry poll, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bill = await AsComparedAsync(db, before, cancellationToken);
        var readings = await ReadingsAsync(db, bill.Id, [.. actions.Select(action => action.Provenance), provenance], cancellationToken);
        var reading = readings[provenance];
        Keep(bill, record, reading);
        await KeepActionsAsync(db, bill.Id, record.Id, actions, readings, cancellationToken);
        await SourceLedger.KeepHashAsync(db, bill.Id, provenance, cancellationToken);
        await EvidenceShelf.KeepAsync(db, provenance, evidence, cancellationToken);
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

    /// <summary>The row of a bill that was compared. What people edited meanwhile is nothing that is compared.</summary>
    /// <exception cref="InvalidOperationException">The bill is not as it was compared.</exception>
    public static async Task<BillRow> AsComparedAsync(RecordContext db, TrackedBill before, CancellationToken cancellationToken)
    {
        var bill = await BillShelf.FindRowAsync(db, before.Id, cancellationToken);
        var isAsCompared = bill is { Tracked: true } && (bill.Revision == before.Revision || !await db.Changes.AnyAsync(
            change => change.BillId == bill.Id && change.Revision > before.Revision && change.Kind != ChangeKind.Edited, cancellationToken));
        return isAsCompared ? bill! : throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"{before.Id} was compared as of revision {before.Revision}, but the store has {(bill is { Tracked: true } ? $"revision {bill.Revision}" : "it off the watch list")}"));
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
        row.Text = StoredJson.Of(record.Text);
        row.Analyses = StoredJson.Of(record.Analyses);
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

    /// <summary>Row ids of readings, made where they are not there yet.</summary>
    public static async Task<Dictionary<Provenance, long>> ReadingsAsync(
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

    // Readings that brought nothing new are not kept, nor their evidence: only the last one, and those that an action or a change points to.
    private static async Task DropUnusedReadingsAsync(RecordContext db, int bill, long current, CancellationToken cancellationToken)
    {
        var unused = db.Readings.Where(row => row.BillId == bill && row.Id != current
            && !db.Actions.Any(action => action.ReadingId == row.Id)
            && !db.Changes.Any(change => change.ReadingId == row.Id));
        var texts = await unused.Select(row => row.ContentSha256).Distinct().ToListAsync(cancellationToken);
        await unused.ExecuteDeleteAsync(cancellationToken);
        await EvidenceShelf.DropUncitedAsync(db, texts, cancellationToken);
    }
}
