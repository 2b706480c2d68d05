using System.Globalization;

namespace LegTracker.Legislature;

/// <summary>Stages and actions in words: short ones for lists, and sentences that can be read aloud, with nothing abbreviated.</summary>
public static partial class StageWords
{
    /// <summary>A short word for a list.</summary>
    public static string Of(Stage stage) => stage switch
    {
        Stage.Introduced => "Introduced",
        Stage.InCommittee => "In committee",
        Stage.OnSuspense => "On suspense file",
        Stage.Held => "Held in committee",
        Stage.OnFloor => "On the floor",
        Stage.InactiveFile => "On inactive file",
        Stage.PassedFirstHouse => "Passed first house",
        Stage.InSecondHouseCommittee => "In committee, second house",
        Stage.SecondHouseOnSuspense => "On suspense file, second house",
        Stage.SecondHouseHeld => "Held in committee, second house",
        Stage.OnSecondHouseFloor => "On the floor, second house",
        Stage.SecondHouseInactiveFile => "On inactive file, second house",
        Stage.Concurrence => "Back for concurrence",
        Stage.Conference => "In conference",
        Stage.PassedLegislature => "Passed both houses",
        Stage.Enrolled => "With the Governor",
        Stage.Signed => "Signed",
        Stage.Chaptered => "Chaptered",
        Stage.Vetoed => "Vetoed",
        Stage.LawWithoutSignature => "Law without signature",
        Stage.Adopted => "Adopted",
        Stage.Dead => "Did not pass",
        _ => "Unknown",
    };

    /// <summary>One sentence on where a measure stands; "It" is the measure.</summary>
    public static string Sentence(BillProgress progress)
    {
        var origin = progress.Id.HouseOfOrigin;
        var second = origin.Other();
        var house = progress.Location;
        var committee = CommitteeOf(progress.Committee, house);
        return progress.Stage switch
        {
            Stage.Introduced => $"It was introduced in the {origin}{On(progress.Since)} and waits to be assigned to a committee.",
            Stage.InCommittee or Stage.InSecondHouseCommittee => $"It is in {committee}.{Hearing(progress)}",
            Stage.OnSuspense or Stage.SecondHouseOnSuspense => $"It has been on the suspense file of {committee}{Since(progress)}, where bills that cost the State money wait to be decided on together.{Hearing(progress)}",
            Stage.Held or Stage.SecondHouseHeld => Failed(progress)
                ? $"It did not pass {committee}{On(progress.Since)}."
                : $"It has been held in {committee}{Since(progress)}.",
            Stage.OnFloor or Stage.OnSecondHouseFloor => $"It has been before the whole {house}{Since(progress)}.",
            Stage.InactiveFile or Stage.SecondHouseInactiveFile => $"It has been set aside on the {house}'s inactive file{Since(progress)} and can be called back for a vote.",
            Stage.PassedFirstHouse => $"It passed the {origin}{Passed(progress)} and waits to be taken up in the {second}.",
            Stage.Concurrence => IsForConcurrence(progress)
                ? $"It passed both houses in different forms, and the {origin} must still agree to the {second}'s amendments."
                : $"It is back in the {origin}, where it began.",
            Stage.Conference => $"It has been before a conference committee{Since(progress)}, in which members of both houses look for one text.",
            Stage.PassedLegislature => progress.Id.Type is MeasureType.AB or MeasureType.SB
                ? $"It passed both houses{Passed(progress)} and is being prepared for the Governor."
                : $"It passed both houses{Passed(progress)} and is being prepared for filing with the Secretary of State.",
            Stage.Enrolled => WithTheGovernor(progress),
            Stage.Signed => $"The Governor signed it{On(progress.SignedDate)}.",
            Stage.Chaptered => ChapteredSentence(progress),
            Stage.Vetoed => $"The Governor vetoed it{On(progress.Since)}.",
            Stage.LawWithoutSignature => $"It became law without the Governor's signature{On(progress.Since)}.",
            Stage.Adopted => progress.Id.Type is MeasureType.HR or MeasureType.SR ? $"The {origin} adopted it{On(progress.Since)}." : $"Both houses adopted it{On(progress.Since)}.",
            Stage.Dead => progress.Cause?.Rule is null
                ? $"It did not pass and has not been under consideration{Since(progress)}."
                : $"It did not pass before the session ended{On(progress.Since)}; it is no longer under consideration.",
            _ => "Where it stands is unknown.",
        };
    }

    /// <summary>A day written out: September 12, 2023.</summary>
    public static string Day(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    private static string WithTheGovernor(BillProgress progress)
    {
        var since = $"It has been with the Governor{Since(progress)}";
        return progress.GovernorDeadline is not { } last ? since + "."
            : last >= progress.AsOf ? $"{since}, who has until {Day(last)} to act."
            : $"{since}; the time to act ended on {Day(last)}, and no decision is recorded.";
    }

    private static string ChapteredSentence(BillProgress progress)
    {
        var chapter = progress.Chapter is { } citation ? $"it is {Citation(citation)}" : "it is chaptered";
        var signed = progress.SignedDate is { } day ? $"The Governor signed it on {Day(day)}; {chapter}" : $"It was filed with the Secretary of State{On(progress.Since)}; {chapter}";
        return progress.EffectiveDate is not { } effective ? signed + "."
            : $"{signed}{(progress.Chapter is { Extraordinary: > 0 } ? "," : "")} and {(effective <= progress.AsOf ? "took" : "takes")} effect on {Day(effective)}.";
    }

    private static string Citation(ChapterCitation chapter)
    {
        var kind = chapter.IsResolution ? "Resolution Chapter" : "Chapter";
        var session = chapter.Extraordinary == 0 ? "" : $", {LineDetails.Ordinal(chapter.Extraordinary)} Extraordinary Session";
        return string.Create(CultureInfo.InvariantCulture, $"{kind} {chapter.Number} of the Statutes of {chapter.StatutesYear}{session}");
    }

    private static string CommitteeOf(string? name, string? house) => name switch
    {
        null => house is null ? "committee" : $"committee in the {house}",
        _ when name.EndsWith(" Committee", StringComparison.Ordinal) => $"the {name}",
        _ => $"the committee listed as {name}",
    };

    private static string Hearing(BillProgress progress) => progress.NextHearing is { } next ? $" A hearing is set for {Day(next)}." : "";

    private static bool Failed(BillProgress progress) => CauseHas(progress, ActionKind.FailedCommittee);

    private static bool IsForConcurrence(BillProgress progress) =>
        !CauseHas(progress, ActionKind.Withdrawn) && !CauseHas(progress, ActionKind.Procedural);

    private static bool CauseHas(BillProgress progress, ActionKind kind) =>
        progress.Cause?.Line is { } line && progress.Actions.LastOrDefault(action => action.Line == line)?.Kinds.Contains(kind) is true;

    /// <summary>The day of the passage; not the day on which the other house received what was passed.</summary>
    private static string Passed(BillProgress progress) =>
        CauseHas(progress, ActionKind.PassedHouse) || CauseHas(progress, ActionKind.Concurred) ? On(progress.Since) : "";

    private static string On(DateOnly? date) => date is { } day ? $" on {Day(day)}" : "";

    private static string Since(BillProgress progress) => progress.Since is { } day ? $" since {Day(day)}" : "";
}
