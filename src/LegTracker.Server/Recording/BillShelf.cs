using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>Reads bills on the watch list whole, in three queries however many they are.</summary>
internal static class BillShelf
{
    /// <summary>The newest session first, then by type and number.</summary>
    /// <param name="only">One bill, or null for the whole list.</param>
    public static async Task<ImmutableArray<TrackedBill>> ReadAsync(RecordContext db, BillId? only, CancellationToken cancellationToken)
    {
        var tracked = db.Bills.Where(bill => bill.Tracked);
        if (only?.ResourceName is { } name)
        {
            tracked = tracked.Where(bill => bill.Name == name);
        }

        var bills = await tracked.Include(bill => bill.Record).Include(bill => bill.Human).ToListAsync(cancellationToken);
        if (bills.Count == 0)
        {
            return [];
        }

        // Few bills are ever taken off the list: for all of them, reading whole tables is quicker than asking for each row's bill.
        var one = only is null ? null : (int?)bills[0].Id;
        var readings = await db.Readings
            .Where(reading => one == null || reading.BillId == one)
            .ToDictionaryAsync(reading => reading.Id, Provenance, cancellationToken);
        var actions = (await db.Actions
            .Where(action => one == null || action.BillId == one)
            .ToListAsync(cancellationToken))
            .ToLookup(action => action.BillId);
        return [.. bills.Select(bill => Bill(bill, actions[bill.Id], readings)).OrderByDescending(bill => bill.Id.Session).ThenBy(bill => bill.Id)];
    }

    /// <summary>A bill's row to be changed, whether it is on the list or was; null when it never was.</summary>
    public static Task<BillRow?> FindRowAsync(RecordContext db, BillId bill, CancellationToken cancellationToken)
    {
        var name = bill.ResourceName;
        return db.Bills.Include(row => row.Record).Include(row => row.Human).SingleOrDefaultAsync(row => row.Name == name, cancellationToken);
    }

    public static Provenance Provenance(ReadingRow row) => new(row.Source, row.Url, row.FetchTime, row.ContentSha256, row.Poll, row.Parser);

    private static TrackedBill Bill(BillRow row, IEnumerable<ActionRow> rows, Dictionary<long, Provenance> readings)
    {
        var id = BillId.FromResourceName(row.Name);
        var actions = rows.OrderBy(action => action.Position).Select(action => new RecordedAction(
            new HistoryLine(action.Date, action.Text), action.Occurrence, action.Observed, action.PostedLate, readings[action.ReadingId])).ToImmutableArray();
        return new TrackedBill
        {
            Id = id,
            Revision = row.Revision,
            Record = row.Record is { } record ? Record(id, record, actions) : null,
            Actions = actions,
            Listed = StoredJson.Listed(row.Listed),
            HearingRows = StoredJson.Hearings(row.Hearings),
            Human = HumanWrites.Read(row.Human),
            Freshness = row.Freshness,
            FreshnessReason = row.FreshnessReason,
            LastConfirmedTime = row.LastConfirmed,
            Provenance = row.Record is { } read ? readings[read.ReadingId] : null,
        };
    }

    private static BillRecord Record(BillId id, BillRecordRow row, ImmutableArray<RecordedAction> actions) => new()
    {
        Id = id,
        Topic = row.Topic,
        Title = row.Title,
        LeadAuthors = StoredJson.Names(row.LeadAuthors),
        Coauthors = StoredJson.Names(row.Coauthors),
        History = [.. actions.Select(action => action.Line)],
        Versions = StoredJson.Versions(row.Versions),
        StatusText = row.StatusText,
        HouseLocation = row.HouseLocation,
        Text = StoredJson.Text(row.Text),
        Analyses = StoredJson.Analyses(row.Analyses),
    };
}
