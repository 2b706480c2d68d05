using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>Compares what is recorded of a bill with a new reading. Pure: the same three always give the same answer.</summary>
internal static class BillComparer
{
    /// <summary>
    /// Whole histories are compared by (date, normalized text, occurrence): order, journal pages and punctuation are no news.
    /// Differences come as actions in the history's order, then versions, fields, hearing, stage and chapter.
    /// </summary>
    /// <param name="before">As recorded; without a record this is the first reading.</param>
    /// <param name="provenance">Evidence of the reading; stages are compared as of its day in Los Angeles.</param>
    /// <param name="now">Observed time of new lines.</param>
    public static Comparison Compare(TrackedBill before, BillRecord after, Provenance provenance, DateTimeOffset now)
    {
        var day = CaliforniaTime.DayOf(provenance.FetchTime);
        var match = HistoryMatch.Of(before.Actions, after.History);
        var newest = before.Actions.IsEmpty ? DateOnly.MinValue : before.Actions.Max(action => action.Line.Date);
        var actions = match.Lines.Select(line => Recorded(line, newest, provenance, now)).ToImmutableArray();
        if (before.Record is not { } recorded)
        {
            return new Comparison(after, actions, [.. FirstReading.Of(after, StageReader.Read(after.Id, after.History, day, after.EffectFacts), before.Listed)], 0);
        }

        var measure = after.Id.Measure;
        return new Comparison(
            FieldNews.Fill(recorded, after),
            actions,
            [
                .. ActionNews.Of(measure, match, newest, CaliforniaTime.DayOf(now)),
                .. FieldNews.Of(measure, recorded, after, before.Provenance?.Source == provenance.Source),
                .. match.IsNews ? Progress(before, after, day) : [],
            ],
            match.Lost.Length);
    }

    /// <summary>What the passing of days alone changed: the end of the session, deadlines of the Constitution.</summary>
    /// <param name="from">The day the bill was last looked at.</param>
    /// <param name="to">A later day.</param>
    public static ImmutableArray<Difference> CompareDays(TrackedBill bill, DateOnly from, DateOnly to) =>
        [.. ProgressNews.OfDays(bill.ProgressOn(from), bill.ProgressOn(to))];

    // A line whose words were touched up is evidenced by the reading that has those words.
    private static RecordedAction Recorded(MatchedLine line, DateOnly newest, Provenance provenance, DateTimeOffset now) => line.Recorded is { } known
        ? known with { Line = line.Line, Occurrence = line.Occurrence, Provenance = known.Line == line.Line ? known.Provenance : provenance }
        : new RecordedAction(line.Line, line.Occurrence, now, line.Line.Date < newest, provenance);

    private static IEnumerable<Difference> Progress(TrackedBill before, BillRecord after, DateOnly day)
    {
        var (old, read) = (before.ProgressOn(day), StageReader.Read(after.Id, after.History, day));
        var rows = before.HearingRows ?? [];
        return [.. HearingNews.Of(HearingList.Of(old, rows), HearingList.Of(read, rows), day), .. ProgressNews.Of(old, read)];
    }
}
