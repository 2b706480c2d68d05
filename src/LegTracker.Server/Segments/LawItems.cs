using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>Words for laws: in effect on the until date, or to take effect later. What a law does is a person's to write.</summary>
internal static class LawItems
{
    /// <summary>A longer sentence of a text is cut on the slide; its source holds all of it.</summary>
    private const int LongestQuote = 220;

    public static SegmentItem Now(SelectedBill bill, BillNames names, BillRelations relations)
    {
        var effective = StageWords.Day(bill.Progress.EffectiveDate!.Value);
        return Item(bill, names, relations, evidence => evidence.OfEffect(
            $"Now in California: {names.Of(bill.Progress.Id)} is law, in effect since {effective}{Operative(bill.Operative)}.",
            evidence.LinesTelling(ActionKind.Chaptered)), $"In effect since {effective}{Operative(bill.Operative)}");
    }

    public static SegmentItem Coming(SelectedBill bill, BillNames names, BillRelations relations) => bill.Progress.EffectiveDate switch
    {
        { } effective when effective > bill.Progress.AsOf => Item(bill, names, relations, evidence => evidence.OfEffect(
            $"From {StageWords.Day(effective)}, in California: {names.Of(bill.Progress.Id)} will be in effect{Operative(bill.Operative)}.",
            evidence.LinesTelling(ActionKind.Chaptered)), $"In effect from {StageWords.Day(effective)}{Operative(bill.Operative)}"),
        { } effective => Item(bill, names, relations, evidence => evidence.OfEffect(
            $"{names.Of(bill.Progress.Id)} is law, in effect since {StageWords.Day(effective)}{Operative(bill.Operative)}.",
            evidence.LinesTelling(ActionKind.Chaptered)), $"In effect since {StageWords.Day(effective)}{Operative(bill.Operative)}"),
        null => Item(bill, names, relations, evidence => evidence.Auto(
            $"{names.Of(bill.Progress.Id)} became law. The record does not tell when it takes effect.",
            evidence.LinesOfStage()), "New law, effective date not known"),
    };

    /// <summary>"AB 1394 is", or "Section 2 of this bill of AB 1394 is": the beginning of a sentence on an operative date.</summary>
    public static string OperativeSubject(string name, OperativeStatement said) => said.Part is null or "this act" ? $"{name} is" : $"{said.Part}, {name}, is";

    // ", but operative from January 1, 2025"; nothing when no later date is known.
    private static string Operative(OperativeDates dates) => (dates.Began, dates.Next) switch
    {
        (_, { } next) => $", but {Part(next)}operative from {StageWords.Day(next.Date!.Value)}",
        ({ } began, _) => $", and {Part(began)}operative since {StageWords.Day(began.Date!.Value)}",
        _ => "",
    };

    private static string Part(OperativeStatement said) => said.Part is null or "this act" ? "" : $"{said.Part} ";

    private static IEnumerable<Claim> Quotes(BillEvidence evidence, OperativeDates dates, params OperativeStatement?[] stated) =>
        stated.OfType<OperativeStatement>().DistinctBy(said => said.Sentence)
            .Select(said => evidence.Text($"Its text: “{Cut(said.Sentence)}”", ClaimKind.Quote, dates.Text!, said.Sentence) with { Topic = ClaimTopic.Text });

    private static string Cut(string sentence) =>
        sentence.Length <= LongestQuote ? sentence : sentence[..(sentence.LastIndexOf(' ', LongestQuote) is > 0 and var space ? space : LongestQuote)] + " …";

    private static SegmentItem Item(SelectedBill bill, BillNames names, BillRelations relations, Func<BillEvidence, Claim> first, string status)
    {
        var evidence = new BillEvidence(bill);
        var heading = names.Heading(bill);
        ImmutableArray<Claim> claims =
        [
            first(evidence),
            .. Quotes(evidence, bill.Operative, bill.Operative.Condition),
            .. relations.Of(bill, names),
            .. HumanClaims.Of(bill, evidence, needsWhy: true),
            .. Quotes(evidence, bill.Operative, [.. new[] { bill.Operative.Began, bill.Operative.Next }.Where(said => said?.Sentence != bill.Operative.Condition?.Sentence)]),
            evidence.Auto(
                StageWords.Sentence(bill.Progress with { EffectiveDate = null }),
                evidence.LinesTelling(ActionKind.Signed, ActionKind.Unsigned, ActionKind.Chaptered),
                flag: SourcesDiffer.Of(bill)) with { Topic = ClaimTopic.Enactment },
            evidence.OfficialTitle(),
        ];
        return new SegmentItem(bill.Progress.Id, heading, claims, [.. bill.Changes.Select(evidence.Line)], PendingItems.WithStaleness(status, evidence)) { Course = BillCourse.Of(bill) };
    }
}
