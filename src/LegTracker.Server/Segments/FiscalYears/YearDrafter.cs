using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments.FiscalYears;

/// <summary>Drafts the annual report's wording: a function of the record, the year and the instant alone; nothing after the year's end is in it.</summary>
internal static class YearDrafter
{
    public const string Title = "California Commercial Sexual Exploitation of Children (CSEC) Action Team: legislation";

    /// <param name="until">The year's end, or the day of the record when the year is not over; statements are worded for it.</param>
    /// <param name="bills">The whole watch list, each with its progress as of <paramref name="until"/>.</param>
    /// <param name="meetings">The year's meetings that a segment was published for, by date.</param>
    public static SegmentDraft Draft(FiscalYear year, DateOnly until, IReadOnlyList<SegmentBill> bills, ImmutableArray<MeetingTold> meetings, DateTimeOffset asOf, long revision)
    {
        var request = new SegmentRequest(year.Start, until, 1);
        var confirmed = bills.Select(bill => Selection.Of(request, bill)).OfType<SelectedBill>().ToImmutableArray();
        var known = confirmed.ToDictionary(bill => bill.Progress.Id);
        var unconfirmed = bills.Select(bill => bill.Bill.Id).Where(id => !known.ContainsKey(id)).ToImmutableArray();
        var reported = confirmed.Select(bill => YearBill.Of(year, bill, meetings)).OfType<YearBill>()
            .OrderBy(bill => bill.InYear.Select(happened => happened.Date).Concat(bill.ToldAt).Min()).ThenBy(bill => bill.Bill.Progress.Id)
            .ToLookup(bill => bill.Section);
        var relations = new BillRelations(confirmed, reported.SelectMany(group => group).Select(bill => bill.Bill.Progress.Id).ToHashSet());
        var names = new BillNames(reported.SelectMany(group => group).Select(bill => bill.Bill));
        var sections = new List<SegmentSection>();
        if (!meetings.IsEmpty)
        {
            sections.Add(new SegmentSection(SectionKind.MeetingUpdates, "Legislative updates at meetings", [.. meetings.Select(meeting => YearItems.Of(meeting, known, names))]));
        }

        Add(SectionKind.NewLaws, "New laws in the reporting period");
        Add(SectionKind.Adopted, "Adopted resolutions");
        Add(SectionKind.Stopped, "Bills that did not become law in the reporting period");
        Add(SectionKind.Moving, $"Bills introduced or presented in the reporting period and pending on {StageWords.Day(until)}");
        var read = SourcesRead.Of(confirmed);
        sections.Add(TermsSection.Of(names.Used, sections, read.LastTime ?? asOf));
        var numbered = SegmentDrafter.Number(sections);
        return new SegmentDraft($"{Title}, fiscal year {year.Name}", year.Start, until, asOf, revision, 0, numbered, SegmentDrafter.MissingOf(numbered), Notes(year, until, reported, unconfirmed, meetings, confirmed, names))
        {
            FiscalYear = year.Name,
            Read = read,
        };

        void Add(SectionKind kind, string title)
        {
            if (reported.Contains(kind))
            {
                sections.Add(new SegmentSection(kind, title, [.. reported[kind].Select(bill => YearItems.Of(bill, names, relations))]));
            }
        }
    }

    private static ImmutableArray<string> Notes(
        FiscalYear year, DateOnly until, ILookup<SectionKind, YearBill> reported, ImmutableArray<BillId> unconfirmed, ImmutableArray<MeetingTold> meetings, ImmutableArray<SelectedBill> confirmed, BillNames names)
    {
        var notes = new List<string>
        {
            until < year.End
                ? $"The fiscal year ends on {StageWords.Day(year.End)}; this tells what was dated until {StageWords.Day(until)}."
                : $"Nothing dated after {StageWords.Day(year.End)} is told here.",
        };
        var behind = confirmed.Where(bill => bill.Bill.Freshness is not Freshness.Current).Select(bill => bill.Progress.Id).ToImmutableArray();
        if (!behind.IsEmpty)
        {
            notes.Add($"Not confirmed by the last reading, so shown as last known: {names.ListWithSessions(behind)}.");
        }

        if (!unconfirmed.IsEmpty)
        {
            notes.Add($"Not yet confirmed by a source, so not reported: {names.ListWithSessions(unconfirmed)}.");
        }

        if (meetings.IsEmpty)
        {
            notes.Add("No segment was published for a meeting in the fiscal year, so what meetings were told is not known here.");
        }

        if (reported.Count == 0)
        {
            notes.Add(unconfirmed.IsEmpty ? "No tracked bill has an event in the fiscal year." : "No tracked bill has an event in the fiscal year, as far as sources have confirmed.");
        }

        return [.. notes];
    }
}
