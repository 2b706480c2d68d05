using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>Writes that a tracked bill's new version left the topics of the version before: one TOPIC_DRIFT a version, with its evidence.</summary>
internal static class DriftWrites
{
    public static async Task<long?> RecordAsync(RecordContext db, BillId id, Difference drift, Provenance provenance, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await BillShelf.FindRowAsync(db, id, cancellationToken) is not { Tracked: true } bill
            || await db.Changes.AnyAsync(change => change.BillId == bill.Id && change.Kind == ChangeKind.TopicDrift && change.NewValue == drift.NewValue, cancellationToken))
        {
            return null;
        }

        var reading = new ReadingRow
        {
            BillId = bill.Id,
            Source = provenance.Source,
            Url = provenance.Url,
            FetchTime = provenance.FetchTime,
            ContentSha256 = provenance.ContentSha256,
            Poll = provenance.Poll,
            Parser = provenance.Parser,
        };
        db.Readings.Add(reading);
        await db.SaveChangesAsync(cancellationToken);
        return await ChangeLog.AppendAsync(db, bill, [drift], reading.Id, "discovery", now, cancellationToken);
    }
}
