using System.Globalization;
using System.Text.RegularExpressions;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>Differences of hearing, stage, chapter and veto between two states of a bill, read for the same day.</summary>
internal static partial class ProgressDifferences
{
    public static IEnumerable<Difference> Of(BillProgress before, BillProgress after)
    {
        if (Hearing(before, after) is { } hearing)
        {
            yield return hearing;
        }

        if (before.Stage == after.Stage)
        {
            yield break;
        }

        yield return new Difference(
            ChangeKind.StageChanged, "stage", ApiName(before.Stage), ApiName(after.Stage), after.Since,
            $"{after.Id.Measure} moved from \"{StageWords.Of(before.Stage)}\" to \"{StageWords.Of(after.Stage)}\".");
        if (after is { Stage: Stage.Chaptered, Chapter: { } chapter })
        {
            var citation = string.Create(CultureInfo.InvariantCulture, $"{(chapter.IsResolution ? "Res. " : "")}Chapter {chapter.Number}, Statutes of {chapter.StatutesYear}");
            yield return new Difference(ChangeKind.Chaptered, "chapter", null, citation, after.Since, $"{after.Id.Measure} was chaptered: {citation}.");
        }

        if (after.Stage == Stage.Vetoed)
        {
            yield return new Difference(ChangeKind.Vetoed, null, null, null, after.Since, $"The Governor vetoed {after.Id.Measure}{(after.Since is { } day ? $" on {StageWords.Day(day)}" : "")}.");
        }
    }

    /// <summary>A stage's name in the API: <c>STAGE_IN_COMMITTEE</c>.</summary>
    public static string ApiName(Stage stage) => "STAGE_" + Hump().Replace(stage.ToString(), "_$1").ToUpperInvariant();

    private static Difference? Hearing(BillProgress before, BillProgress after)
    {
        if (before.NextHearing == after.NextHearing)
        {
            return null;
        }

        var (old, now) = (Text(before.NextHearing), Text(after.NextHearing));
        return (before.NextHearing, after.NextHearing) switch
        {
            (null, { } set) => new Difference(ChangeKind.HearingSet, null, null, now, set, $"{after.Id.Measure} is set for hearing on {StageWords.Day(set)}."),
            ({ } was, { } set) => new Difference(ChangeKind.HearingChanged, null, old, now, set, $"{after.Id.Measure}'s hearing moved from {StageWords.Day(was)} to {StageWords.Day(set)}."),

            // A hearing that was held is no cancellation: only a line that says so is.
            ({ } was, null) when after.Actions.Skip(before.Actions.Length).Any(action => action.Kinds.Contains(ActionKind.HearingCanceled) || action.Kinds.Contains(ActionKind.HearingPostponed)) =>
                new Difference(ChangeKind.HearingCanceled, null, old, null, was, $"{after.Id.Measure}'s hearing of {StageWords.Day(was)} was called off."),
            _ => null,
        };
    }

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex Hump();
}
