using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments.FiscalYears;

/// <summary>A bill of the report with why it is in it.</summary>
/// <param name="InYear">Its events of the year, by date; empty when only a meeting brought it in.</param>
/// <param name="Earlier">Its events of the years before, by date.</param>
/// <param name="ToldAt">Days of the year's meetings that were told of it.</param>
internal sealed record YearBill(SelectedBill Bill, ImmutableArray<YearEvent> InYear, ImmutableArray<YearEvent> Earlier, ImmutableArray<DateOnly> ToldAt)
{
    /// <summary>The bill, or null when nothing of the year brings it in.</summary>
    public static YearBill? Of(FiscalYear year, SelectedBill bill, ImmutableArray<MeetingTold> meetings)
    {
        var events = YearEvent.Of(bill);
        var inYear = events.Where(happened => year.Covers(happened.Date)).ToImmutableArray();
        var told = meetings.Where(meeting => meeting.Tells(bill.Progress.Id)).Select(meeting => meeting.Date).ToImmutableArray();
        return inYear.IsEmpty && told.IsEmpty ? null : new YearBill(bill, inYear, [.. events.Where(happened => happened.Date < year.Start)], told);
    }

    /// <summary>Why it is in the report: "operative in the year, presented on March 3, 2025; signed and in effect in 2023-24".</summary>
    public string Why
    {
        get
        {
            var reasons = InYear.Select(happened => happened.Short).Distinct().ToImmutableArray();
            var inside = (reasons.IsEmpty ? [] : ImmutableArray.Create($"{string.Join(" and ", reasons)} in the year"))
                .AddRange(ToldAt.Select(day => $"presented on {StageWords.Day(day)}"));
            var before = Earlier.Where(happened => happened.Short != "introduced" || !Bill.IsLaw).Select(happened => (Year: FiscalYear.Of(happened.Date).Name, happened.Short)).Distinct().GroupBy(happened => happened.Year)
                .Select(year => $"{string.Join(" and ", year.Select(happened => happened.Short))} in {year.Key}").ToImmutableArray();
            return string.Join(", ", inside) + (before.IsEmpty ? "" : $"; {string.Join(", ", before)}");
        }
    }

    /// <summary>Where it stands in the report.</summary>
    public SectionKind Section => Bill.IsLaw ? SectionKind.NewLaws
        : Bill.Progress.Stage is Stage.Vetoed or Stage.Dead or Stage.Held or Stage.SecondHouseHeld or Stage.InactiveFile or Stage.SecondHouseInactiveFile ? SectionKind.Stopped
        : Bill.Progress.Stage is Stage.Adopted ? SectionKind.Adopted
        : SectionKind.Moving;
}
