using System.Collections.Immutable;

namespace LegTracker.Legislature;

public static partial class StageWords
{
    /// <summary>The kinds in the order of what a listener wants to hear first; one line is told by the first it has.</summary>
    private static readonly ImmutableArray<ActionKind> ByWeight =
    [
        ActionKind.Chaptered, ActionKind.Vetoed, ActionKind.Signed, ActionKind.Unsigned, ActionKind.VetoOverridden, ActionKind.VetoSustained,
        ActionKind.VetoPending, ActionKind.Presented, ActionKind.Died, ActionKind.Rescinded, ActionKind.Concurred, ActionKind.FailedHouse,
        ActionKind.PassedHouse, ActionKind.Adopted, ActionKind.FailedCommittee, ActionKind.Held, ActionKind.Suspense, ActionKind.PassedCommittee,
        ActionKind.HearingCanceled, ActionKind.HearingPostponed, ActionKind.HearingSet, ActionKind.Reconsideration, ActionKind.Conference,
        ActionKind.ConcurrencePending, ActionKind.Filed, ActionKind.Enrolled, ActionKind.Withdrawn, ActionKind.Returned, ActionKind.InactiveFile,
        ActionKind.FromInactiveFile, ActionKind.Amended, ActionKind.Rereferred, ActionKind.Referred, ActionKind.Consent, ActionKind.Urgency,
        ActionKind.ReadThird, ActionKind.ReadSecond, ActionKind.Introduced, ActionKind.Received, ActionKind.ReadFirst, ActionKind.Printed,
        ActionKind.RuleWaived, ActionKind.AuthorsChanged,
    ];

