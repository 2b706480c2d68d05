using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>What the new lines mean: hearings set, moved and called off, the stage reached, and the end of the road.</summary>
internal static class ProgressNews
{
    /// <param name="added">The lines that the record did not have.</param>
    public static IEnumerable<Difference> Of(BillProgress before, BillProgress after, IReadOnlyCollection<ReadAction> added) =>
        [.. Hearing(before, after, added), .. Stages(before, after)];

    /// <summary>What a rule made of the same lines on a later day.</summary>
    public static IEnumerable<Difference> OfDays(BillProgress before, BillProgress after) => Stages(before, after)
        .Select(change => after.Cause?.Rule is { } rule ? change with { Summary = $"{change.Summary} This follows from a rule, not from a published line: {rule}." } : change);

    private static IEnumerable<Difference> Hearing(BillProgress before, BillProgress after, IReadOnlyCollection<ReadAction> added)
    {
        var measure = after.Id.Measure;
        var reported = added.Any(action => action.Kinds.Any(IsReport));
        return (before.NextHearing, after.NextHearing) switch
        {
            (null, { } set) => [new Difference(ChangeKind.HearingSet, null, null, Wording.Iso(set), SetOn(set, added),
                $"A hearing of {measure} is set for {StageWords.Day(set)}.")],
            ({ } old, { } set) when old != set && reported => [new Difference(ChangeKind.HearingSet, null, null, Wording.Iso(set), SetOn(set, added),
                $"The next hearing of {measure} is set for {StageWords.Day(set)}.")],
            ({ } old, { } set) when old != set => [new Difference(ChangeKind.HearingChanged, null, Wording.Iso(old), Wording.Iso(set), SetOn(set, added),
                $"The hearing of {measure} set for {StageWords.Day(old)} is now set for {StageWords.Day(set)}.")],
            ({ } old, null) when !reported => [new Difference(ChangeKind.HearingCanceled, null, Wording.Iso(old), null, OffOn(added),
                $"The hearing of {measure} set for {StageWords.Day(old)} {(IsPostponed(added) ? "was postponed; no new date is known" : "is no longer on")}.")],
            _ => [],
        };
    }

    private static IEnumerable<Difference> Stages(BillProgress before, BillProgress after)
    {
        if (before.Stage == after.Stage)
        {
            return [];
        }

        var measure = after.Id.Measure;
        var since = after.Since is { } day ? $" since {StageWords.Day(day)}" : "";
        var moved = new Difference(
            ChangeKind.StageChanged, null, Wording.ApiName(before.Stage), Wording.ApiName(after.Stage), after.Since,
            $"The stage of {measure} is “{StageWords.Of(after.Stage)}”{since}; before, it was “{StageWords.Of(before.Stage)}”.");
        return after.Stage switch
        {
            Stage.Chaptered => [moved, Chaptered(measure, after)],
            Stage.Vetoed => [moved, new Difference(ChangeKind.Vetoed, null, null, null, after.Since,
                after.Since is { } vetoed ? $"The Governor vetoed {measure} on {StageWords.Day(vetoed)}." : $"The Governor vetoed {measure}.")],
            _ => [moved],
        };
    }

    private static Difference Chaptered(string measure, BillProgress after)
    {
        var chapter = after.Chapter is { } citation ? Wording.Of(citation) : null;
        var signed = after.SignedDate is { } day ? $", signed by the Governor on {StageWords.Day(day)}" : "";
        return new Difference(ChangeKind.Chaptered, null, null, chapter, after.Since, $"{measure} is {chapter ?? "chaptered"}{signed}.");
    }

    private static DateOnly? SetOn(DateOnly hearing, IEnumerable<ReadAction> added) =>
        added.LastOrDefault(action => action.Kinds.Contains(ActionKind.HearingSet) && action.HearingDate == hearing)?.Line.Date;

    private static DateOnly? OffOn(IEnumerable<ReadAction> added) => added.LastOrDefault(IsOff)?.Line.Date;

    private static bool IsPostponed(IEnumerable<ReadAction> added) => added.LastOrDefault(IsOff)?.Kinds.Contains(ActionKind.HearingPostponed) is true;

    private static bool IsOff(ReadAction action) =>
        action.Kinds.Contains(ActionKind.HearingPostponed) || action.Kinds.Contains(ActionKind.HearingCanceled);

    /// <summary>The hearing was held, or what became of the bill left no room for it.</summary>
    private static bool IsReport(ActionKind kind) => kind is ActionKind.PassedCommittee or ActionKind.FailedCommittee or ActionKind.Suspense
        or ActionKind.Held or ActionKind.Withdrawn or ActionKind.PassedHouse or ActionKind.Died or ActionKind.Chaptered or ActionKind.Vetoed;
}
