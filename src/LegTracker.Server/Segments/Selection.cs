using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>Which bills a segment reports, and in which section each one stands.</summary>
internal static class Selection
{
    /// <summary>A hearing this many days ahead still brings a bill into the segment.</summary>
    public const int DaysAhead = 120;

    /// <summary>Places one bill; null when no source has confirmed it.</summary>
    public static SelectedBill? Of(SegmentRequest request, SegmentBill given)
    {
        if (given.Bill is not { Record: { } record, Provenance: not null })
        {
            return null;
        }

        var progress = given.AsOfUntil;
        request = request.Of(progress.Id);
        var changes = request.After?.LinesOf(given.Bill, request.Until) ?? [.. given.Bill.Actions.Where(action => IsChange(request, action))];
        var tookEffect = IsLaw(progress) && request.Covers(progress.EffectiveDate);
        var becameTwoYear = progress.TwoYear
            && !StageReader.Read(progress.Id, record.History, request.Since.AddDays(-1)).TwoYear;
        var ended = progress.Cause?.Rule is not null && request.Covers(progress.Since);
        var operative = OperativeDates.Of(record.Text, progress.EffectiveDate, request.Until);
        var began = IsLaw(progress) && request.Covers(operative.Began?.Date);
        var takenBack = !IsLaw(progress) && request.After?.IsTakenBack(progress.Id) is true;
        var isNews = !changes.IsEmpty || tookEffect || began || becameTwoYear || ended || takenBack;
        var hearings = HearingList.Of(progress, RowsOn(request.Until, given.Bill));
        var isPinned = request.ChoiceOf(progress.Id)?.Pinned is true;
        var section = SectionOf(request, progress, operative, HearingList.Next(hearings, request.Until)?.Date, isNews || isPinned, becameTwoYear);
        return new SelectedBill(given.Bill, record, progress, given.Deadline, section, changes, isNews, becameTwoYear) { Hearings = hearings, From = request.After?.From ?? request.Since };
    }

    /// <summary>The table's rows that had been read by a day, as they stood then.</summary>
    private static ImmutableArray<HearingRow> RowsOn(DateOnly day, TrackedBill bill) =>
    [
        .. (bill.HearingRows ?? [])
            .Where(row => CaliforniaTime.DayOf(row.Read.FetchTime) <= day)
            .Select(row => row.GoneOn > day ? row with { GoneOn = null } : row),
    ];

    public static bool IsLaw(BillProgress progress) =>
        progress.Stage is Stage.Signed or Stage.Chaptered or Stage.LawWithoutSignature
        && progress.Chapter?.IsResolution is not true
        && progress.Id.Type is MeasureType.AB or MeasureType.SB;

    private static bool IsChange(SegmentRequest request, RecordedAction action) =>
        request.Covers(action.Line.Date)
        || (action.PostedLate && action.Line.Date < request.Since && request.Covers(CaliforniaTime.DayOf(action.ObservedTime)));

    /// <param name="isIn">True when it is news, or pinned: then it stands somewhere.</param>
    private static SectionKind? SectionOf(SegmentRequest request, BillProgress progress, OperativeDates operative, DateOnly? nextHearing, bool isIn, bool becameTwoYear)
    {
        if (IsLaw(progress))
        {
            var waits = operative.Next?.Date is { } next && operative.Began is null && (isIn || next <= request.Until.AddYears(1));
            return progress.EffectiveDate > request.Until || waits ? SectionKind.Coming
                : !isIn ? null
                : progress.EffectiveDate is null ? SectionKind.Coming
                : SectionKind.NowInCalifornia;
        }

        return progress.Stage switch
        {
            Stage.Enrolled when progress.Id.Type is MeasureType.AB or MeasureType.SB => SectionKind.Governor,
            Stage.Vetoed or Stage.Dead or Stage.Held or Stage.SecondHouseHeld or Stage.InactiveFile or Stage.SecondHouseInactiveFile =>
                isIn ? SectionKind.Stopped : null,
            Stage.Adopted => isIn ? SectionKind.Adopted : null,
            _ when becameTwoYear => SectionKind.Stopped,
            _ => isIn || IsNear(request, nextHearing) ? SectionKind.Moving : null,
        };
    }

    private static bool IsNear(SegmentRequest request, DateOnly? hearing) =>
        hearing >= request.Until && hearing <= request.Until.AddDays(DaysAhead);
}
