using LegTracker.Legislature;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>What all streams of changes read from.</summary>
/// <param name="Time">The real clock: heartbeats and the streams' age.</param>
/// <param name="Clock">The record's clock: what the messages show.</param>
internal sealed record WatchRecord(
    RecordStore Store, RecentChanges Recent, StoreHead Head, RevisionSignal Signal, SourceAges Ages, BillMapping Mapping, FittingBills Fitting, LegislativeClock Clock, TimeProvider Time);
