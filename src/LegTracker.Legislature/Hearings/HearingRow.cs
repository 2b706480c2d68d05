using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>A row of COMMITTEE_HEARING_TBL for one bill, as it was recorded.</summary>
/// <param name="Committee">The committee's location code: <c>CX18</c>.</param>
/// <param name="Time">Verbatim; null from the bulk table, which has days only.</param>
/// <param name="Place">Verbatim; null from the bulk table, whose location is the committee's.</param>
/// <param name="Read">The reading that first had the row.</param>
/// <param name="GoneOn">The day whose whole session file did not have it any more; null while it stands.</param>
public sealed record HearingRow(DateOnly Date, string Committee, string? Time, string? Place, Provenance Read, DateOnly? GoneOn);

/// <summary>What a poll read of one bill's hearings.</summary>
/// <param name="Rows">Without repeats; none when the table has none of this bill.</param>
/// <param name="IsWhole">True when it comes from a whole session file whose table has rows of other bills: only then does a row that is missing say anything.</param>
public sealed record HearingReading(BillId Bill, ImmutableArray<HearingRow> Rows, bool IsWhole, Provenance Provenance);