    /// <summary>One sentence on what a line tells; "It" is the measure. A line that is not understood is quoted.</summary>
    public static string Sentence(ReadAction action)
    {
        var on = $" on {Day(action.Line.Date)}";
        var house = action.House is { } known ? $"the {known}" : "the house that had it";
        var theHouse = action.House is { } acting ? $"The {acting}" : "The house that had it";
        var by = CommitteeOf(action.ActingCommittee, action.House?.ToString());
        return MainKind(action) switch
        {
            ActionKind.Chaptered => action.Chapter is { } chapter
                ? $"It was filed with the Secretary of State{on} as {Citation(chapter)}."
                : $"It was filed with the Secretary of State{on} as a chapter of the statutes.",
            ActionKind.Vetoed => $"The Governor vetoed it{on}.",
            ActionKind.Signed => $"The Governor signed it{on}.",
            ActionKind.Unsigned => $"It became law without the Governor's signature{on}.",
            ActionKind.VetoOverridden => $"A vote to override the Governor's veto succeeded{on}.",
            ActionKind.VetoSustained => $"The Governor's veto stood{on}.",
            ActionKind.VetoPending => $"The Governor's veto was put before {house}{on}.",
            ActionKind.Presented => $"It was presented to the Governor{on}.",
            ActionKind.Died => $"It did not pass; it was taken out of consideration{on}.",
            ActionKind.Rescinded => $"An earlier action on it was taken back{on}.",
            ActionKind.Concurred => $"{theHouse} agreed to the other house's amendments{Vote(action)}{on}.",
            ActionKind.FailedHouse => $"It failed a vote on the floor of {house}{Vote(action)}{on}.",
            ActionKind.PassedHouse => $"It passed {(action.House is { } passing ? $"the {passing} floor" : "a floor vote")}{Vote(action)}{on}.",
            ActionKind.Adopted => $"{theHouse} adopted it{Vote(action)}{on}.",
            ActionKind.FailedCommittee => $"It did not pass {by}{Vote(action)}{on}{(action.Kinds.Contains(ActionKind.Reconsideration) ? ", and may be voted on again" : "")}.",
            ActionKind.Held => $"It was held in {by}{on}.",
            ActionKind.Suspense => $"It was placed on the suspense file of {Suspended(action, by)}{on}.",
            ActionKind.PassedCommittee => action.Line.Text.Contains("be concurred in", StringComparison.OrdinalIgnoreCase)
                ? $"{Capitalized(by)} recommended agreeing to the other house's amendments{Vote(action)}{VoteDay(action)}."
                : $"It passed {by}{Vote(action)}{VoteDay(action)}.",
            ActionKind.HearingCanceled => $"Its hearing{HearingDay(action)} was canceled.",
            ActionKind.HearingPostponed => $"Its hearing{HearingDay(action)} was postponed.",
            ActionKind.HearingSet => action.HearingDate is { } day ? $"A hearing was set for {Day(day)}." : $"A hearing was set{on}.",
            ActionKind.Reconsideration => action.Line.Text.Contains("granted", StringComparison.OrdinalIgnoreCase)
                ? $"A new vote on it was allowed{on}."
                : $"A motion to vote on it again was made{on}.",
            ActionKind.Conference => $"It was before a conference committee{on}, in which members of both houses look for one text.",
            ActionKind.ConcurrencePending => $"It came back to {house}{on} for a vote on the other house's amendments.",
            ActionKind.Filed => $"It was filed with the Secretary of State{on}.",
            ActionKind.Enrolled => $"Its final text was enrolled{on}, that is prepared and certified as both houses passed it.",
            ActionKind.Withdrawn => action.ActingCommittee is null ? $"It was called back{on} while its final text was being prepared." : $"It was taken out of {by}{on}.",
            ActionKind.Returned => $"It was sent back{on}, to the house that it came from.",
            ActionKind.InactiveFile => $"It was set aside{on} on the inactive file of {house}, from which it can be called back.",
            ActionKind.FromInactiveFile => $"It was called back{on} from the inactive file of {house}.",
            ActionKind.Amended => $"It was amended{on}.",
            ActionKind.Rereferred or ActionKind.Referred => $"It was referred to {Named(action.Committees, action)}{on}.",
            ActionKind.Consent => $"It was placed{on} on the consent calendar, the list of measures without opposition.",
            ActionKind.Urgency => $"The clause that makes it take effect at once, the urgency clause, was adopted{Vote(action)}{on}.",
            ActionKind.ReadThird => $"{theHouse} took it up for debate and vote, its third reading,{on}.",
            ActionKind.ReadSecond => $"{theHouse} took up what its committees recommended, the second reading,{on}.",
            ActionKind.Introduced => $"It was introduced{on}.",
            ActionKind.Received => $"It was received in {house}{on}.",
            ActionKind.ReadFirst => $"Its title was read to {house}, the first reading,{on}.",
            ActionKind.Printed => $"It came back from the printer{on}.",
            ActionKind.RuleWaived => $"A rule that would have made it wait was suspended for it{on}.",
            ActionKind.AuthorsChanged => $"Its list of authors was changed{on}.",
            ActionKind.Procedural => $"The record of {Day(action.Line.Date)} has a step of procedure that does not move it: “{Quoted(action)}”.",
            _ => $"The record of {Day(action.Line.Date)} says: “{Quoted(action)}”.",
        };
    }

    private static ActionKind MainKind(ReadAction action)
    {
        foreach (var kind in ByWeight)
        {
            if (action.Kinds.Contains(kind))
            {
                return kind;
            }
        }

        return action.Kinds.Contains(ActionKind.Procedural) ? ActionKind.Procedural : ActionKind.Unknown;
    }

    /// <summary>The line in its own words, without its full stop.</summary>
    private static string Quoted(ReadAction action) => action.Line.Text.TrimEnd('.', ' ');

    private static string Vote(ReadAction action) => action.Votes is { } votes
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {votes.Ayes} to {votes.Noes}")
        : "";

    /// <summary>A committee votes on the day of its hearing and reports days later.</summary>
    private static string VoteDay(ReadAction action) => $" on {Day(action.HearingDate ?? action.Line.Date)}";

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string HearingDay(ReadAction action) => action.HearingDate is { } day ? $" of {Day(day)}" : "";

    private static string Suspended(ReadAction action, string by) =>
        action.Committees is [var named, ..] ? CommitteeOf(named, action.House?.ToString()) : by;

    private static string Named(ImmutableArray<string> committees, ReadAction action)
    {
        var names = committees.Select(name => CommitteeOf(name, action.House?.ToString())).ToArray();
        return names switch
        {
            [] => "committee",
            [var only] => only,
            _ => $"{string.Join(", ", names[..^1])} and {names[^1]}",
        };
    }
}
