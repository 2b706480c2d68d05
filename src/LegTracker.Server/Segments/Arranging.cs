using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>What people decided about the bills of a segment, laid over what the rules select: order, minutes, notes, what is left out.</summary>
/// <remarks>docs/decisions/0018-arrangement.md.</remarks>
internal static class Arranging
{
    public static bool IsLeftOut(SegmentRequest request, BillId bill) => request.ChoiceOf(bill)?.LeftOutReason is not null;

    /// <summary>A section's bills: those with a place stand there, the others keep their order around them. A place beyond the end is the end.</summary>
    public static IEnumerable<SelectedBill> InOrder(SegmentRequest request, IEnumerable<SelectedBill> byRule)
    {
        int? PlaceOf(SelectedBill bill) => request.ChoiceOf(bill.Progress.Id)?.Place;
        var given = byRule.ToList();
        var ordered = given.Where(bill => PlaceOf(bill) is null).ToList();
        foreach (var bill in given.Where(bill => PlaceOf(bill) is not null).OrderBy(PlaceOf).ThenBy(bill => request.ChoiceOf(bill.Progress.Id)!.WriteTime))
        {
            ordered.Insert(Math.Min(PlaceOf(bill)!.Value - 1, ordered.Count), bill);
        }

        return ordered;
    }

    /// <summary>A bill's item with why it is in, its seconds, and what was decided about it.</summary>
    public static SegmentItem Item(SegmentRequest request, SelectedBill bill, SegmentItem item)
    {
        var choice = request.ChoiceOf(bill.Progress.Id);
        return item with
        {
            Pinned = choice?.Pinned is true,
            WhyIn = choice is { Pinned: true } ? $"pinned {By(choice)}" : WhyIn.Of(request, bill),
            Seconds = choice?.Seconds ?? SpeakingTime.Of(item),
            SecondsByHand = choice?.Seconds is not null,
            SpeakerNote = choice?.SpeakerNote ?? "",
        };
    }

    /// <summary>The bills left out, whether or not the rules would have had them in.</summary>
    public static ImmutableArray<SegmentItem> LeftOut(SegmentRequest request, IEnumerable<SegmentBill> bills, ImmutableArray<SelectedBill> confirmed, BillNames names) =>
    [
        .. from bill in bills
           let choice = request.ChoiceOf(bill.Bill.Id)
           where choice?.LeftOutReason is not null
           orderby bill.Bill.Id
           let heading = confirmed.FirstOrDefault(known => known.Progress.Id == bill.Bill.Id) is { } known ? names.Heading(known) : names.Of(bill.Bill.Id)
           select new SegmentItem(bill.Bill.Id, heading, [], [], StageWords.Of(bill.AsOfUntil.Stage))
           {
               LeftOutReason = choice!.LeftOutReason!,
               WhyIn = $"left out {By(choice)}",
               SpeakerNote = choice.SpeakerNote ?? "",
           },
    ];

    /// <summary>A sentence on pinned bills that nobody tracks any more; null when there are none.</summary>
    public static string? Untracked(SegmentRequest request, IEnumerable<SegmentBill> bills)
    {
        var gone = request.Choices.Values.Where(choice => choice.Pinned).Select(choice => choice.Bill).Except(bills.Select(bill => bill.Bill.Id)).Order().ToList();
        return gone.Count == 0 ? null : $"Pinned for this meeting but not tracked any more, so not reported: {string.Join(", ", gone)}.";
    }

    private static string By(ItemChoice choice) => $"by {choice.Author} on {StageWords.Day(CaliforniaTime.DayOf(choice.WriteTime))}";
}
