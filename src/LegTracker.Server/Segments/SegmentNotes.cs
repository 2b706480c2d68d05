using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>Sentences about a segment as a whole: what is empty, what is not confirmed, how old the record is, what is not checked.</summary>
internal static class SegmentNotes
{
    private const int MostOlderLaws = 12;
    private const int MostReasons = 3;

    /// <summary>Said when nothing changed; null when something did. It never claims more than the sources confirmed.</summary>
    public static string? Empty(SegmentRequest request, ImmutableArray<SelectedBill> confirmed, int unconfirmed)
    {
        var period = request.Period;
        return confirmed.Any(bill => bill.IsNews) ? null
            : confirmed.IsEmpty && unconfirmed == 0 ? "No bill is tracked."
            : confirmed.IsEmpty ? $"No source has confirmed any tracked bill, so nothing is reported {period}."
            : unconfirmed > 0 || confirmed.Any(IsBehind) ? $"No tracked bill changed {period}, as far as sources have confirmed."
            : $"No tracked bill changed {period}.";
    }

    public static ImmutableArray<string> Of(
        SegmentRequest request,
        ILookup<SectionKind, SelectedBill> placed,
        ImmutableArray<SelectedBill> confirmed,
        IEnumerable<BillId> unconfirmed,
        BillNames names,
        DateTimeOffset asOf)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (request.Basis is { } basis)
        {
            notes.Add(basis);
        }

        AddAge(notes, request, confirmed, names, asOf);
        if (unconfirmed.Any())
        {
            notes.Add($"Not yet confirmed by a source, so not reported: {names.ListWithSessions(unconfirmed)}.");
        }

        AddOlderLaws(notes, confirmed, request, names);
        AddEmpty(notes, request, placed, confirmed);
        return notes.ToImmutable();
    }

    private static bool IsBehind(SelectedBill bill) => bill.Bill.Freshness is not Freshness.Current;

    private static void AddAge(ImmutableArray<string>.Builder notes, SegmentRequest request, ImmutableArray<SelectedBill> confirmed, BillNames names, DateTimeOffset asOf)
    {
        var behind = confirmed.Where(IsBehind).Select(bill => bill.Progress.Id).ToImmutableArray();
        if (!behind.IsEmpty)
        {
            notes.Add($"Not confirmed by the last reading, so shown as last known: {names.ListWithSessions(behind)}.");
        }

        foreach (var reason in confirmed.Where(IsBehind).Where(bill => bill.Bill.FreshnessReason is { Length: > 0 }).GroupBy(bill => bill.Bill.FreshnessReason!).Take(MostReasons))
        {
            notes.Add($"Why {names.ListWithSessions(reason.Take(MostOlderLaws).Select(bill => bill.Progress.Id))}{(reason.Skip(MostOlderLaws).Any() ? " and others" : "")} could not be confirmed: {reason.Key.TrimEnd('.')}.");
        }

        var oldest = confirmed.Select(bill => bill.LastConfirmed).DefaultIfEmpty(asOf).Min();
        var lastDay = CaliforniaTime.DayOf(oldest);
        if (lastDay <= request.Until)
        {
            notes.Add($"Each confirmed bill was last read on or after {StageWords.Day(lastDay)}; events after that may be missing.");
        }

        if (request.Until > CaliforniaTime.DayOf(asOf))
        {
            notes.Add($"Statements are worded ahead for {StageWords.Day(request.Until)}; check them again before that day.");
        }
    }

    private static void AddEmpty(ImmutableArray<string>.Builder notes, SegmentRequest request, ILookup<SectionKind, SelectedBill> placed, ImmutableArray<SelectedBill> confirmed)
    {
        if (confirmed.IsEmpty)
        {
            return;
        }

        // Of a section whose bills were left out by hand, none is not true.
        var left = confirmed.Where(bill => Arranging.IsLeftOut(request, bill.Progress.Id)).Select(bill => bill.Section).ToHashSet();
        var empty = new[]
        {
            (Kind: SectionKind.NowInCalifornia, Sentence: "none is known to have taken effect in this period"),
            (Kind: SectionKind.Coming, Sentence: "none is known to take effect after this period"),
            (Kind: SectionKind.Governor, Sentence: "none is with the Governor"),
            (Kind: SectionKind.Moving, Sentence: "none is reported as moving in the Legislature"),
            (Kind: SectionKind.Stopped, Sentence: "none is reported as vetoed, stopped or waiting"),
        }.Where(section => !placed.Contains(section.Kind) && !left.Contains(section.Kind)).Select(section => section.Sentence).ToImmutableArray();
        if (!empty.IsEmpty)
        {
            notes.Add($"Of the confirmed bills, {empty[0]}.{string.Concat(empty.Skip(1).Select(sentence => $" N{sentence[1..]}."))}");
        }
    }

    private static void AddOlderLaws(ImmutableArray<string>.Builder notes, ImmutableArray<SelectedBill> confirmed, SegmentRequest request, BillNames names)
    {
        var older = confirmed
            .Where(bill => bill.IsLaw && bill.Section is null && !Arranging.IsLeftOut(request, bill.Progress.Id))
            .OrderByDescending(bill => bill.Progress.EffectiveDate ?? DateOnly.MinValue)
            .ThenBy(bill => bill.Progress.Id)
            .ToImmutableArray();
        if (!older.IsEmpty)
        {
            var more = older.Length > MostOlderLaws ? $" and {older.Length - MostOlderLaws} more" : "";
            var listed = $"Already law {request.Earlier}, so not listed: {names.ListWithSessions(older.Take(MostOlderLaws).Select(bill => bill.Progress.Id))}{more}.";
            var unread = older.Where(bill => !bill.Operative.IsChecked).Select(bill => bill.Progress.Id).ToImmutableArray();
            notes.Add(unread.IsEmpty ? $"{listed} {(older.Length == 1 ? "Its text states" : "Their texts state")} no operative date in this period."
                : unread.Length == older.Length ? $"{listed} Operative dates are not checked: a part of such a law can begin in this period."
                : $"{listed} Operative dates are not checked for {names.ListWithSessions(unread.Take(MostOlderLaws))}: a part of such a law can begin in this period.");
        }
    }
}
