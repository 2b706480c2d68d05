using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>How a poll of a bill or a source ended; the API's PollOutcome by the same names.</summary>
internal enum PollOutcome
{
    Unchanged,
    NotModified,
    Changed,
    FetchFailed,
    Quarantined,
    Skipped,
}

/// <summary>One poll of one bill, or of a source as a whole (<see cref="Bill"/> null).</summary>
/// <param name="Name"><c>polls/…</c>; names sort by start time, and no two entries share one.</param>
/// <param name="Source"><c>bulk</c> or <c>pages</c>.</param>
/// <param name="HttpStatus">Of the last answer, when there was one.</param>
/// <param name="ErrorReason">Upper snake case, when it did not go well.</param>
internal sealed record PollEntry(
    string Name,
    string Source,
    BillId? Bill,
    PollOutcome Outcome,
    DateTimeOffset StartTime,
    DateTimeOffset EndTime,
    int? HttpStatus,
    long BodyBytes,
    int ChangeCount,
    string? ErrorReason,
    string? ErrorDetail)
{
    /// <summary>What the entry makes of its bill's due time; null leaves it alone. Not kept with the entry.</summary>
    public DuePlan? Due { get; init; }

    /// <summary>The entry of one bill in this poll, with a name of its own: names page and cite polls.</summary>
    public PollEntry Of(BillId bill) => this with { Bill = bill, Name = $"{Name}-{bill.LeginfoId}" };
}
