using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>What the new lines mean for the bill's course: the stage reached, and the end of the road.</summary>
internal static class ProgressNews
{
    /// <summary>What a rule made of the same lines on a later day.</summary>
    public static IEnumerable<Difference> OfDays(BillProgress before, BillProgress after) => Of(before, after)
        .Select(change => after.Cause?.Rule is { } rule ? change with { Summary = $"{change.Summary} This follows from a rule, not from a published line: {rule}." } : change);

    public static IEnumerable<Difference> Of(BillProgress before, BillProgress after)
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
}
