using LegTracker.Legislature;
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

        var readings = await ReadingWrites.ReadingsAsync(db, bill.Id, [provenance], cancellationToken);
        return await ChangeLog.AppendAsync(db, bill, [drift], readings[provenance], "discovery", now, cancellationToken);
    }
}
