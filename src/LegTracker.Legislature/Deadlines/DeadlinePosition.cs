using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>The step that a deadline asks a bill to leave.</summary>
internal enum DeadlineStep
{
    Policy,
    Fiscal,
    Floor,
}

/// <summary>Where a bill stands as the deadlines see it.</summary>
/// <param name="Entered">When it came there; null when the history does not tell.</param>
/// <param name="FirstYear">Whether it was introduced in the session's first year; null when the history does not tell.</param>
/// <param name="Exempt">Why no committee deadline binds it there, in words; null when they do.</param>
internal sealed partial record DeadlinePosition(bool InSecondHouse, DeadlineStep Step, DateOnly? Entered, bool? FirstYear, string? Exempt)
{
    /// <summary>The position of a bill that is in the houses' hands; null for any other.</summary>
    public static DeadlinePosition? Of(BillProgress progress)
    {
        if (IsSecondHouse(progress.Stage) is not { } second)
        {
            return null;
        }

        var step = progress.Stage switch
        {
            Stage.Introduced or Stage.PassedFirstHouse => DeadlineStep.Policy,
            Stage.OnFloor or Stage.InactiveFile or Stage.OnSecondHouseFloor or Stage.SecondHouseInactiveFile or Stage.Concurrence or Stage.Conference => DeadlineStep.Floor,
            _ => Committees.IsFiscal(progress.Committee) ? DeadlineStep.Fiscal : DeadlineStep.Policy,
        };
        return new DeadlinePosition(second, step, EnteredOf(progress, step), FirstYearOf(progress), ExemptOf(progress, second, step));
    }

    private static bool? IsSecondHouse(Stage stage) => stage switch
    {
        Stage.Introduced or Stage.InCommittee or Stage.OnSuspense or Stage.Held or Stage.OnFloor or Stage.InactiveFile => false,
        Stage.PassedFirstHouse or Stage.InSecondHouseCommittee or Stage.SecondHouseOnSuspense or Stage.SecondHouseHeld or Stage.OnSecondHouseFloor
            or Stage.SecondHouseInactiveFile or Stage.Concurrence or Stage.Conference => true,
        _ => null,
    };

    /// <summary>A committee's own re-referrals do not count as coming there again.</summary>
    private static DateOnly? EnteredOf(BillProgress progress, DeadlineStep step) => progress.Stage switch
    {
        Stage.Introduced or Stage.PassedFirstHouse or Stage.Concurrence or Stage.Conference => progress.Since,
        _ when step == DeadlineStep.Floor => Last(progress.Actions.Where(action => action.ActingCommittee is not null)),
        _ => Last(progress.Actions.Where(action => action.ActingCommittee != progress.Committee)),
    };

    private static bool? FirstYearOf(BillProgress progress)
    {
        if (progress.Actions.IsEmpty)
        {
            return null;
        }

        return progress.Actions.Min(action => action.Line.Date).Year <= progress.Id.Session.StartYear ? true
            : progress.Actions.Any(action => action.Kinds.Contains(ActionKind.Introduced)) ? false
            : null;
    }

    private static string? ExemptOf(BillProgress progress, bool second, DeadlineStep step)
    {
        if (step == DeadlineStep.Floor)
        {
            return null;
        }

        var inCommittee = progress.Stage is not (Stage.Introduced or Stage.PassedFirstHouse);
        var here = progress.Actions.Where(action => IsSecondHouse(action.StageAfter) == second).ToArray();
        var report = Last(here.Where(action => action.Kinds.Contains(ActionKind.PassedCommittee)));
        var referral = here.LastOrDefault(action => ExemptReferral().IsMatch(action.Line.Text));
        return inCommittee && progress.Committee is null ? "its committee is not known"
            : inCommittee && Committees.IsRules(progress.Committee) ? "the deadlines of committees do not bind the Rules Committees"
            : inCommittee && Committees.IsBudget(progress.Committee) ? "bills of the budget are exempt from the deadlines of committees"
            : here.Any(action => action.Line.Date.Year == progress.AsOf.Year && JointRule61().IsMatch(action.Line.Text)) ? "Joint Rule 61 was suspended for it"
            : referral is not null && !(report > referral.Line.Date) ? $"it was sent to committee under {ExemptReferral().Match(referral.Line.Text).Value}"
            : null;
    }

    private static DateOnly? Last(IEnumerable<ReadAction> actions) => actions.Select(action => (DateOnly?)action.Line.Date).Max();

    [GeneratedRegex(@"(?<=referred\b.{0,80})(?:Joint Rule 26\.5|Assembly Rule 77\.2|Senate Rule 29\.10)(?:\([a-z0-9]\))*", RegexOptions.IgnoreCase)]
    private static partial Regex ExemptReferral();

    [GeneratedRegex(@"Joint Rule 61\b[^;]{0,40}\bsuspended", RegexOptions.IgnoreCase)]
    private static partial Regex JointRule61();
}
