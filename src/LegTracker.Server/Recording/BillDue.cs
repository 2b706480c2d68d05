namespace LegTracker.Server.Recording;

/// <summary>When a bill is to be asked for again, by the record's clock, and why then.</summary>
/// <param name="Reason">Words that stand after "because": no capital, no full stop.</param>
internal sealed record BillDue(DateTimeOffset Time, string Reason);

/// <summary>What a poll of a bill makes of its due time, advanced in the transaction that records the poll.</summary>
/// <param name="Next">After a believed answer.</param>
/// <param name="Retry">After none, or one that was not believed.</param>
internal sealed record DuePlan(BillDue Next, BillDue Retry);
