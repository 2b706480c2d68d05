using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>What the table of hearings leaves behind: the bill's rows and their changes; never its record, its freshness or its last confirmation.</summary>
internal static class HearingWrites
{
    /// <exception cref="InvalidOperationException">The bill is not as it was compared.</exception>
    public static async Task<long?> RecordAsync(
        RecordContext db, TrackedBill before, ImmutableArray<HearingRow> rows, ImmutableArray<Difference> differences, Provenance provenance,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bill = await ReadingWrites.AsComparedAsync(db, before, cancellationToken);
        bill.Hearings = StoredJson.Of(rows);
        if (differences.IsEmpty)
        {
            return null;
        }

        var readings = await ReadingWrites.ReadingsAsync(db, bill.Id, [provenance], cancellationToken);
        return await ChangeLog.AppendAsync(db, bill, differences, readings[provenance], provenance.Source, now, cancellationToken);
    }
}
