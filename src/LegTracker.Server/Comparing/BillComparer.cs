using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>What a reading changes against what is recorded. A function of its arguments alone.</summary>
/// <remarks>
/// Not news: another order of lines, a journal page filled in, the source's status words, its house location. A value that a reading
/// lacks is not taken for a removal, because not every source gives every value.
/// </remarks>
internal static class BillComparer
{
    /// <param name="now">By the record's clock: the observed time of new lines, and the day that stages are read for.</param>
    public static Comparison Compare(TrackedBill before, BillRecord after, Provenance provenance, DateTimeOffset now)
    {
        var today = CaliforniaTime.DayOf(now);
        var match = HistoryMatch.Of(before.Actions, after.History);
        var newest = before.Actions.IsEmpty ? DateOnly.MinValue : before.Actions.Max(action => action.Line.Date);
        var actions = match.Lines.Select(line => Record(line, newest, provenance, now)).ToImmutableArray();
        if (before.Record is not { } known)
        {
            var progress = StageReader.Read(after.Id, after.History, today);
            return new Comparison(after, actions, [FirstReading(after, progress), .. ListedDifferences.Of(before.Listed, after, progress)], 0);
        }

        return new Comparison(
            FieldDifferences.Fill(known, after),
            actions,
            [
                .. match.Lost.Select(action => Line(after.Id, ChangeKind.ActionRemoved, action.Line.Date, action.Line.Text, null)),
                .. match.Lines.Select(line => LineDifference(after.Id, line, newest)).OfType<Difference>(),
                .. FieldDifferences.Of(known, after),
                .. ProgressDifferences.Of(
                    StageReader.Read(after.Id, [.. before.Actions.Select(action => action.Line)], today),
                    StageReader.Read(after.Id, after.History, today)),
            ],
            match.Lost.Count);
    }

    private static RecordedAction Record(MatchedLine line, DateOnly newest, Provenance provenance, DateTimeOffset now) => line switch
    {
        { Known: { } known, Reworded: false } => known with { Line = line.Line },
        { Known: { } known } => known with { Line = line.Line, Occurrence = line.Occurrence, Provenance = provenance },
        _ => new RecordedAction(line.Line, line.Occurrence, now, line.Line.Date < newest, provenance),
    };

    private static Difference? LineDifference(BillId id, MatchedLine line, DateOnly newest) => line switch
    {
        { Known: { } known, Reworded: true } => Line(id, ChangeKind.ActionReworded, line.Line.Date, known.Line.Text, line.Line.Text),
        { Known: null } when line.Line.Date < newest => Line(id, ChangeKind.ActionPostedLate, line.Line.Date, null, line.Line.Text),
        { Known: null } => Line(id, ChangeKind.ActionAdded, line.Line.Date, null, line.Line.Text),
        _ => null,
    };

    private static Difference Line(BillId id, ChangeKind kind, DateOnly date, string? old, string? now)
    {
        var day = StageWords.Day(date);
        return new Difference(kind, null, old, now, date, kind switch
        {
            ChangeKind.ActionAdded => $"{id.Measure}, {day}: {now}",
            ChangeKind.ActionPostedLate => $"{id.Measure}, posted late for {day}: {now}",
            ChangeKind.ActionReworded => $"{id.Measure}: the line of {day} now reads: {now}",
            _ => $"{id.Measure}: the line of {day} is no longer in the history: {old}",
        });
    }

    private static Difference FirstReading(BillRecord after, BillProgress progress) => new(
        ChangeKind.FieldChanged, "freshness", "NEVER_POLLED", "CURRENT", null, string.Create(
            CultureInfo.InvariantCulture,
            $"{after.Id.Measure} was read for the first time: {after.History.Length} {(after.History.Length == 1 ? "action" : "actions")}. {StageWords.Sentence(progress)}"));
}
