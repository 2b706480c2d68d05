using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>The API's calendar and candidates as the dashboard's own.</summary>
internal static class ListMapping
{
    public static CalendarItem From(CalendarEntry entry) => new(entry.Name, BillItemMapping.Day(entry.Date) ?? default, Kind(entry.Kind), entry.What)
    {
        Until = BillItemMapping.Day(entry.LastDate),
        Bill = entry.Bill,
        Measure = entry.Measure,
        Standing = ApiWords.Standing(entry),
        Off = entry.HearingStatus is HearingStatus.Postponed or HearingStatus.Canceled or HearingStatus.Moved or HearingStatus.Overtaken || entry.DeadlineOutlook == DeadlineOutlook.Missed,
        Time = entry.Time,
        Place = entry.Place,
        Source = entry.Source,
        Detail = entry.Detail,
        Told =
        [
            .. entry.Sources.Select(source => new Model.Evidence(
                source.Text,
                BillItemMapping.Day(source.Date),
                source.Kind == HearingSourceKind.Table ? "table of hearings" : "bill history",
                source.Provenance?.FetchTime?.ToDateTimeOffset())),
        ],
        Confirmed = entry.LastConfirmedTime?.ToDateTimeOffset(),
        ConfirmedBy = entry.Provenance?.Source ?? "",
        Doubtful = entry.Bill.Length > 0 && entry.Freshness != V1.Freshness.Current,
    };

    public static CalendarBasis Basis(ListCalendarResponse answer) =>
        new(answer.BillCount, answer.UnreadBillCount, answer.LastConfirmedTime?.ToDateTimeOffset(), [.. answer.UnpublishedYears]);

    /// <param name="topics">By resource name; their phrases are what is marked in the sentence.</param>
    public static CandidateItem From(Candidate candidate, IReadOnlyDictionary<string, Topic> topics) => new(candidate.Name, candidate.Bill, candidate.Measure, candidate.Session)
    {
        Subject = candidate.Subject,
        Topics = [.. candidate.Topics.Select(name => topics.TryGetValue(name, out var topic) ? topic.Title : name)],
        Score = candidate.Score,
        Sentence = candidate.MatchedSentence,
        Matches = PhraseMarks.Of(candidate.MatchedSentence, candidate.Topics.SelectMany(name => topics.TryGetValue(name, out var topic) ? topic.Include : [])),
        Version = candidate.MatchedVersion,
        Because = candidate.Because,
        State = Mark(candidate.State),
        Found = candidate.FoundTime?.ToDateTimeOffset(),
        Reason = candidate.Reason,
        DecidedBy = candidate.DecidedBy,
        Decided = candidate.DecidedTime?.ToDateTimeOffset(),
        PageUrl = BillItemMapping.PageUrl(candidate.Bill),
    };

    public static CandidateMark Mark(CandidateState state) => state switch
    {
        CandidateState.New => CandidateMark.New,
        CandidateState.Accepted => CandidateMark.Accepted,
        CandidateState.Dismissed => CandidateMark.Dismissed,
        _ => CandidateMark.Unknown,
    };

    private static CalendarKind Kind(CalendarEntryKind kind) => kind switch
    {
        CalendarEntryKind.Meeting => CalendarKind.Meeting,
        CalendarEntryKind.Hearing => CalendarKind.Hearing,
        CalendarEntryKind.Deadline => CalendarKind.Deadline,
        CalendarEntryKind.Effect => CalendarKind.Effect,
        CalendarEntryKind.Legislature => CalendarKind.Legislature,
        _ => CalendarKind.Other,
    };
}
