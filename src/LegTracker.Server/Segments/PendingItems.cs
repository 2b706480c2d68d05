using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>Words for measures that are not law: with the Governor, moving, stopped or waiting. Neutral, and only what the record shows.</summary>
internal static class PendingItems
{
    public static SegmentItem Governor(SelectedBill bill, BillNames names, BillRelations relations) => Item(bill, names, relations, StatusOf(bill, bill.Progress.GovernorDeadline is { } last
        ? $"last day to act {StageWords.Day(last)}"
        : "last day to act not known"), withNext: false, needsWhy: true);

    public static SegmentItem Moving(SelectedBill bill, BillNames names, BillRelations relations) => Item(bill, names, relations, StatusOf(bill, bill.NextHearing is { } next
        ? $"hearing {StageWords.Day(next.Date)}"
        : IsUnfinished(bill) ? "no hearing date recorded" : ""), IsUnfinished(bill), needsWhy: false);

    public static SegmentItem Adopted(SelectedBill bill, BillNames names, BillRelations relations) => Item(bill, names, relations, StatusOf(bill, bill.Progress.Since is { } since
        ? StageWords.Day(since)
        : ""), withNext: false, needsWhy: false);

    public static SegmentItem Stopped(SelectedBill bill, BillNames names, BillRelations relations)
    {
        var detail = bill.Progress.Since is { } since && !bill.BecameTwoYear ? StageWords.Day(since) : "";
        return Item(bill, names, relations, StatusOf(bill, bill.BecameTwoYear ? "two-year bill" : detail), withNext: false, needsWhy: false);
    }

    /// <summary>A table cell says itself that its record is old.</summary>
    public static string WithStaleness(string status, BillEvidence evidence) =>
        evidence.Staleness.Length == 0 ? status : $"{status} [{evidence.Staleness}]";

    /// <summary>The change of the period that a listener wants to hear: the last one that is more than a formality.</summary>
    public static ReadAction? LatestChange(SelectedBill bill)
    {
        var inPeriod = bill.Progress.Actions.Where(action => bill.Changes.Any(change => change.Line == action.Line)).ToImmutableArray();
        return inPeriod.LastOrDefault(action => !action.Kinds.All(IsFormality)) ?? inPeriod.LastOrDefault();
    }

    private static SegmentItem Item(SelectedBill bill, BillNames names, BillRelations relations, string status, bool withNext, bool needsWhy)
    {
        var evidence = new BillEvidence(bill);
        var heading = names.Heading(bill);
        var stage = Named(StageWords.Sentence(bill.Progress), names.Of(bill.Progress.Id));
        var claims = ImmutableArray.CreateBuilder<Claim>();
        claims.Add(evidence.Auto(stage, evidence.LinesOfStage(), bill.Progress.Cause?.Rule, SourcesDiffer.Of(bill)));
        if (LatestChange(bill) is { } latest && !(latest.Line == bill.Progress.Cause?.Line && stage.Contains(StageWords.Day(latest.Line.Date), StringComparison.Ordinal)))
        {
            claims.Add(evidence.Auto(StageWords.Sentence(latest), [latest.Line]));
        }

        if (withNext && bill.NextHearing is { } next && !stage.Contains(StageWords.Day(next.Date), StringComparison.Ordinal))
        {
            claims.Add(evidence.Hearing($"A hearing is set for {StageWords.Day(next.Date)}.", next));
        }
        else if (withNext && bill.NextHearing is null)
        {
            claims.Add(evidence.Auto("No hearing date is recorded.", evidence.LinesOfStage()));
        }

        if (bill.BecameTwoYear && bill.Progress.AsOf < SecondYear(bill))
        {
            claims.Add(evidence.Auto($"It can be taken up again in January {SecondYear(bill).Year}.", evidence.LinesOfStage(), "Bills of the first year go on in the second (Cal. Const. art. IV, sec. 10(c))"));
        }

        claims.AddRange(relations.Of(bill, names));
        claims.AddRange(HumanClaims.Of(bill, evidence, needsWhy));
        claims.Add(evidence.OfficialTitle());
        return new SegmentItem(bill.Progress.Id, heading, claims.ToImmutable(), [.. bill.Changes.Select(evidence.Line)], WithStaleness(status, evidence)) { Course = BillCourse.Of(bill) };
    }

    private static string StatusOf(SelectedBill bill, string detail) =>
        detail.Length == 0 ? StageWords.Of(bill.Progress.Stage) : $"{StageWords.Of(bill.Progress.Stage)}; {detail}";

    /// <summary>"It is …" with the bill's name for "It".</summary>
    public static string Named(string sentence, string name) =>
        sentence.StartsWith("It ", StringComparison.Ordinal) ? $"{name} {sentence[3..]}" : sentence;

    private static DateOnly SecondYear(SelectedBill bill) => new(bill.Progress.Id.Session.StartYear + 1, 1, 1);

    private static bool IsUnfinished(SelectedBill bill) => bill.Progress.Stage is not (Stage.Unknown or Stage.PassedLegislature or Stage.Enrolled
        or Stage.Signed or Stage.Chaptered or Stage.LawWithoutSignature or Stage.Adopted or Stage.Dead or Stage.Vetoed);

    private static bool IsFormality(ActionKind kind) => kind is ActionKind.Procedural or ActionKind.Unknown or ActionKind.Printed
        or ActionKind.AuthorsChanged or ActionKind.RuleWaived;
}
