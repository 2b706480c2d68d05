using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>Why the rules have a bill in a segment, in a few words: the strongest of its reasons.</summary>
internal static class WhyIn
{
    public static string Of(SegmentRequest request, SelectedBill bill)
    {
        var own = request.Of(bill.Progress.Id);
        var (progress, operative) = (bill.Progress, bill.Operative);
        return bill.IsLaw && own.Covers(progress.EffectiveDate) ? $"took effect on {Day(progress.EffectiveDate)}"
            : bill.IsLaw && own.Covers(operative.Began?.Date) ? $"operative since {Day(operative.Began!.Date)}"
            : bill.BecameTwoYear ? "became a two-year bill"
            : progress.Since is { } since && IsOfStage(bill, since) ? $"stage changed on {Day(since)}"
            : progress.Cause?.Rule is not null && own.Covers(progress.Since) ? $"stage changed on {Day(progress.Since)}, by rule"
            : bill.Changes is [.., var last] ? bill.Changes.Length == 1
                ? $"new line of {Day(last.Line.Date)}"
                : string.Create(CultureInfo.InvariantCulture, $"{bill.Changes.Length} new lines, the last of {Day(last.Line.Date)}")
            : bill.IsNews ? "a hearing or a line was taken back"
            : bill.IsLaw && progress.EffectiveDate > request.Until ? $"takes effect on {Day(progress.EffectiveDate)}"
            : bill.IsLaw && operative.Next is { } next ? $"operative from {Day(next.Date)}"
            : bill.Section is SectionKind.Governor ? "with the Governor"
            : bill.NextHearing is { } hearing ? $"hearing on {Day(hearing.Date)}"
            : "";
    }

    // One of the lines that nobody was told yet brought the bill into its stage.
    private static bool IsOfStage(SelectedBill bill, DateOnly since) =>
        bill.Changes.Any(change => change.Line.Date == since && (bill.Progress.Cause?.Line is not { } cause || cause == change.Line));

    private static string Day(DateOnly? day) => StageWords.Day(day!.Value);
}
