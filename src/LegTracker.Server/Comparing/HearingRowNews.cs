using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>What a reading of the table of hearings changes for one bill.</summary>
/// <param name="Rows">To record: with the readings that first had them.</param>
/// <param name="IsNew">Whether they differ from what is recorded.</param>
/// <param name="Differences">In the order to log them; empty for the first reading, which is the baseline.</param>
/// <param name="IsLoss">Whether it calls off or moves a hearing: believed when a second look shows the same.</param>
internal sealed record HearingRowNews(ImmutableArray<HearingRow> Rows, bool IsNew, ImmutableArray<Difference> Differences, bool IsLoss)
{
    /// <summary>Rows are the same by date and committee. One that is missing is gone only by a whole reading, and only while its day is to come.</summary>
    public static HearingRowNews Of(TrackedBill before, HearingReading reading)
    {
        var day = CaliforniaTime.DayOf(reading.Provenance.FetchTime);
        var known = before.HearingRows ?? [];
        var read = reading.Rows.ToDictionary(row => (row.Date, row.Committee));
        var laid = new List<HearingRow>();
        foreach (var row in known)
        {
            laid.Add(read.Remove((row.Date, row.Committee), out var again) ? Again(row, again)
                : reading.IsWhole && row.GoneOn is null && row.Date >= day ? row with { GoneOn = day }
                : row);
        }

        var rows = laid.Concat(read.Values).OrderBy(row => row.Date).ThenBy(row => row.Committee, StringComparer.Ordinal).ToImmutableArray();
        var isFirst = before.HearingRows is null;
        if (isFirst || before.Record is not { } record)
        {
            return new HearingRowNews(rows, isFirst || !rows.SequenceEqual(known), [], IsLoss: false);
        }

        var progress = StageReader.Read(before.Id, record.History, day);
        ImmutableArray<Difference> differences = [.. HearingNews.Of(HearingList.Of(progress, known), HearingList.Of(progress, rows), day)];
        return new HearingRowNews(rows, !rows.SequenceEqual(known), differences, differences.Any(one => one.Kind != ChangeKind.HearingSet));
    }

    // A row that was gone and is back is news of its own reading.
    private static HearingRow Again(HearingRow known, HearingRow read) =>
        known.GoneOn is not null ? read
        : known with { Time = read.Time ?? known.Time, Place = read.Place ?? known.Place };
}
