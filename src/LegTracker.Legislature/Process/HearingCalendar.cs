using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>The hearings that lines have set and no line has held, moved or canceled.</summary>
/// <remarks>A day's lines count as a whole: a hearing that is set and canceled on one day is not set, whatever the order of the two lines.</remarks>
internal static class HearingCalendar
{
    private sealed record Entry(DateOnly Date, bool InNextCommittee);

    /// <summary>The next hearing on or after <paramref name="asOf"/>; null when none is set.</summary>
    public static DateOnly? Next(IEnumerable<ReadAction> actions, DateOnly asOf)
    {
        ImmutableArray<Entry> set = [];
        foreach (var day in actions.GroupBy(action => action.Line.Date).OrderBy(day => day.Key))
        {
            set = After(set, [.. day]);
        }

        return set.Select(entry => entry.Date).Where(date => date >= asOf).Order().Select(date => (DateOnly?)date).FirstOrDefault();
    }

    private static ImmutableArray<Entry> After(ImmutableArray<Entry> set, ImmutableArray<ReadAction> day)
    {
        foreach (var action in day)
        {
            set = action.Kinds.Any(IsEnd) ? []
                : action.Kinds.Any(IsReport) ? [.. set.Where(entry => entry.InNextCommittee).Select(entry => entry with { InNextCommittee = false })]
                : IsOff(action) && action.HearingDate is null ? []
                : set;
        }

        foreach (var action in day.Where(action => action.Kinds.Contains(ActionKind.HearingSet) && action.HearingDate is not null))
        {
            var entry = new Entry(action.HearingDate!.Value, action.Line.Text.Contains("pending receipt", StringComparison.OrdinalIgnoreCase));
            set = [.. set.Where(other => entry.InNextCommittee || other.InNextCommittee && other.Date != entry.Date), entry];
        }

        var off = day.Where(IsOff).Select(action => action.HearingDate).ToHashSet();
        return [.. set.Where(entry => !off.Contains(entry.Date))];
    }

    private static bool IsOff(ReadAction action) =>
        action.Kinds.Contains(ActionKind.HearingPostponed) || action.Kinds.Contains(ActionKind.HearingCanceled);

    private static bool IsReport(ActionKind kind) =>
        kind is ActionKind.PassedCommittee or ActionKind.FailedCommittee or ActionKind.Suspense or ActionKind.Held;

    private static bool IsEnd(ActionKind kind) =>
        kind is ActionKind.Withdrawn or ActionKind.PassedHouse or ActionKind.Died or ActionKind.Chaptered or ActionKind.Vetoed;
}
