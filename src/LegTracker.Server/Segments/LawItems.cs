using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>Words for laws: in effect on the until date, or to take effect later. What a law does is a person's to write.</summary>
internal static class LawItems
{
    /// <summary>Printed with every effective date: parts of a law can begin later, and the history does not say.</summary>
    public const string OperativeUnchecked = "operative date not checked";

    public static SegmentItem Now(SelectedBill bill, BillNames names)
    {
        var effective = bill.Progress.EffectiveDate!.Value;
        return Item(bill, names, evidence => evidence.Auto(
            $"Now in California: {names.Of(bill.Progress.Id)} is law, in effect since {StageWords.Day(effective)}.",
            evidence.LinesTelling(ActionKind.Chaptered),
            bill.Progress.EffectiveRule,
            OperativeUnchecked), $"In effect since {StageWords.Day(effective)}");
    }

    public static SegmentItem Coming(SelectedBill bill, BillNames names) => bill.Progress.EffectiveDate is { } effective
        ? Item(bill, names, evidence => evidence.Auto(
            $"From {StageWords.Day(effective)}, in California: {names.Of(bill.Progress.Id)} will be in effect.",
            evidence.LinesTelling(ActionKind.Chaptered),
            bill.Progress.EffectiveRule,
            OperativeUnchecked), $"In effect from {StageWords.Day(effective)}")
        : Item(bill, names, evidence => evidence.Auto(
            $"{names.Of(bill.Progress.Id)} became law. The record does not tell when it takes effect.",
            evidence.LinesOfStage()), "New law, effective date not known");

    private static SegmentItem Item(SelectedBill bill, BillNames names, Func<BillEvidence, Claim> first, string status)
    {
        var evidence = new BillEvidence(bill);
        var heading = names.Heading(bill);
        ImmutableArray<Claim> claims =
        [
            first(evidence),
            evidence.Auto(
                StageWords.Sentence(bill.Progress with { EffectiveDate = null }),
                evidence.LinesTelling(ActionKind.Signed, ActionKind.Unsigned, ActionKind.Chaptered)),
            evidence.OfficialTitle(),
            evidence.Missing(MissingText.WhatItDoes),
            evidence.Missing(MissingText.WhyItMatters),
        ];
        return new SegmentItem(bill.Progress.Id, heading, claims, [.. bill.Changes.Select(evidence.Line)], PendingItems.WithStaleness(status, evidence));
    }
}
