using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>What a later reading's history says that the recorded one did not.</summary>
internal static class ActionNews
{
    /// <summary>Lines added, posted late, reworded and removed, in the order of the history; a lost line follows those of its day.</summary>
    /// <param name="readOn">The day the reading was observed: a line posted late is told with both dates.</param>
    public static IEnumerable<Difference> Of(string measure, HistoryMatch match, DateOnly newestRecorded, DateOnly readOn)
    {
        var read = match.Lines
            .Where(line => line.Recorded is null || line.Reworded)
            .Select(line => line.Recorded is { } recorded ? Reworded(measure, recorded.Line, line.Line) : New(measure, line.Line, newestRecorded, readOn));
        return read.Concat(match.Lost.Select(action => Removed(measure, action.Line))).OrderBy(difference => difference.EventDate);
    }

    private static Difference New(string measure, HistoryLine line, DateOnly newestRecorded, DateOnly readOn) => line.Date < newestRecorded
        ? new Difference(ChangeKind.ActionPostedLate, null, null, line.Text, line.Date,
            Wording.Stopped($"Posted late for {StageWords.Day(line.Date)}, first seen on {StageWords.Day(readOn)}, {measure}: {line.Text}"))
        : new Difference(ChangeKind.ActionAdded, null, null, line.Text, line.Date,
            Wording.Stopped($"On {StageWords.Day(line.Date)}, {measure}: {line.Text}"));

    private static Difference Reworded(string measure, HistoryLine old, HistoryLine line) => new(
        ChangeKind.ActionReworded, null, old.Text, line.Text, line.Date,
        Wording.Stopped($"The line of {StageWords.Day(line.Date)} in the history of {measure} was reworded and now reads: {line.Text}"));

    private static Difference Removed(string measure, HistoryLine line) => new(
        ChangeKind.ActionRemoved, null, line.Text, null, line.Date,
        Wording.Stopped($"A line of {StageWords.Day(line.Date)} is no longer in the history of {measure}: {line.Text}"));
}
