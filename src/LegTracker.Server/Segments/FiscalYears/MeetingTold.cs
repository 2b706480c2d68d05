using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments.FiscalYears;

/// <summary>What a meeting was shown: the newest segment published for it.</summary>
/// <param name="Title">What the meeting is called.</param>
/// <param name="Laws">New laws it was told of, in the segment's order.</param>
/// <param name="Others">Other bills, in that order.</param>
/// <param name="Segment">Resource name of the segment.</param>
internal sealed record MeetingTold(DateOnly Date, string Title, ImmutableArray<BillId> Laws, ImmutableArray<BillId> Others, string Segment, DateTimeOffset Published)
{
    public bool Tells(BillId bill) => Laws.Contains(bill) || Others.Contains(bill);
}
