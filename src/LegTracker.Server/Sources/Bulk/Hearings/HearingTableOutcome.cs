using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk.Hearings;

/// <summary>What became of one file's COMMITTEE_HEARING_TBL; never a reason to doubt the file's other tables.</summary>
internal abstract record HearingTableOutcome
{
    private HearingTableOutcome()
    {
    }

    /// <param name="Bills">The wanted bills that have rows.</param>
    /// <param name="RowsOfSessions">Rows of any bill, by the session's years (<c>20252026</c>).</param>
    public sealed record Found(
        ImmutableDictionary<BillId, BillHearings> Bills,
        ImmutableDictionary<string, int> RowsOfSessions) : HearingTableOutcome;

    /// <summary>The file has no such table: the files of sessions before 2003, and a small increment.</summary>
    public sealed record Missing : HearingTableOutcome;

    /// <summary>It is there and could not be read or is not believed; nothing of it is used.</summary>
    /// <param name="Reason"><c>BROKEN_TABLE</c>, <c>TOO_LARGE</c>, or why it could not be fetched.</param>
    public sealed record NotRead(string Reason, string Detail) : HearingTableOutcome;
}

/// <summary>One bill's rows of the table.</summary>
/// <param name="Days">Date and committee code, without repeats, in order.</param>
/// <param name="Count">Rows with their repeats.</param>
internal sealed record BillHearings(ImmutableArray<(DateOnly Date, string Committee)> Days, int Count);
