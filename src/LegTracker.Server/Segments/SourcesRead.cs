using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>How far a segment can be believed: when a source last confirmed anything of the watch list, and whether it still did at the newest reading.</summary>
/// <param name="LastTime">The last good reading; null while no source has confirmed any bill.</param>
/// <param name="OldestTime">Each confirmed bill was last confirmed then or later; null while there is none.</param>
/// <param name="IsBehind">True when bills are confirmed, but none by its newest reading.</param>
internal sealed record SourcesRead(DateTimeOffset? LastTime, DateTimeOffset? OldestTime, bool IsBehind)
{
    public static SourcesRead Of(ImmutableArray<SelectedBill> confirmed) => new(
        confirmed.SelectMany(Times).Cast<DateTimeOffset?>().Max(),
        confirmed.Select(bill => bill.LastConfirmed).Cast<DateTimeOffset?>().Min(),
        !confirmed.IsEmpty && confirmed.All(bill => bill.Bill.Freshness is not Freshness.Current));

    private static IEnumerable<DateTimeOffset> Times(SelectedBill bill) =>
    [
        bill.LastConfirmed,
        .. bill.Bill.Actions.Select(action => action.Provenance.FetchTime),
        .. (bill.Bill.HearingRows ?? []).Select(row => row.Read.FetchTime),
    ];
}
