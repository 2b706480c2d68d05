using System.Collections.Concurrent;
using LegTracker.Legislature;
using LegTracker.Server.Comparing;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>What became of one bill's reading of hearings.</summary>
/// <param name="Changes">How many changes were recorded.</param>
/// <param name="LookAgain">Whether the same file has to be read once more before it is believed.</param>
/// <param name="Fault">Why it was not recorded, in words; null when all is well.</param>
internal sealed record HearingsRecorded(int Changes, bool LookAgain, string? Fault);

/// <summary>Turns a reading of the table of hearings into recorded rows and a published revision. No fault of it reaches the bill.</summary>
internal sealed class HearingRecorder(RecordStore store, RevisionSignal signal)
{
    private readonly ConcurrentDictionary<BillId, string> shrunk = new();

    /// <summary>Records a reading. What it calls off or moves is believed when a second look shows the same.</summary>
    public async Task<HearingsRecorded> RecordAsync(HearingReading reading, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(reading, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new HearingsRecorded(0, LookAgain: true, $"hearings of {reading.Bill.Measure} not recorded ({fault.GetType().Name}): {fault.Message}");
        }
    }

    private async Task<HearingsRecorded> TakeAsync(HearingReading reading, CancellationToken cancellationToken)
    {
        if (await store.FindBillAsync(reading.Bill, cancellationToken) is not { } before)
        {
            return new HearingsRecorded(0, LookAgain: false, null);
        }

        var news = HearingRowNews.Of(before, reading);
        var hash = reading.Provenance.ContentSha256;
        if (news.IsLoss && (!shrunk.TryGetValue(reading.Bill, out var seen) || seen != hash))
        {
            shrunk[reading.Bill] = hash;
            return new HearingsRecorded(0, LookAgain: true, null);
        }

        shrunk.TryRemove(reading.Bill, out _);
        if (!news.IsNew)
        {
            return new HearingsRecorded(0, LookAgain: false, null);
        }

        if (await store.RecordHearingsAsync(before, news.Rows, news.Differences, reading.Provenance, cancellationToken) is { } revision)
        {
            signal.Publish(revision);
        }

        return new HearingsRecorded(news.Differences.Length, LookAgain: false, null);
    }
}
