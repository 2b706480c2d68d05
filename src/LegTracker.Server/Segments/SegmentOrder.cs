using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>The order of bills inside a section: what the meeting should hear first.</summary>
internal static class SegmentOrder
{
    public static IEnumerable<SelectedBill> Of(SectionKind section, IEnumerable<SelectedBill> bills) => (section switch
    {
        SectionKind.NowInCalifornia => bills.OrderByDescending(bill => bill.Operative.Began?.Date ?? bill.Progress.EffectiveDate),
        SectionKind.Coming => bills.OrderBy(bill => (bill.Progress.EffectiveDate > bill.Progress.AsOf ? bill.Progress.EffectiveDate : bill.Operative.Next?.Date) ?? DateOnly.MaxValue),
        SectionKind.Governor => bills.OrderBy(bill => bill.Progress.GovernorDeadline ?? DateOnly.MaxValue),
        SectionKind.Moving => bills.OrderBy(bill => bill.NextHearing?.Date ?? DateOnly.MaxValue).ThenByDescending(bill => bill.Progress.Stage),
        SectionKind.Adopted => bills.OrderByDescending(bill => bill.Progress.Since),
        _ => bills.OrderBy(bill => bill.Progress.Stage is Stage.Vetoed ? 0 : bill.BecameTwoYear ? 2 : 1),
    }).ThenBy(bill => bill.Bill.Human.Priority ?? int.MaxValue).ThenBy(bill => bill.Progress.Id);
}
